import { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { reviewComments } from '../../_kernel/records/review-counts'
import { reviewResults } from '../../_kernel/records/review-results'
import { openFigures } from '../../_kernel/review/figures'
import { openJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'
import { smallGroup } from './view'

/** 意见建议: a part of the count a page, each sorted by its text. */
export const reviewRemarks = implement(contract.procedures.reviewRemarks, async (call) => {
  const { store, sealer, input } = call
  const found = await reviewOfUnion(input, store)
  if (!found.ok) return found
  const { _id: review, union: id } = found.data
  const [union, result] = await Promise.all([store.get(unions, id), store.get(reviewResults, review)])
  if (union === undefined || result?.state !== 'alone') return refuse('NOT_FOUND')
  if (openFigures(result, call).comments < (await smallGroup(found.data, union, call))) return succeed({ comments: [] })
  const page = await store.find(reviewComments, {
    index: 'byReview',
    equals: { review },
    limit: 1,
    ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
  })
  const comments = page.documents.flatMap(({ _id, comments: sealed }) =>
    openJson(sealer, { collection: reviewComments.name, id: _id, field: 'comments' }, z.array(z.string()), sealed),
  )
  return succeed({ comments, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
})
