import { review as contract } from '../../../shared/contract/review'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { refuse, succeed } from '../../../shared/core/outcome'
import { codeBytes, codeDigest, slipText, writeCode } from '../../../shared/review/survey-code'
import { auditing } from '../../_kernel/audit'
import { reviews } from '../../_kernel/records/reviews'
import { surveyBatches, surveyCodes } from '../../_kernel/records/survey-codes'
import type { Runtime } from '../../_kernel/runtime'
import { implement } from '../../_kernel/serve'
import { isJudged } from '../judged'
import { stepOf } from '../of-union'
import { announcedDigest, surveyOfUnion, withSlips } from './survey-of-union'

/**
 * 制作调查码. An exchange, as a command would have its answer remembered, and with it the codes: here a batch that is asked for again is there, without them.
 */
export const makeSurveyCodes = implement(contract.procedures.makeSurveyCodes, async (call) => {
  const { union, review, batch: _id, many } = call.input
  const known = await surveyOfUnion({ union, review }, call.store)
  if (!known.ok) return known
  if (await isJudged(known.data, call)) return refuse('NOT_ALLOWED')
  const digest = announcedDigest(known.data)
  const codes = Array.from({ length: many }, () => newCode(call.random))
  const digests = codes.map((code) => toBase64url(codeDigest(digest, code)))
  const slipOf = (bytes: Uint8Array) => {
    const code = writeCode(bytes)
    return { code, link: call.handedLink('slip', slipText(review, code)) }
  }
  const audit = auditing(call, { action: 'review.codes.make', subject: review, union, content: { batch: _id, many } })
  const batch = { _id, review, made: many, at: call.now, by: call.account }
  return call.store.transact(async (tx) => {
    const [current, before] = [await tx.get(reviews, review), await tx.get(surveyBatches, _id)]
    if (current === undefined || (before !== undefined && before.review !== review)) return refuse('NOT_FOUND')
    if (before !== undefined) return succeed({ made: before.made })
    const next = stepOf(current, 'hand-out')
    if (!next.ok) return next
    if ((current.electors ?? 0) + many > current.staff) return refuse('SURVEY_TOO_MANY_SLIPS')
    await tx.put(surveyBatches, batch)
    await tx.put(reviews, withSlips(current, many, call.now))
    for (const slip of digests) await tx.put(surveyCodes, { _id: slip, review, state: 'unused', batch: _id })
    await audit(tx)
    return succeed({ made: many, slips: codes.map(slipOf) })
  })
})

/** The first 80 of an id’s 128 random bits. */
function newCode(random: Pick<Runtime['random'], 'id'>): Uint8Array {
  const bytes = fromBase64url(random.id())?.slice(0, codeBytes)
  if (bytes?.length !== codeBytes) throw new Error('randomness is too short for a code')
  return bytes
}
