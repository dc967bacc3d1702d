import type { PersonId } from '../../../shared/core/ids'
import { type UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { likenessTexts, mayBeSame, pairOf } from '../../../shared/membership/likeness'
import { nearestCommonUpper } from '../../../shared/membership/reviewer'
import { memberships } from '../../_kernel/records/memberships'
import { likenesses } from '../../_kernel/records/merges'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { stepOfDailyRound } from '../../_kernel/operations/daily-round'
import type { Runtime } from '../../_kernel/runtime'
import { SealBroken } from '../../_kernel/seal/sealer'
import { openJson } from '../../_kernel/secrets'
import { openTask } from '../../_kernel/tasks'
import { compareStep } from './compare-step'
import { dueForTask } from './due'

/** Records looked at in one run: a million in a day. Looking costs a seal and some digests; only a record that is new or changed is written and compared. */
const looked = 800
const pageSize = 200
/** Records compared in one run. */
const compared = 60
/** Others with the same digest: more namesakes than this with one phone or birthday there are not. */
const mostAlike = 20

/**
 * 找重复的人: keeps the digests of each record in step with it and with the lock keys, so that they change with the keys (docs/decisions/0010), and opens a task for
 * each pair that may be one person. A record counts as done only after it was compared, so that a crash loses no pair; two clocks open one task.
 */
export function findSamePersons(runtime: Runtime): Promise<number> {
  const compare = (person: PersonRecord) => compareAnew(person, runtime)
  const walk = { collection: persons, pageSize, looked, compared, compare }
  return stepOfDailyRound('persons.compare', runtime, (after) => compareStep(walk, after, runtime.store))
}

async function compareAnew(person: PersonRecord, runtime: Runtime): Promise<boolean> {
  const { store } = runtime
  const secrets = opened(person, runtime)
  if (secrets === undefined) return false
  const digests = person.mergedInto === undefined ? digestsOf(secrets, runtime) : []
  const kept = person.likenesses ?? []
  if (kept.length === digests.length && digests.every((digest) => kept.includes(digest))) return false
  await store.transact(async (tx) => {
    for (const digest of digests)
      await tx.put(likenesses, { _id: `${digest}:${person._id}`, digest, person: person._id })
    return succeed(undefined)
  })
  for (const other of await alike(person, digests, runtime)) await openPair(person, other, runtime)
  await store.transact(async (tx) => {
    const now = await tx.get(persons, person._id)
    for (const digest of kept) if (!digests.includes(digest)) await tx.remove(likenesses, `${digest}:${person._id}`)
    if (now !== undefined) await tx.put(persons, { ...now, likenesses: digests })
    return succeed(undefined)
  })
  return true
}

function digestsOf(secrets: PersonSecrets, { indexer }: Pick<Runtime, 'indexer'>): string[] {
  return likenessTexts(comparing(secrets)).flatMap((text) => indexer.locks(`likeness:${text}`))
}

/** What does not open is logged and left: it is compared once it opens again. */
function opened({ _id: id, secrets }: PersonRecord, { sealer, log }: Runtime): PersonSecrets | undefined {
  try {
    return openJson(sealer, { collection: persons.name, id, field: 'secrets' }, PersonSecrets, secrets)
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault
    log({ function: 'clock', procedure: 'persons.compare', code: 'FAULT', fault })
    return undefined
  }
}

async function alike(
  person: PersonRecord,
  digests: readonly string[],
  runtime: Runtime,
): Promise<readonly PersonRecord[]> {
  const found = new Set<PersonId>()
  for (const digest of digests) {
    const page = await runtime.store.find(likenesses, { index: 'byDigest', equals: { digest }, limit: mostAlike })
    for (const { person: other } of page.documents) if (other !== person._id) found.add(other)
  }
  const ours = opened(person, runtime)
  const others = await Promise.all([...found].map((id) => runtime.store.get(persons, id)))
  return others.flatMap((other) => {
    const theirs = other === undefined ? undefined : opened(other, runtime)
    const same = ours !== undefined && theirs !== undefined && mayBeSame(comparing(ours), comparing(theirs))
    return other !== undefined && other.mergedInto === undefined && same ? [other] : []
  })
}

function comparing({ name, number, documentKind, birth, mobile }: PersonSecrets) {
  return { name, number, documentKind, birth, mobile }
}

/** A task of the union that both belong to, or of the nearest one above both. Somebody on file without a membership is not on any roster twice. */
async function openPair(one: PersonRecord, other: PersonRecord, { store, now }: Runtime): Promise<void> {
  const held = await Promise.all([one, other].map(({ _id }) => store.get(memberships, _id)))
  const at = await Promise.all(
    held.map((membership) => (membership === undefined ? undefined : store.get(unions, membership.union))),
  )
  const [first, second] = at
  if (first === undefined || second === undefined) return
  const owner: UnionId | undefined =
    first._id === second._id ? first._id : nearestCommonUpper([first.line, second.line])
  const union = owner === undefined ? undefined : await store.get(unions, owner)
  if (union === undefined) return
  const when = now()
  const dueOn: IsoDate = await dueForTask(union, chinaDay(when), store)
  await store.transact(async (tx) => {
    const subject = pairOf(one._id, other._id)
    await openTask(tx, { kind: 'same-person-twice', subject, union, dueOn }, { by: 'clock', at: when })
    return succeed(undefined)
  })
}
