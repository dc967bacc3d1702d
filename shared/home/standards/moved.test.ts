import { UnionId } from '../../core/ids'
import { lookedAtBy } from './moved'

const id = (name: string) => UnionId.parse(`union-${name}`)
const [street, other, district, far, city] = ['street', 'other', 'district', 'far', 'city'].map(id) as [
  UnionId,
  UnionId,
  UnionId,
  UnionId,
  UnionId,
]

test.each([
  // what was, who is above now, who checks and settles then
  ['below another street', [street, undefined], [other, district, city], [other, undefined]],
  [
    'decided by the district, which is above it still',
    [district, undefined],
    [other, district, city],
    [district, undefined],
  ],
  ['with an objection that the district has', [street, district], [other, district, city], [other, district]],
  ['with an objection, in another district', [street, district], [other, far, city], [other, far]],
  ['directly below the one that settles', [street, district], [district, city], [district, district]],
  ['directly below the city, which has nobody above', [street, district], [city], [city, city]],
  ['below nobody any more', [street, district], [], [street, district]],
] as const)('%s', (_, [checker, settler], above, [checks, settles]) => {
  expect(lookedAtBy({ checker, settler }, above)).toEqual({ checker: checks, settler: settles })
})
