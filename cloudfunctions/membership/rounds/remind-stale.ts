import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { roundReminders } from '../../_kernel/records/rounds'
import { implement } from '../../_kernel/serve'
import { currentRound, roundId } from './due'

/** 提醒会员核对: notes that it is to be done; clock/rounds/remind.ts goes through the roster. */
export const remindStale = implement(roundProcedures.remindStale, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const { due, rhythm } = await currentRound(union, call)
  if (due.state === 'not-due') return refuse('ROUND_NOT_DUE')
  if (due.state === 'closed') return refuse('ROUND_CLOSED')
  const _id = roundId(union._id, due.period)
  const audit = auditing(call, { action: 'round.remind', subject: _id, union: union._id })
  return call.act(async (tx) => {
    if ((await tx.get(roundReminders, _id)) !== undefined) return refuse('REMINDED_ONCE')
    await tx.insert(roundReminders, {
      _id,
      union: union._id,
      unionName: union.name,
      everyMonths: rhythm.everyMonths,
      by: call.account,
      startedAt: call.now,
      on: call.today,
      state: 'running',
      seen: 0,
      told: 0,
      unreachable: 0,
    })
    await audit(tx)
    return succeed({})
  })
})
