import { PersonId, type UnionId } from '../../../shared/core/ids'
import { betweenTwo, type MergeSide } from '../../../shared/membership/likeness'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'

/** One of two records that may be one person’s. */
export interface Side {
  readonly person: PersonRecord
  readonly secrets: PersonSecrets
  readonly membership: MembershipRecord
  readonly unionName: string
}

/** The task where this union has to do it: its own, or one that has come up to it. */
export async function taskFor(
  { union, task: id }: { readonly union: UnionId; readonly task: string },
  reader: Reader,
): Promise<TaskRecord | undefined> {
  const task = await reader.get(tasks, id)
  return task?.desk === union ? task : undefined
}

export async function sidesOf(
  { kind, subject }: TaskRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<readonly [Side, Side] | undefined> {
  if (kind !== 'same-person-twice') return undefined
  const [one, other] = await Promise.all(subject.split(betweenTwo).map((id) => sideOf(PersonId.parse(id), call)))
  return one === undefined || other === undefined ? undefined : [one, other]
}

/** Nothing where the record is another’s already, or its membership is gone. */
async function sideOf(
  id: PersonId,
  { store, sealer }: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<Side | undefined> {
  const [person, membership] = await Promise.all([store.get(persons, id), store.get(memberships, id)])
  if (person === undefined || membership === undefined || person.mergedInto !== undefined) return undefined
  const secrets = openJson(sealer, { collection: persons.name, id, field: 'secrets' }, PersonSecrets, person.secrets)
  return { person, secrets, membership, unionName: (await store.get(unions, membership.union))?.name ?? '' }
}

export function mergeSide({ membership: { state, since, memberNumber, changedOn }, person }: Side): MergeSide {
  return { state, since, memberNumber, changedOn, bound: person.account !== undefined }
}
