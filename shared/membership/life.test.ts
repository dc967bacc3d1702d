import fc from 'fast-check'
import {
  changed,
  ChangeReason,
  changeReasons,
  entitlements,
  isHeld,
  isReasonFor,
  LifeChange,
  MembershipState,
  type NextState,
} from './life'

const to = (state: MembershipState): NextState => ({ to: state })
const no = (refuse: Extract<NextState, { refuse: string }>['refuse']): NextState => ({ refuse })

/** Row by row what the rules say, written out once more by hand. */
const table: Readonly<Record<LifeChange, readonly [NextState, NextState, NextState, NextState, NextState]>> = {
  move: [to('active'), to('retained'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED')],
  resume: [no('NOT_RETAINED'), to('active'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED')],
  retain: [
    to('retained'),
    no('MEMBERSHIP_RETAINED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
  ],
  leave: [to('left'), to('left'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED')],
  expel: [to('expelled'), to('expelled'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED')],
  decease: [to('deceased'), to('deceased'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED'), no('MEMBERSHIP_ENDED')],
  rejoin: [
    no('STILL_MEMBER_HERE'),
    no('STILL_MEMBER_HERE'),
    to('active'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
  ],
  reinstate: [no('STILL_MEMBER_HERE'), no('STILL_MEMBER_HERE'), to('active'), to('active'), to('active')],
  entrust: [
    to('active'),
    no('MEMBERSHIP_RETAINED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
  ],
  'end-entrust': [
    to('active'),
    no('MEMBERSHIP_RETAINED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
  ],
  'change-workplace': [
    to('active'),
    no('MEMBERSHIP_RETAINED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
    no('MEMBERSHIP_ENDED'),
  ],
}

const every = LifeChange.options.flatMap((change) =>
  MembershipState.options.map((state, at) => [change, state, table[change][at]] as const),
)
test.each(every)('%s of an %s membership', (change, state, next) => {
  expect(changed(state, change)).toEqual(next)
})

test('whatever happens, a vote and the dues come from an active membership alone', () => {
  const walk = fc.array(fc.constantFrom(...LifeChange.options), { maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom(...MembershipState.options), walk, (start, changes) => {
      let state = start
      for (const change of changes) {
        const next = changed(state, change)
        if ('refuse' in next) continue
        if (!isHeld(state)) expect(['rejoin', 'reinstate']).toContain(change)
        state = next.to
      }
      expect(entitlements[state].votes).toBe(state === 'active')
      expect(entitlements[state].paysDues).toBe(state === 'active')
      expect(entitlements[state].carriesCard).toBe(isHeld(state))
    }),
  )
})

test('every change has a reason to give, and every reason belongs to a change', () => {
  for (const change of LifeChange.options) expect(changeReasons[change].length).toBeGreaterThan(0)
  for (const reason of ChangeReason.options)
    expect(LifeChange.options.some((change) => isReasonFor(change, reason))).toBe(true)
})
