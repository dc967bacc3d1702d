import { membership as contract } from '../../../shared/contract/membership'
import type { PersonId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { LookKind } from '../../../shared/membership/task'
import { auditView } from '../../_kernel/audit'
import { unitNow } from '../../_kernel/units'
import { membershipEvents } from '../../_kernel/records/memberships'
import { implement, type Call } from '../../_kernel/serve'
import { workTasks } from '../life/closing-tasks'
import { namedOf, taskHere } from '../life/held'

/** 该看一看的会员: whose contract ran out, whose secondment reached six months, or who works elsewhere within this union. */
export const look = implement(contract.procedures.look, async (call) => {
  const found = await taskHere(call.input, workTasks, call)
  if (!found.ok) return found
  const { task, member, desk } = found.data
  const kind = LookKind.parse(task.kind)
  const earlier = kind === 'workplace-change' ? await earlierUnitName(member._id, call) : undefined
  await auditView(call, { action: 'member.view', subject: member._id, union: desk._id })
  const { contractUntil, seconded } = member
  const host = seconded?.host === undefined ? undefined : await unitNow(seconded.host, call.store)
  return succeed({
    ...namedOf(member, call),
    kind,
    open: task.state === 'open',
    dueOn: task.dueOn,
    ...(contractUntil === undefined ? {} : { contractUntil }),
    ...(earlier === undefined ? {} : { earlierUnitName: earlier }),
    ...(seconded === undefined ? {} : { seconded: { hostName: host?.name ?? '', since: seconded.since } }),
  })
})

async function earlierUnitName(person: PersonId, { store }: Pick<Call<unknown>, 'store'>): Promise<string | undefined> {
  const query = { index: 'byPerson', equals: { person }, order: 'descending', limit: 20 } as const
  const { documents } = await store.find(membershipEvents, query)
  return documents.find(({ kind }) => kind === 'workplace-changed')?.fromUnitName
}
