import fc from 'fast-check'
import { TransferId } from '../core/ids'
import {
  advanceTransfer,
  awaitsSettling,
  LeavingSide,
  ReceivingSide,
  taskSubjectOf,
  TransferCommand,
  transferOfSubject,
  TransferState,
  type TransferStanding,
} from './transfer'

/** Row by row what docs/rules/transfer.md says, written out once more by hand: leaving/receiving before, then what each command makes of an open one. */
const no = { answered: 'TRANSFER_ANSWERED', settle: 'NOT_DISPUTED' } as const
const columns = [
  'release',
  'silence',
  'dispute-leaving',
  'accept',
  'dispute-receiving',
  'uphold',
  'assign',
  'stop',
] as const satisfies readonly TransferCommand[]
const { answered: A, settle: S } = no
const W = 'waiting'
const R = 'released'
const D = 'disputed'
const OK = 'accepted'
const U = 'undecided'
const rows: readonly (readonly [leaving: LeavingSide, receiving: ReceivingSide, ...string[]])[] = [
  // before     release       silence       dispute-l     accept        dispute-r     uphold        assign        stop
  [W, U, `${R} ${U}`, `${R} ${U}`, `${D} ${U}`, A, A, S, `${W} ${W}`, 'stopped'],
  [W, W, `${R} ${W}`, `${R} ${W}`, `${D} ${W}`, `${W} ${OK}`, `${W} ${D}`, S, S, S],
  [W, OK, 'done', 'done', `${D} ${OK}`, A, A, S, S, S],
  [W, D, `${R} ${D}`, `${R} ${D}`, `${D} ${D}`, `${W} ${OK}`, A, `${W} ${OK}`, `${W} ${W}`, 'stopped'],
  [R, U, A, A, A, A, A, S, `${R} ${W}`, 'stopped'],
  [R, W, A, A, A, 'done', `${R} ${D}`, S, S, S],
  [R, OK, A, A, A, A, A, S, S, S],
  [R, D, A, A, A, 'done', A, 'done', `${R} ${W}`, 'stopped'],
  [D, U, `${R} ${U}`, A, A, A, A, S, `${R} ${W}`, 'stopped'],
  [D, W, `${R} ${W}`, A, A, `${D} ${OK}`, `${D} ${D}`, `${R} ${W}`, `${R} ${W}`, 'stopped'],
  [D, OK, 'done', A, A, A, A, 'done', `${R} ${W}`, 'stopped'],
  [D, D, `${R} ${D}`, A, A, `${D} ${OK}`, A, 'done', `${R} ${W}`, 'stopped'],
]

function wordOf(now: TransferStanding, command: TransferCommand): string {
  const next = advanceTransfer(now, command)
  if ('refuse' in next) return next.refuse
  return next.state === 'open' ? `${next.leaving} ${next.receiving}` : next.state
}

describe('an open transfer', () => {
  test('the table holds every pair of sides', () => {
    expect(rows).toHaveLength(LeavingSide.options.length * ReceivingSide.options.length)
    expect(new Set(rows.map(([leaving, receiving]) => `${leaving} ${receiving}`)).size).toBe(rows.length)
  })

  test.each(rows)('%s and %s', (leaving, receiving, ...expected) => {
    const now = {
      state: 'open',
      leaving: LeavingSide.parse(leaving),
      receiving: ReceivingSide.parse(receiving),
    } as const
    expect(columns.map((command) => wordOf(now, command))).toEqual(expected)
    expect(wordOf(now, 'withdraw')).toBe('withdrawn')
    expect(wordOf(now, 'lapse')).toBe('stopped')
  })
})

test('nothing happens to a closed one', () => {
  for (const state of TransferState.exclude(['open']).options)
    for (const command of TransferCommand.options)
      expect(advanceTransfer({ state, leaving: 'released', receiving: 'accepted' }, command)).toEqual({
        refuse: 'TRANSFER_CLOSED',
      })
})

/** What an open transfer can be: with both sides done it is open no more. */
const anyOpen = fc
  .tuple(fc.constantFrom(...LeavingSide.options), fc.constantFrom(...ReceivingSide.options))
  .filter(([leaving, receiving]) => leaving !== 'released' || receiving !== 'accepted')
  .map(([leaving, receiving]): TransferStanding => ({ state: 'open', leaving, receiving }))

test('the union that is left cannot refuse: from anywhere, silence and acceptance or the upper union’s word lead to the end', () => {
  fc.assert(
    fc.property(anyOpen, (start) => {
      let now = start
      const way: readonly TransferCommand[] = ['assign', 'uphold', 'silence', 'accept', 'uphold']
      for (const command of way) {
        const next = advanceTransfer(now, command)
        if (!('refuse' in next)) now = next
      }
      expect(now.state).toBe('done')
    }),
  )
})

test('done is exactly: released and accepted', () => {
  fc.assert(
    fc.property(anyOpen, fc.constantFrom(...TransferCommand.options), (now, command) => {
      const next = advanceTransfer(now, command)
      if ('refuse' in next) return
      const both = next.leaving === 'released' && next.receiving === 'accepted'
      if (next.state === 'done' || next.state === 'open') expect(next.state === 'done').toBe(both)
      if (next.state !== 'open') expect(awaitsSettling(next)).toBe(false)
    }),
  )
})

test('a task’s subject leads back to its transfer', () => {
  const transfer = TransferId.parse('AbC-_09xyz')
  expect(transferOfSubject(taskSubjectOf(transfer, 7))).toBe(transfer)
  expect(transferOfSubject(transfer)).toBe(transfer)
  expect(transferOfSubject(undefined)).toBeUndefined()
  expect(transferOfSubject('')).toBeUndefined()
})
