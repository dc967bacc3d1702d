import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { dueOn } from '../../../shared/membership/due'
import { changed } from '../../../shared/membership/life'
import { auditing } from '../../_kernel/audit'
import { keepDocument, putDocument } from '../../_kernel/documents'
import { notifying } from '../../_kernel/notify'
import { expulsions } from '../../_kernel/records/expulsions'
import { memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { nextSubject, openTasksOf } from '../life/closing-tasks'
import { heldHere } from '../life/held'

/** 开除报备, first half: the committee decided; until the union above has filed it the membership stands, and the member is told so. */
export const proposeExpulsion = implement(contract.procedures.proposeExpulsion, async (call) => {
  const { reason, decidedOn, document } = call.input
  const held = await heldHere(call.input, call)
  if (!held.ok) return held
  const { member, union, policy } = held.data
  const next = changed(member.state, 'expel')
  if ('refuse' in next) return refuse('MEMBERSHIP_ENDED')
  if (decidedOn > call.today || decidedOn < member.since)
    return refuse('COMMITTEE_DATE_INVALID', {
      field: 'decidedOn',
      message: '委员会讨论日期不能晚于今天，也不能早于入会。',
    })
  const above = union.parent === undefined ? undefined : await call.store.get(unions, union.parent)
  if (above === undefined) return refuse('NO_UNION_ABOVE')
  if ((await openTasksOf(member._id, call)).some(({ kind }) => kind === 'expulsion-filing'))
    return refuse('EXPULSION_PROPOSED')
  const kept = await putDocument(document, call)
  if (!kept.ok) return kept

  const subject = await nextSubject(member._id, 'expulsion-filing', call)
  const due = dueOn(call.today, policy.values.taskWorkingDays)
  const account = (await call.store.get(persons, member._id))?.account
  const told =
    account === undefined
      ? undefined
      : notifying(call, {
          account,
          text: `${union.name}委员会讨论决定开除您的会籍，正报${above.name}备案。备案前会籍不变；您有话要说，请尽快联系工会或上级工会。`,
        })
  const audit = auditing(call, {
    action: 'expulsion.propose',
    subject: member._id,
    union: union._id,
    onBehalfOf: `committee:${union._id}`,
    content: { reason, decidedOn, document: kept.data },
  })
  return call.act(async (tx) => {
    const now = await tx.get(memberships, member._id)
    if (now?.union !== union._id) return refuse('MEMBERSHIP_MOVED')
    if ('refuse' in changed(now.state, 'expel')) return refuse('MEMBERSHIP_ENDED')
    if ((await tx.get(expulsions, subject)) !== undefined) return refuse('EXPULSION_PROPOSED')
    await tx.insert(expulsions, {
      _id: subject,
      person: member._id,
      union: union._id,
      unionName: union.name,
      reason,
      decidedOn,
      document: kept.data,
      by: call.account,
      at: call.now,
      state: 'waiting',
    })
    await keepDocument(tx, kept.data, { collection: expulsions.name, record: subject })
    await openTask(
      tx,
      { kind: 'expulsion-filing', subject, person: member._id, union: above, dueOn: due },
      { by: call.account, at: call.now },
    )
    await told?.(tx)
    await audit(tx)
    return succeed({ above: above.name, dueOn: due })
  })
})
