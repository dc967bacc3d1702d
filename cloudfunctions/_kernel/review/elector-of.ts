import type { AccountId, PersonId, ReviewId } from '../../../shared/core/ids'
import { memberships } from '../records/memberships'
import { electorId, electors, type ElectorRecord } from '../records/reviews'
import type { Indexer } from '../seal/sealer'
import type { Reader } from '../store/port'
import { accountMark } from './account-mark'

/**
 * 选民本人的记录. Whose records were merged after the list was taken stands on it under an earlier id, or under two: one person has one vote, so the record on which
 * a channel was chosen already is theirs, then the one that has a vote.
 */
export async function electorOf(
  review: ReviewId,
  person: PersonId,
  reader: Reader,
): Promise<ElectorRecord | undefined> {
  const earlier = (await reader.get(memberships, person))?.earlier ?? []
  const found: ElectorRecord[] = []
  for (const id of [person, ...earlier]) {
    const elector = await reader.get(electors, electorId(review, id))
    if (elector !== undefined) found.push(elector)
  }
  const voting = found.filter(({ standing }) => standing === 'elector')
  return voting.find(({ channel }) => channel !== undefined) ?? voting[0] ?? found[0]
}

/**
 * 名单之后换过微信的: an account that came to a person after the list was taken could be anybody’s who came for the vote, as one that was bound after the
 * cut-off. They vote on paper.
 */
export function withAccount(
  elector: ElectorRecord,
  account: AccountId | undefined,
  { indexer }: { readonly indexer: Pick<Indexer, 'lockId'> },
): ElectorRecord {
  if (elector.account === undefined || elector.paperOnly !== undefined) return elector
  const isSame = account !== undefined && accountMark(elector.review, account, indexer) === elector.account
  return isSame ? elector : { ...elector, paperOnly: 'bound-after-cutoff' }
}
