import type { ListVerdict } from '../../../shared/contract/review-electorate'
import type { PersonId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { electorate } from '../../../shared/review/electorate'
import { electorLists } from '../../_kernel/records/elector-lists'
import { memberships } from '../../_kernel/records/memberships'
import { electors, type ElectorRecord, type ReviewRecord } from '../../_kernel/records/reviews'
import { electorOf } from '../../_kernel/review/elector-of'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { candidateOf } from '../electorate/candidates'
import { recordsOf, withElector } from '../electorate/take-list'

type Refused =
  'ELECTOR_UNKNOWN' | 'ELECTOR_NOT_ACTIVE' | 'ELECTOR_ALREADY' | 'ELECTOR_NOT_LISTED' | 'ELECTOR_HAS_RECEIVED'
/** How many electors there are more afterwards. */
type Mending = (tx: Transaction) => Promise<Outcome<1 | -1 | 0, Refused>>

/** 改名单, as an objection was settled: the elector’s record and the numbers of the list together. */
export async function mending(
  verdict: ListVerdict,
  review: ReviewRecord,
  call: Pick<Call<unknown>, 'store' | 'indexer'>,
): Promise<Outcome<Mending, Refused>> {
  switch (verdict.kind) {
    case 'stands':
      return succeed(async () => succeed(0))
    case 'strike':
      return succeed((tx) => strike(tx, verdict.person, review))
    case 'admit': {
      const admitted = await admittedOf(verdict.person, review, call)
      return admitted.ok ? succeed((tx) => admit(tx, admitted.data)) : admitted
    }
  }
}

/**
 * As an active member of that day; whether they vote on paper alone is still the rule’s to say. Whoever was retained or gone then, and is not active today either,
 * has no vote: where the roster is wrong it is mended first.
 */
async function admittedOf(
  person: PersonId,
  review: ReviewRecord,
  ports: Pick<Call<unknown>, 'store' | 'indexer'>,
): Promise<Outcome<ElectorRecord, 'ELECTOR_UNKNOWN' | 'ELECTOR_NOT_ACTIVE'>> {
  const [candidate, today] = [await candidateOf(person, review, ports), await ports.store.get(memberships, person)]
  if (candidate === undefined) return refuse('ELECTOR_UNKNOWN')
  const isActiveToday = today?.union === review.union && today.state === 'active'
  if (candidate.state !== 'active' && !isActiveToday) return refuse('ELECTOR_NOT_ACTIVE', { field: 'verdict' })
  const [record] = recordsOf(review, electorate([{ ...candidate, state: 'active', since: review.cutoff }], review))
  if (record === undefined) return refuse('ELECTOR_UNKNOWN')
  const admitted: ElectorRecord = { ...record, admitted: true }
  return succeed(admitted)
}

async function admit(tx: Transaction, admitted: ElectorRecord): Promise<Outcome<1, Refused>> {
  const { review, person } = admitted
  const before = await electorOf(review, person, tx)
  if (before?.standing === 'elector') return refuse('ELECTOR_ALREADY')
  await replace(tx, before, before === undefined ? admitted : { ...admitted, _id: before._id, person: before.person })
  return succeed(1)
}

/** Whoever received a token can vote with it: nobody takes that back. */
async function strike(tx: Transaction, person: PersonId, { _id }: ReviewRecord): Promise<Outcome<-1, Refused>> {
  const before = await electorOf(_id, person, tx)
  if (before?.standing !== 'elector') return refuse('ELECTOR_NOT_LISTED')
  if (before.channel !== undefined) return refuse('ELECTOR_HAS_RECEIVED')
  const { admitted: _, paperOnly: _paper, ...rest } = before
  await replace(tx, before, { ...rest, standing: 'excluded', because: 'struck' })
  return succeed(-1)
}

async function replace(tx: Transaction, before: ElectorRecord | undefined, after: ElectorRecord): Promise<void> {
  const list = await tx.get(electorLists, after.review)
  if (list === undefined) throw new Error('an elector without a list')
  await tx.put(electors, after)
  await tx.put(electorLists, withElector(before === undefined ? list : withElector(list, before, -1), after, 1))
}
