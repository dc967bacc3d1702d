import { UnionId, UnitId } from '../core/ids'
import { mayEntrust } from './entrust'

const union = (text: string) => UnionId.parse(text)
const unit = (text: string) => UnitId.parse(text)
const parties = [
  { unit: unit('agency'), unions: [union('of-agency')] },
  { unit: unit('user'), unions: [union('of-user'), union('joint')] },
]

describe('委托管理 is between the two units (M8)', () => {
  test.each([
    ['of-user', 'of-agency', 'user', true, 'the agency’s union looks after them, the user unit pays'],
    ['of-agency', 'joint', 'agency', true, 'a joint union of the user unit’s'],
    ['of-user', 'of-user', 'user', false, 'the union that holds the membership already looks after it'],
    ['of-user', 'stranger', 'user', false, 'a union of neither'],
    ['of-user', 'of-agency', 'bank', false, 'paid by neither'],
  ])('held by %s, entrusted to %s, paid by %s: %s (%s)', (held, to, payer, right) => {
    expect(mayEntrust(union(held), parties, { to: union(to), payingUnit: unit(payer) })).toBe(right)
  })
})
