import { cleanProcedures } from '../../../shared/contract/membership-clean'
import { PersonId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoTime } from '../../../shared/core/time'
import type { Situation } from '../../../shared/membership/joining'
import { auditing } from '../../_kernel/audit'
import { endCard } from '../../_kernel/card/following'
import { notifying } from '../../_kernel/notify'
import { accounts } from '../../_kernel/records/accounts'
import { applications } from '../../_kernel/records/applications'
import type { RosterSecrets } from '../../_kernel/records/memberships'
import { memberNumbers, membershipEvents, memberships } from '../../_kernel/records/memberships'
import { merges, PersonImages, type MergeRecord } from '../../_kernel/records/merges'
import { identifiers, persons, type PersonRecord } from '../../_kernel/records/persons'
import { openJson, sealJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/**
 * 撤销合并: field by field, what the merge wrote is taken back, and nothing else: a move, a retirement or a correction of the record that stayed, recorded meanwhile,
 * stays with it. The pair is not asked about again.
 */
export const undoMerge = implement(cleanProcedures.undoMerge, async (call) => {
  const { union, merge: id } = call.input
  const seen = await call.store.get(merges, id)
  if (seen?.union !== union || seen.kind !== 'person') return refuse('NOT_FOUND')
  if (seen.expiresAt <= call.now) return refuse('MERGE_GONE')
  const images = openJson(call.sealer, { collection: merges.name, id, field: 'images' }, PersonImages, seen.images)
  const [kept, merged] = [PersonId.parse(seen.kept), PersonId.parse(seen.merged)]
  const [events, sent] = await Promise.all([
    Promise.all(images.events.map((event) => call.store.get(membershipEvents, event))),
    Promise.all(images.applications.map((application) => call.store.get(applications, application))),
  ])
  const told = noticesOf(images, call)
  const audit = auditing(call, { action: 'person.unmerge', subject: kept, union, content: { merge: id } })
  return call.act(async (tx) => {
    const merge = await tx.get(merges, id)
    if (merge === undefined) return refuse('MERGE_GONE')
    const [keptPerson, mergedPerson] = [await tx.get(persons, kept), await tx.get(persons, merged)]
    if (keptPerson === undefined || mergedPerson === undefined) return refuse('MERGE_GONE')
    if (keptPerson.mergedInto !== undefined) return refuse('MERGED_AGAIN')
    await giveAccountBack(tx, images, keptPerson, mergedPerson, call.now)
    await giveMembershipBack(tx, images, merge, call)
    for (const lock of mergedPerson.locks) {
      const identifier = await tx.get(identifiers, lock)
      await tx.put(identifiers, { _id: lock, createdAt: identifier?.createdAt ?? call.now, person: merged })
    }
    await tx.put(memberNumbers, { _id: images.merged.membership.memberNumber, person: merged })
    for (const event of events) if (event !== undefined) await tx.put(membershipEvents, { ...event, person: merged })
    for (const application of sent)
      if (application !== undefined) await tx.put(applications, { ...application, person: merged })
    await tx.remove(membershipEvents, images.event)
    await tx.remove(merges, id)
    for (const notice of told) await notice(tx)
    await audit(tx)
    return succeed({})
  })
})

/** The account that came with the merged record goes back with it, unless it is somebody’s by another way meanwhile. */
async function giveAccountBack(
  tx: Transaction,
  images: PersonImages,
  kept: PersonRecord,
  { mergedInto: _, ...merged }: PersonRecord,
  now: IsoTime,
): Promise<void> {
  const theirs = images.merged.account
  const record = theirs === undefined ? undefined : await tx.get(accounts, theirs)
  const goesBack = record !== undefined && (record.person === undefined || record.person === kept._id)
  const cameFromThere = theirs !== undefined && kept.account === theirs && images.kept.account !== theirs
  if (goesBack) await tx.put(accounts, { ...record, person: merged._id })
  if (goesBack && cameFromThere) {
    const { account: __, ...rest } = kept
    await tx.put(persons, rest)
    await endCard(tx, kept._id, now)
  }
  await tx.put(persons, { ...merged, ...(goesBack && theirs !== undefined ? { account: theirs } : {}) })
}

async function giveMembershipBack(
  tx: Transaction,
  { kept, merged }: PersonImages,
  { kept: keptId }: MergeRecord,
  { sealer, now }: Pick<Call<unknown>, 'sealer' | 'now'>,
): Promise<void> {
  const stayed = await tx.get(memberships, keptId)
  if (stayed !== undefined) {
    const isFromMerge = stayed.since === earlier(kept.since, merged.membership.since)
    const { earlier: joinedTo = [], ...rest } = stayed
    const back = new Set([merged.membership._id, ...(merged.membership.earlier ?? [])])
    const left = joinedTo.filter((one) => !back.has(one))
    await tx.put(memberships, {
      ...rest,
      ...(left.length === 0 ? {} : { earlier: left }),
      ...(isFromMerge ? { since: kept.since } : {}),
      memberNumber: kept.memberNumber,
      updatedAt: now,
    })
  }
  const { membership, roster, situation } = merged
  const place = (field: string) => ({ collection: memberships.name, id: membership._id, field })
  await tx.put(memberships, {
    ...membership,
    roster: sealJson<RosterSecrets>(sealer, place('roster'), roster),
    ...(situation === undefined ? {} : { situation: sealJson<Situation>(sealer, place('situation'), situation) }),
  })
}

function earlier<Day extends string>(one: Day, other: Day): Day {
  return one < other ? one : other
}

function noticesOf({ kept, merged }: PersonImages, call: Call<unknown>) {
  return [...new Set([kept.account, merged.account])].flatMap((account) =>
    account === undefined
      ? []
      : [notifying(call, { account, text: '前几天合并的两份登记已经分开，恢复成合并以前的样子。' })],
  )
}
