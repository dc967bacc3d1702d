import { review } from '../../../shared/contract/review'
import { refuse, succeed } from '../../../shared/core/outcome'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { ReviewRoundRecord } from '../../_kernel/records/review-rounds'
import { implement } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'
import { turnOf } from '../turns'
import { roundAbove } from './joining-round'

const pageSize = 50

/** 活动进度, one level of unions at a time: names and phases, no figure of any vote. */
export const roundReviews = implement(review.procedures.roundReviews, async ({ input, store }) => {
  const { union, round: id, cursor } = input
  const upper = await store.get(unions, union)
  const round = upper && (await roundAbove(id, upper, store))
  if (round === undefined) return refuse('NOT_FOUND')
  const page = await store.find(unions, {
    index: 'byParent',
    equals: { parent: union },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const inBeing = page.documents.filter(({ status }) => status === 'active')
  const rows = await Promise.all(inBeing.map((each) => rowOf(each, round, store)))
  return succeed({ rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
})

async function rowOf({ _id: union, name }: UnionRecord, { _id: round, year, kind }: ReviewRoundRecord, store: Store) {
  const [{ last }, below] = await Promise.all([turnOf({ union, year, kind }, store), hasActiveBelow(union, store)])
  const known = { union, name, leads: below }
  if (last === undefined) return known
  const { _id: review, phase, electors } = last
  const ofRound = last.round === round
  return { ...known, review: { review, phase, ofRound, ...(electors === undefined ? {} : { electors }) } }
}
