import type { PersonId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { TaskKind } from '../../../shared/membership/task'
import type { Policy } from '../../../shared/policy/resolve'
import { memberships, RosterSecrets, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'

/** A member as the union that holds the membership sees them, with the union and the policy in force there. */
export interface Held {
  readonly member: MembershipRecord
  readonly union: UnionRecord
  readonly policy: Policy
}

/** 本会的会员: somebody else’s member is not found, in whatever state. */
export async function heldHere(
  { union: id, person }: { readonly union: UnionId; readonly person: PersonId },
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<Outcome<Held, 'NOT_FOUND'>> {
  const [member, union] = await Promise.all([call.store.get(memberships, person), call.store.get(unions, id)])
  if (member?.union !== id || union === undefined) return refuse('NOT_FOUND')
  return succeed({ member, union, policy: await policyOfUnion(union, call) })
}

/** A task that lies on this union’s desk, with the membership it is about wherever that is held now. */
export interface TaskHere {
  readonly task: TaskRecord & { readonly person: PersonId }
  readonly member: MembershipRecord
  /** The union that acts. */
  readonly desk: UnionRecord
  /** The union whose task it is. */
  readonly union: UnionRecord
}

/** 本会要办的这件事: of one of these kinds; another desk’s task is not found. */
export async function taskHere(
  { union: id, task: key }: { readonly union: UnionId; readonly task: string },
  kinds: readonly TaskKind[],
  call: Pick<Call<unknown>, 'store'>,
): Promise<Outcome<TaskHere, 'NOT_FOUND'>> {
  const task = await call.store.get(tasks, key)
  if (task === undefined || task.desk !== id || !kinds.includes(task.kind) || task.person === undefined)
    return refuse('NOT_FOUND')
  const [member, desk, union] = await Promise.all([
    call.store.get(memberships, task.person),
    call.store.get(unions, id),
    call.store.get(unions, task.union),
  ])
  if (member === undefined || desk === undefined || union === undefined) return refuse('NOT_FOUND')
  return succeed({ task: { ...task, person: task.person }, member, desk, union })
}

/** What an officer reads of a member: the name whole, number and phone masked. */
export function namedOf(member: MembershipRecord, { sealer }: Pick<Call<unknown>, 'sealer'>) {
  const place = { collection: memberships.name, id: member._id, field: 'roster' }
  const { name, maskedNumber, mobile } = openJson(sealer, place, RosterSecrets, member.roster)
  const { _id: person, memberNumber, unitName, since } = member
  return { person, name, maskedNumber, mobile, memberNumber, unitName, since }
}
