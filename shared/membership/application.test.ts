import fc from 'fast-check'
import { advance, ApplicationState, applicationMachine, isOpen, type ApplicationCommand } from './application'

const commands: readonly ApplicationCommand[] = [
  'approve',
  'return',
  'reject',
  'withdraw',
  'resubmit',
  'assign',
  'escalate',
  'remind',
]

describe('the life of an application', () => {
  test('knows an answer for every state and command', () => {
    for (const state of ApplicationState.options)
      expect(Object.keys(applicationMachine[state]).sort()).toEqual([...commands].sort())
  })

  test('ends: a decided or withdrawn application never changes again, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 30 }), (tried) => {
        let state: ApplicationState = 'submitted'
        let ended = false
        for (const command of tried) {
          const next = advance(state, command)
          if (ended) expect(next).toEqual({ refuse: 'APPLICATION_CLOSED' })
          if ('to' in next) state = next.to
          ended = !isOpen(state)
        }
      }),
    )
  })

  test('is mended only while it is returned', () => {
    expect(advance('returned', 'resubmit')).toEqual({ to: 'submitted' })
    expect(advance('submitted', 'resubmit')).toEqual({ refuse: 'NOT_RETURNED' })
  })

  test('cannot be decided while the worker mends it', () => {
    for (const command of ['approve', 'return', 'reject', 'assign', 'escalate'] as const)
      expect(advance('returned', command)).toEqual({ refuse: 'APPLICATION_CHANGED' })
  })
})
