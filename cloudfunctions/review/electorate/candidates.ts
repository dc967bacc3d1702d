import type { AccountId, PersonId, UnionId } from '../../../shared/core/ids'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import type { CandidateElector } from '../../../shared/review/electorate'
import { passageKinds, standingAt, type Passage, type PassageKind } from '../../../shared/review/standing'
import { accounts } from '../../_kernel/records/accounts'
import {
  membershipEvents,
  memberships,
  type MembershipEventRecord,
  type MembershipRecord,
} from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import { accountMark } from '../../_kernel/review/account-mark'
import type { Indexer } from '../../_kernel/seal/sealer'
import type { Store } from '../../_kernel/store/port'

interface Ports {
  readonly store: Pick<Store, 'get' | 'find'>
  readonly indexer: Pick<Indexer, 'lockId'>
}
type Reads = Ports['store']
type OfReview = Pick<ReviewRecord, '_id' | 'union' | 'cutoff' | 'form'>

/** More changes than a membership sees in a lifetime. */
const mostEvents = 200

/**
 * 候选人: somebody as they stood at the cut-off. Undefined where this union had nothing to do with them. Their history is read only where something changed after the
 * cut-off, and who has no account has no binding to look for.
 */
export async function candidateOf(
  person: PersonId,
  review: OfReview,
  { store, indexer }: Ports,
): Promise<CandidateElector | undefined> {
  const membership = await store.get(memberships, person)
  if (membership === undefined) return undefined
  const standing = await standingOf(membership, review, store)
  if (standing === undefined) return undefined
  const account = review.form === 'written' ? undefined : (await store.get(persons, person))?.account
  if (account === undefined) return { person, ...standing }
  const boundOn = await boundOnOf(person, account, store)
  const bound = { account: accountMark(review._id, account, indexer), ...(boundOn === undefined ? {} : { boundOn }) }
  return { person, ...standing, ...bound }
}

async function standingOf(membership: MembershipRecord, { cutoff, union }: OfReview, store: Reads) {
  const { _id, state, since, changedOn } = membership
  if (membership.union === union && (changedOn ?? since) <= cutoff) return { state, since }
  if (membership.union === union && changedOn === undefined) return { state, since }
  return standingAt({ cutoff, union }, passagesOf(await historyOf(_id, store)), membership)
}

/** The newest first. */
async function historyOf(person: PersonId, store: Reads): Promise<readonly MembershipEventRecord[]> {
  const newest = { index: 'byPerson', equals: { person }, order: 'descending', limit: mostEvents } as const
  return (await store.find(membershipEvents, newest)).documents
}

function passagesOf(history: readonly MembershipEventRecord[]): readonly Passage[] {
  return history
    .flatMap(({ kind, on, at, union, fromUnion }) =>
      isPassage(kind) ? [{ kind, on: on ?? chinaDay(at), union, from: fromUnion }] : [],
    )
    .reverse()
}

function isPassage(kind: string): kind is PassageKind {
  return passageKinds.some((known) => known === kind)
}

/**
 * 绑定日: the last day on which the account could have become theirs: bound in person or by phone, approved on its own application, or brought along by a merge.
 * Accounts without any of that are as old as they are.
 */
async function boundOnOf(person: PersonId, account: AccountId, store: Reads): Promise<IsoDate | undefined> {
  const tied = (await historyOf(person, store)).find(
    ({ kind, application }) => kind === 'bound' || kind === 'merged' || application !== undefined,
  )
  const at = tied?.at ?? (await store.get(accounts, account))?.createdAt
  return at === undefined ? undefined : chinaDay(at)
}

/** Who moved away since, as far as this page of the union’s history tells. */
export async function movedAway(
  union: UnionId,
  { from, limit, cursor }: { readonly from: string; readonly limit: number; readonly cursor?: string | undefined },
  store: Reads,
): Promise<{ readonly people: readonly PersonId[]; readonly cursor?: string }> {
  const page = await store.find(membershipEvents, {
    index: 'byFrom',
    equals: { fromUnion: union },
    from,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const people = [...new Set(page.documents.map(({ person }) => person))]
  return { people, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) }
}
