import type { z } from 'zod'
import { review } from '../../../shared/contract/review'
import type { RoundRow } from '../../../shared/contract/review-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { openedIn } from './in-round'
import { unions } from '../../_kernel/records/registry'
import { reviewRounds as records, type ReviewRoundRecord } from '../../_kernel/records/review-rounds'
import { implement } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'

/** Of each union of the line: this year’s and those that somebody still looks back on. */
const ofEach = 5

/** 与本会有关的评家活动. */
export const reviewRounds = implement(review.procedures.reviewRounds, async ({ input: { union }, store }) => {
  const line = (await store.get(unions, union))?.line ?? []
  const found = await Promise.all(line.map((each) => roundsOf(each, store)))
  const rows = found.flat().sort((one, other) => other.opensOn.localeCompare(one.opensOn))
  return succeed({ rounds: rows })
})

async function roundsOf(union: UnionId, store: Store): Promise<z.input<typeof RoundRow>[]> {
  const newest = { index: 'byUnion', equals: { union }, order: 'descending', limit: ofEach } as const
  const [record, { documents }] = await Promise.all([store.get(unions, union), store.find(records, newest)])
  const unionName = record?.name ?? ''
  return Promise.all(documents.map(async (round) => rowOf(round, unionName, await openedIn(round, store))))
}

function rowOf(round: ReviewRoundRecord, unionName: string, opened: number): z.input<typeof RoundRow> {
  const { _id, union, year, kind, window, opensOn, days, state, unions: counted } = round
  const known = { round: _id, union, unionName, year, kind, window, opensOn, days, state, opened }
  return state === 'counting' ? known : { ...known, unions: counted }
}
