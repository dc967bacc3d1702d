import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { firstMissing, unionFieldNames, type UnionFields } from '../../../shared/org/union-fields'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { rounds, tallies } from '../../_kernel/records/rounds'
import { implement } from '../../_kernel/serve'
import { stepTask, taskId } from '../../_kernel/tasks'
import { reportingRound } from '../reports/after-round'
import { countChanges, ever } from './changes'
import { isFresh } from './count-roster'
import { currentRound, roundId } from './due'
import { fieldsOf } from './fields'

/** 办结: what the chair has seen is kept as it is now; the next round compares itself with it. */
export const closeRound = implement(roundProcedures.closeRound, async (call) => {
  const { union: id, period } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const { due, last } = await currentRound(union, call)
  if (due.state === 'closed') return refuse('ROUND_CLOSED')
  if (due.state === 'not-due' || due.period !== period) return refuse('ROUND_NOT_DUE')
  const tally = await call.store.get(tallies, id)
  if (tally?.doneAt === undefined || !isFresh(tally, call.now)) return refuse('COUNT_NOT_READY')
  const { fields, hostUnit } = await fieldsOf(union, tally.composition.members, call)
  const missing = firstMissing(fields, hostUnit !== undefined)
  if (missing !== undefined)
    return refuse('FIELD_MISSING', { field: missing, message: `还没有填“${unionFieldNames[missing]}”，填好再办结。` })
  const changes = await countChanges(id, last?.closedAt ?? ever, call.store)
  const _id = roundId(id, due.period)
  const { composition, doneAt } = tally
  const report = await reportingRound(union, composition, call)
  const audit = auditing(call, { action: 'round.close', subject: _id, union: id, content: { fields, composition } })
  return call.act(async (tx) => {
    if ((await tx.get(rounds, _id)) !== undefined) return refuse('ROUND_CLOSED')
    await tx.insert(rounds, {
      _id,
      union: id,
      period: due.period,
      closedOn: call.today,
      closedAt: call.now,
      by: call.account,
      fields: filled(fields),
      composition,
      countedAt: doneAt,
      changes: Object.fromEntries(changes.map(({ kind, count }) => [kind, count])),
    })
    // Where the union above asked for it there is a task; one that is settled or was never opened has nothing to step.
    await stepTask(tx, taskId('half-year-round', _id), { kind: 'finish' }, union, { by: call.account, at: call.now })
    await report(tx)
    await audit(tx)
    return succeed({ closedOn: call.today })
  })
})

function filled(fields: UnionFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
