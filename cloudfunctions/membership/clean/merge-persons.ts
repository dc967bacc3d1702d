import { cleanProcedures } from '../../../shared/contract/membership-clean'
import type { ApplicationId, PersonId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { Situation } from '../../../shared/membership/joining'
import { mayKeep, mergedFrom, undoDays } from '../../../shared/membership/likeness'
import { auditing } from '../../_kernel/audit'
import { endCard } from '../../_kernel/card/following'
import { notifying } from '../../_kernel/notify'
import { accounts } from '../../_kernel/records/accounts'
import { applications, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberNumbers, membershipEvents, memberships, RosterSecrets } from '../../_kernel/records/memberships'
import { merges, type PersonImages } from '../../_kernel/records/merges'
import { identifiers, persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { openJson, sealJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask } from '../../_kernel/tasks'
import { mergeSide, sidesOf, taskFor, type Side } from './pair'

const dayMs = 24 * 60 * 60 * 1000
/** Applications of one person that are handed over. */
const mostApplications = 5

/**
 * 合并两份档案, in one transaction of at most a hundred operations: the membership of the record that stays goes on, with the earlier day of joining and its number;
 * the other membership is gone from the rosters, its history is read with that of the one that stays, its numbers lead there, and its own record remains behind it, so that all of it
 * can be taken back (undo-merge.ts). Outside life/change.ts because nothing changes for the person: they had one membership all along.
 */
export const mergePersons = implement(cleanProcedures.mergePersons, async (call) => {
  const { union: id, keep } = call.input
  const [task, union] = await Promise.all([taskFor(call.input, call.store), call.store.get(unions, id)])
  if (task === undefined || union === undefined) return refuse('NOT_FOUND')
  if (task.state !== 'open') return refuse('TASK_CLOSED')
  const sides = await sidesOf(task, call)
  const kept = sides?.find(({ person }) => person._id === keep)
  const merged = sides?.find(({ person }) => person._id !== keep)
  if (kept === undefined || merged === undefined) return refuse('PAIR_CHANGED')
  if (!mayKeep(kept.membership, merged.membership)) return refuse('MEMBERSHIP_WOULD_END', { field: 'keep' })
  if (await isBusy([kept, merged], call)) return refuse('PERSON_BUSY')
  const sent = await applicationsOf(merged, call)

  const [mergeId, eventId] = [call.random.id(), call.random.id()]
  const images: PersonImages = {
    kept: { ...pick(kept) },
    merged: imageOf(merged, call),
    event: eventId,
    events: [],
    applications: sent.map(({ _id }) => _id),
  }
  const sealed = sealJson<PersonImages>(call.sealer, { collection: merges.name, id: mergeId, field: 'images' }, images)
  const expiresAt = isoTime(Date.parse(call.now) + undoDays * dayMs)
  const after = mergedFrom(mergeSide(kept), mergeSide(merged))
  const earlier = [...(kept.membership.earlier ?? []), merged.person._id, ...(merged.membership.earlier ?? [])]
  const told = notices(kept, merged, call)
  const audit = auditing(call, {
    action: 'person.merge',
    subject: kept.person._id,
    union: id,
    content: { merge: mergeId, kept: kept.person._id, merged: merged.person._id },
  })

  return call.act(async (tx) => {
    if (!(await isAsSeen(tx, kept)) || !(await isAsSeen(tx, merged))) return refuse('PAIR_CHANGED')
    const stepped = await stepTask(tx, task._id, { kind: 'finish' }, union, { by: call.account, at: call.now })
    if (!stepped.ok) return stepped
    const account = await handAccountOver(tx, kept, merged)
    await tx.put(persons, { ...kept.person, ...(account === undefined ? {} : { account }) })
    const { account: _, ...without } = merged.person
    await tx.put(persons, { ...without, mergedInto: kept.person._id })
    // 一人一卡: the one of the record that stays.
    await endCard(tx, merged.person._id, call.now)
    await pointAt(tx, merged, kept.person._id, call.now)
    await tx.put(memberships, { ...kept.membership, ...after, earlier, updatedAt: call.now })
    await tx.remove(memberships, merged.person._id)
    for (const application of sent) await tx.put(applications, { ...application, person: kept.person._id })
    await tx.insert(membershipEvents, {
      _id: eventId,
      person: kept.person._id,
      at: call.now,
      kind: 'merged',
      union: kept.membership.union,
      unionName: kept.unionName,
      by: call.account,
    })
    await tx.insert(merges, {
      _id: mergeId,
      kind: 'person',
      union: id,
      kept: kept.person._id,
      merged: merged.person._id,
      by: call.account,
      at: call.now,
      expiresAt,
      moving: 'no',
      images: sealed,
    })
    for (const notice of told) await notice(tx)
    await audit(tx)
    return succeed({ merge: mergeId, until: expiresAt })
  })
})

function pick({ membership: { since, memberNumber }, person: { account } }: Side): PersonImages['kept'] {
  return { since, memberNumber, ...(account === undefined ? {} : { account }) }
}

function imageOf({ person, membership }: Side, { sealer }: Pick<Call<unknown>, 'sealer'>): PersonImages['merged'] {
  const { roster, situation, ...rest } = membership
  const place = (field: string) => ({ collection: memberships.name, id: membership._id, field })
  return {
    membership: rest,
    roster: openJson(sealer, place('roster'), RosterSecrets, roster),
    ...(situation === undefined ? {} : { situation: openJson(sealer, place('situation'), Situation, situation) }),
    ...(person.account === undefined ? {} : { account: person.account }),
  }
}

/** A matter that is under way names the person it began with. */
async function isBusy(sides: readonly Side[], { store }: Pick<Call<unknown>, 'store'>): Promise<boolean> {
  const open = await Promise.all(
    sides.map(({ person }) =>
      store.find(tasks, { index: 'byPerson', equals: { person: person._id, state: 'open' }, limit: 1 }),
    ),
  )
  return open.some(({ documents }) => documents.length > 0)
}

async function applicationsOf(
  { person, membership }: Side,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<readonly ApplicationRecord[]> {
  const { account } = person
  const sent =
    account === undefined
      ? []
      : (await store.find(applications, { index: 'byAccount', equals: { account }, order: 'descending', limit: 20 }))
          .documents
  const joining =
    membership.application === undefined ? undefined : await store.get(applications, membership.application)
  const all = new Map<ApplicationId, ApplicationRecord>(
    [...sent, ...(joining === undefined ? [] : [joining])].map((application) => [application._id, application]),
  )
  return [...all.values()].filter((application) => application.person === person._id).slice(0, mostApplications)
}

/** Nothing was done with either since it was read: what is written rests on that. */
async function isAsSeen(tx: Transaction, { person, membership }: Side): Promise<boolean> {
  const [nowPerson, nowMembership] = [await tx.get(persons, person._id), await tx.get(memberships, person._id)]
  return same(nowPerson, person) && same(nowMembership, membership)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The account of the record that stays; where it had none, the other’s. An account left over is nobody’s. */
async function handAccountOver(tx: Transaction, kept: Side, merged: Side) {
  const theirs = merged.person.account
  if (theirs === undefined) return kept.person.account
  const record = await tx.get(accounts, theirs)
  if (record !== undefined) {
    const { person: _, ...rest } = record
    await tx.put(accounts, kept.person.account === undefined ? { ...rest, person: kept.person._id } : rest)
  }
  return kept.person.account ?? theirs
}

/** Both numbers of the merged record lead to whom it was merged into. */
async function pointAt(
  tx: Transaction,
  { person, membership }: Side,
  to: PersonId,
  createdAt: Side['person']['createdAt'],
) {
  for (const lock of person.locks) {
    const identifier = await tx.get(identifiers, lock)
    await tx.put(identifiers, { _id: lock, createdAt: identifier?.createdAt ?? createdAt, person: to })
  }
  await tx.put(memberNumbers, { _id: membership.memberNumber, person: to })
}

function notices(kept: Side, merged: Side, call: Call<unknown>) {
  const both = [kept.person.account, merged.person.account]
  return both.flatMap((account, at) =>
    account === undefined
      ? []
      : [
          notifying(call, {
            account,
            text:
              at === 1 && kept.person.account !== undefined
                ? `您在系统里有两份重复的登记，已经合并成一份，会籍在${kept.unionName}，用的是另一个微信。如果不对，请在 7 天内联系工会。`
                : `您在系统里有两份重复的登记，已经合并成一份，会籍在${kept.unionName}。如果不对，请在 7 天内联系工会。`,
          }),
        ],
  )
}
