import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { officers, unions } from '../../_kernel/records/registry'
import { quotas } from '../../_kernel/records/upkeep'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { currentRound, roundId } from './due'

/** Chairs and deputies of one union: more are not told at once. */
const mostTold = 10

/**
 * 催一下: until somebody above asks, an open round is no document but a date. Then it becomes a task of the union’s, and its chair and deputies are told.
 */
export const nudgeRound = implement(roundProcedures.nudgeRound, async (call) => {
  const [above, below] = await Promise.all([
    call.store.get(unions, call.input.union),
    call.store.get(unions, call.input.below),
  ])
  if (above === undefined || below?.parent !== above._id) return refuse('NOT_FOUND')
  const { due } = await currentRound(below, call)
  if (due.state === 'closed') return refuse('ROUND_CLOSED')
  if (due.state === 'not-due') return refuse('ROUND_NOT_DUE')
  const held = await call.store.find(officers, { index: 'byUnion', equals: { union: below._id }, limit: 100 })
  const told = held.documents
    .filter(({ role, until }) => (role === 'chair' || role === 'deputy') && (until === undefined || until > call.now))
    .slice(0, mostTold)
  const notices = told.map(({ account }) =>
    notifying(call, {
      account,
      text: `${above.name}提醒：${below.name}的半年核对还没有办结，请在 ${due.dueOn} 前办好。`,
    }),
  )
  const subject = roundId(below._id, due.period)
  const onceADay = `nudge:${below._id}:${call.today}`
  const audit = auditing(call, { action: 'round.nudge', subject, union: above._id })
  return call.act(async (tx) => {
    if ((await tx.get(quotas, onceADay)) !== undefined) return refuse('ALREADY_REMINDED')
    await tx.insert(quotas, { _id: onceADay, day: call.today, seen: [] })
    const task = { kind: 'half-year-round', subject, union: below, dueOn: due.dueOn } as const
    await openTask(tx, task, { by: call.account, at: call.now })
    for (const notice of notices) await notice(tx)
    await audit(tx)
    return succeed({ told: notices.length })
  })
})
