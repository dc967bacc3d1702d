import { UnionId } from '../core/ids'
import { nearestCommonUpper } from './reviewer'

const line = (...ids: string[]) => ids.map((id) => UnionId.parse(id))

describe('who decides an objection to a routing', () => {
  test.each<[string, UnionId[][], string | undefined]>([
    ['one union offered: the one above it', [line('factory', 'street', 'district', 'city')], 'street'],
    ['two of one street: the street', [line('factory', 'street', 'city'), line('agency', 'street', 'city')], 'street'],
    [
      'of different streets: the district',
      [line('factory', 'street-1', 'district', 'city'), line('agency', 'street-2', 'district', 'city')],
      'district',
    ],
    [
      'one of them leads the other: the one above both',
      [line('community', 'street', 'district'), line('street', 'district')],
      'district',
    ],
    ['nothing above: that union itself', [line('city')], 'city'],
    ['nothing offered: nobody yet', [], undefined],
  ])('%s', (_title, lines, expected) => {
    expect(nearestCommonUpper(lines)).toBe(expected)
  })
})
