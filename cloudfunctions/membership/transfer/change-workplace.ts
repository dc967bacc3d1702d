import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { clauseOf } from '../../../shared/membership/clauses'
import { claims } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { changing } from '../life/change'
import { closingTasks, nextSubject, workTasks } from '../life/closing-tasks'
import { secondedOf, workplaceOf } from '../life/workplace'
import { leftBehind } from './moving'
import { answerBy } from './notice'
import { newWorkplace } from './staying'
import { whereTo } from './where-to'

/**
 * 换了单位，还在本会 (T13): recorded at once, since nobody has to approve where somebody works. Looks at the old work end with it; a contract or a secondment of
 * the new one asks for its own. The union gets a task to look whether it is so.
 */
export const changeWorkplace = implement(contract.procedures.changeWorkplace, async (call) => {
  const routed = await whereTo(call.input, call)
  if (!routed.ok) return routed
  const { mine, known, assessment } = routed.data
  const found = await newWorkplace(routed.data, call)
  if (found === 'moves') return refuse('TRANSFER_NEEDED')
  if (found === 'same') return refuse('WORKPLACE_SAME')
  const union = await call.store.get(unions, mine.member.union)
  if (union === undefined) return refuse('MEMBERSHIP_MOVED')

  const { member } = mine
  const { situation } = known
  const person = member._id
  const seconded = secondedOf(situation, call.today)
  const workplace = workplaceOf(person, situation, known, call)
  const write = changing(
    {
      person,
      change: 'change-workplace',
      reason: situation.work === 'seconded' ? 'secondment' : 'changed-unit',
      on: call.today,
      from: union,
      union,
      facts: {
        ...leftBehind,
        ...entrustmentOf(member, workplace),
        ...workplace,
        ...(seconded === undefined ? {} : { seconded }),
        followUps: [...assessment.result.followUps],
      },
      clause: clauseOf['change-workplace'],
    },
    call,
  )
  const actor = { by: call.account, at: call.now }
  const close = await closingTasks(person, workTasks, union, call.account, call)
  const look = {
    kind: 'workplace-change',
    subject: await nextSubject(person, 'workplace-change', call),
    person,
    union,
    dueOn: await answerBy(union._id, call),
  } as const
  return call.act(async (tx) => {
    if ((await tx.get(claims, `transfer:${person}`)) !== undefined) return refuse('TRANSFER_OPEN')
    // Of two that are sent at once the second would record the same again.
    if ((await tx.get(memberships, person))?.situation !== member.situation) return refuse('MEMBERSHIP_MOVED')
    const done = await write(tx)
    if (!done.ok) return refuse(done.code === 'MEMBERSHIP_RETAINED' ? done.code : 'MEMBERSHIP_MOVED')
    await close(tx)
    await openTask(tx, look, actor)
    return succeed({ unionName: union.name, unitName: known.unitName })
  })
})

/** 委托管理 goes on only while the unit that pays is still one of the two. */
function entrustmentOf({ entrusted }: MembershipRecord, { unit, agency }: Pick<MembershipRecord, 'unit' | 'agency'>) {
  const goesOn = entrusted !== undefined && [unit, agency].includes(entrusted.payingUnit)
  return goesOn ? {} : { entrusted: undefined }
}
