import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import { toBase64url } from '../../../shared/core/base64url'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { codeDigest, codesTogether, readCode, takenBackAtMost } from '../../../shared/review/survey-code'
import { auditing } from '../../_kernel/audit'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { surveyBatches, surveyCodes } from '../../_kernel/records/survey-codes'
import { implement } from '../../_kernel/serve'
import type { Store, Transaction } from '../../_kernel/store/port'
import { isJudged } from '../judged'
import { stepOf } from '../of-union'
import { announcedDigest, surveyOfUnion, withSlips } from './survey-of-union'

type Which = z.output<typeof contract.procedures.cancelSurveyCodes.input>['which']

/** 收回调查码: slips that nobody drew, or that were lost. What somebody used stays used: which ones, this does not say. */
export const cancelSurveyCodes = implement(contract.procedures.cancelSurveyCodes, async (call) => {
  const { union, review, which } = call.input
  const known = await surveyOfUnion({ union, review }, call.store)
  if (!known.ok) return known
  if (await isJudged(known.data, call)) return refuse('NOT_ALLOWED')
  const meant = await slipsMeant(which, known.data, call.store)
  if (!meant.ok) return meant
  const audit = auditing(call, { action: 'review.codes.cancel', subject: review, union, content: meant.data })
  return call.act(async (tx) => {
    const current = await tx.get(reviews, review)
    if (current === undefined) return refuse('NOT_FOUND')
    const next = stepOf(current, stepTo[which.by])
    if (!next.ok) return next
    const cancelled = await cancelUnused(tx, meant.data, review)
    const takenBack = (current.takenBack ?? 0) + (current.phase === 'receiving' ? cancelled : 0)
    if (takenBack > takenBackAtMost((current.electors ?? 0) + (current.takenBack ?? 0)))
      return refuse('SURVEY_TOO_MANY_BACK')
    const after = { ...withSlips(current, -cancelled, call.now), takenBack }
    await tx.put(reviews, after)
    await audit(tx)
    return succeed({ cancelled, electors: after.electors ?? 0 })
  })
})

/** Once anybody may receive, only a slip that lies here is taken back: of a batch it is not known who holds what. */
const stepTo = { batch: 'hand-out', codes: 'take-back' } as const

async function slipsMeant(
  which: Which,
  review: ReviewRecord,
  store: Store,
): Promise<Outcome<readonly string[], 'NOT_FOUND' | 'SURVEY_CODE_UNKNOWN'>> {
  switch (which.by) {
    case 'batch': {
      const { batch } = which
      if ((await store.get(surveyBatches, batch))?.review !== review._id) return refuse('NOT_FOUND')
      const unused = { index: 'byBatch', equals: { batch, state: 'unused' }, limit: codesTogether } as const
      return succeed((await store.find(surveyCodes, unused)).documents.map(({ _id }) => _id))
    }
    case 'codes': {
      const codes = which.codes.map(readCode)
      const wrong = codes.indexOf(undefined)
      if (wrong >= 0) return refuse('SURVEY_CODE_UNKNOWN', { field: `which.codes.${wrong}` })
      const digest = announcedDigest(review)
      const read = codes.flatMap((code) => (code === undefined ? [] : [toBase64url(codeDigest(digest, code))]))
      return succeed([...new Set(read)])
    }
    default:
      return unreachable(which)
  }
}

async function cancelUnused(tx: Transaction, slips: readonly string[], review: ReviewRecord['_id']): Promise<number> {
  let cancelled = 0
  for (const _id of slips) {
    const slip = await tx.get(surveyCodes, _id)
    if (slip?.state !== 'unused') continue
    await tx.put(surveyCodes, { _id, review, state: 'cancelled' })
    cancelled += 1
  }
  return cancelled
}
