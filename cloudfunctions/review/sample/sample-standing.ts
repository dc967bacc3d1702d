import { review as contract } from '../../../shared/contract/review'
import { succeed } from '../../../shared/core/outcome'
import { sampled } from '../../_kernel/records/review-samples'
import { implement } from '../../_kernel/serve'
import { sampleOfUnion, standingOf } from './sample-of-union'

const pageSize = 500

/** 抽查进度. */
export const sampleStanding = implement(contract.procedures.sampleStanding, async ({ input, store, account }) => {
  const known = await sampleOfUnion(input, store)
  if (!known.ok) return known
  const mine = known.data.entries.some(({ by }) => by === account)
  return succeed({ ...standingOf(known.data), mine })
})

/** 重抽用的名单: who has all pages draws the same people, and knows none of them. Empty before the commitment, as it is no population yet. */
export const sampleFile = implement(contract.procedures.sampleFile, async ({ input, store }) => {
  const known = await sampleOfUnion(input, store)
  if (!known.ok) return known
  const standing = standingOf(known.data)
  if (standing.state === 'taking') return succeed({ ...standing, rows: [] })
  const { review, cursor } = input
  const page = await store.find(sampled, {
    index: 'byReview',
    equals: { review },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const rows = page.documents.map(({ pseudonym, drawn }) => ({ pseudonym, drawn: drawn === true }))
  return succeed({ ...standing, rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
})
