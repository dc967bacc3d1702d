import { review } from '../../../shared/contract/review'
import type { PersonId, ReviewId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { isHeld } from '../../../shared/membership/life'
import { stepped } from '../../../shared/review/life'
import { objectionDueOn, objectionsPerMember } from '../../../shared/review/objection'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { accounts } from '../../_kernel/records/accounts'
import { listObjections } from '../../_kernel/records/elector-lists'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { electorOf } from '../../_kernel/review/elector-of'
import { sealJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'
import { openTask } from '../../_kernel/tasks'

/** 对名单有异议: one at a time. Until it is settled, voting does not begin. */
export const objectToList = implement(review.procedures.objectToList, async (call) => {
  const seen = await call.store.get(reviews, call.input.review)
  // Slips have no list, and a list that was drawn is drawn again by others: neither is mended by hand.
  if (seen !== undefined && seen.kind !== 'members') return refuse('NOT_FOUND')
  const union = seen === undefined ? undefined : await call.store.get(unions, seen.union)
  const person = seen === undefined ? undefined : await memberOf(seen, call)
  if (seen === undefined || union === undefined || person === undefined) return refuse('NOT_FOUND')
  const { taskWorkingDays: workingDays } = (await policyOfUnion(union, call)).values
  const dueOn = objectionDueOn(call.today, { workingDays, votingOn: chinaDay(seen.votingFrom) })
  const id = await nextObjection(seen._id, person, call.store)
  if (!id.ok) return id
  const _id = id.data
  const { about, ...said } = call.input.objection
  const sealed = sealJson(call.sealer, { collection: listObjections.name, id: _id, field: 'said' }, said)
  const audit = auditing(call, {
    action: 'review.object',
    subject: seen._id,
    union: union._id,
    content: { about, said },
  })
  return call.act(async (tx) => {
    const now = await tx.get(reviews, seen._id)
    if (now === undefined) return refuse('NOT_FOUND')
    if (now.phase === 'announced' && now.electors === undefined) return refuse('REVIEW_NOT_YET')
    const next = stepped(now, 'object')
    if ('refuse' in next) return refuse(next.refuse)
    if ((await tx.get(listObjections, _id)) !== undefined) return refuse('LIST_OBJECTION_OPEN')
    const objection = { _id, review: now._id, union: now.union, person, about, said: sealed, at: call.now, open: true }
    await tx.insert(listObjections, objection)
    await tx.put<ReviewRecord>(reviews, { ...now, openObjections: now.openObjections + 1, updatedAt: call.now })
    const task = { kind: 'review-objection', subject: _id, person, union, dueOn } as const
    await openTask(tx, task, { by: call.account, at: call.now })
    await audit(tx)
    return succeed({ dueOn })
  })
})

/** Whoever is a member there, or stands on the list, in or out. */
async function memberOf(
  { _id, union }: ReviewRecord,
  { store, account }: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<PersonId | undefined> {
  const person = (await store.get(accounts, account))?.person
  if (person === undefined) return undefined
  const membership = await store.get(memberships, person)
  const isMember = membership?.union === union && isHeld(membership.state)
  return isMember || (await electorOf(_id, person, store)) !== undefined ? person : undefined
}

/** Numbered, so that of two sent at once one meets the other. */
async function nextObjection(
  id: ReviewId,
  person: PersonId,
  reader: Reader,
): Promise<Outcome<string, 'LIST_OBJECTION_OPEN' | 'LIST_OBJECTIONS_MANY'>> {
  for (let number = 1; number <= objectionsPerMember; number++) {
    const found = await reader.get(listObjections, `${id}:${person}:${number}`)
    if (found === undefined) return succeed(`${id}:${person}:${number}`)
    if (found.open) return refuse('LIST_OBJECTION_OPEN')
  }
  return refuse('LIST_OBJECTIONS_MANY')
}
