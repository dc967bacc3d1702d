import { CardPhone } from '../../../shared/contract/card'
import { offline } from '../problem'
import { asBefore } from './as-before'
import type { MyCard } from './my-card'

type Here = Extract<MyCard, { kind: 'here' }>

/** As it is read from the phone: new objects each time. */
function here({ mark = 'mark', renewedAt = 1, aheadMs = 0 } = {}): Here {
  const shown = { maskedName: '王*平', unionName: '某工会', memberNumber: '1', status: 'active' as const }
  const card = { days: [], ...shown, mark, renewedAt }
  return { kind: 'here', card, wallet: { phone: CardPhone.parse('A'.repeat(22)), card, aheadMs } }
}

test('where the issuer said nothing new, the card on the screen is the same one, and its code is not drawn again', () => {
  const before = here()
  const after = asBefore(before, { ...here({ aheadMs: 300 }), problem: offline })
  expect(after).toMatchObject({ kind: 'here', problem: offline })
  expect(Reflect.get(after, 'card')).toBe(before.card)
  expect(Reflect.get(after, 'wallet')).toBe(before.wallet)
})

test.each<readonly [string, MyCard]>([
  ['a new week', here({ renewedAt: 2 })],
  ['another card', here({ mark: 'other' })],
  ['a clock that is off', here({ aheadMs: -120_000 })],
  ['that it is elsewhere', { kind: 'elsewhere', maskedName: '王*平', unionName: '某工会' }],
  ['that there is none', { kind: 'no-membership' }],
])('%s is shown at once', (_, next) => {
  expect(asBefore(here(), next)).toBe(next)
  expect(asBefore(undefined, next)).toBe(next)
})
