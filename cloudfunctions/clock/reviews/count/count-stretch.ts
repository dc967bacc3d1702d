import { joined } from '../../../../shared/core/bytes'
import { fromBase64url, toBase64url } from '../../../../shared/core/base64url'
import type { Envelope } from '../../../../shared/review/envelope'
import { noGrades, sumOf } from '../../../../shared/review/kinds'
import type { Opening } from '../../../../shared/review/open-cast'
import type { PaperCount } from '../../../../shared/review/paper-count'
import { commentsOf, withRatings } from '../../../../shared/review/remarks-shown'
import { verifyWithNode } from '../../../_kernel/card/ed25519'
import {
  reviewBoards,
  reviewComments,
  reviewCounts,
  type CountSoFar,
  type ReviewCountRecord,
} from '../../../_kernel/records/review-counts'
import type { ReviewKeysRecord, ReviewRecord } from '../../../_kernel/records/reviews'
import { openCount, sealCount } from '../../../_kernel/review/figures'
import { castStretch } from '../../../_kernel/review/kept-casts'
import { tallyKeyOf } from '../../../_kernel/review/keys'
import { boxOpener, tokenVerifier } from '../../../_kernel/review/opening'
import type { Runtime } from '../../../_kernel/runtime'
import { sealJson } from '../../../_kernel/secrets'
import type { Transaction } from '../../../_kernel/store/port'
import { openStretch, type OpenedStretch } from './open-stretch'

/** Half a second of opening, and one document of 43 KB. */
export const castsInStretch = 1_000

type Ports = Pick<Runtime, 'store' | 'ballots' | 'sealer'>

/** 计票的开始. */
export function countBegun(review: ReviewRecord, paper: PaperCount, ports: Ports): ReviewCountRecord {
  const figures: CountSoFar = {
    paper,
    sum: sumOf(noGrades, paper.grades),
    rejected: 0,
    ratings: {},
    comments: 0,
  }
  const parts = { ballot: 0, remark: 0 }
  return { _id: review._id, step: 0, reading: 'ballot', parts, figures: sealCount(review._id, figures, ports) }
}

/**
 * 开一段: what it says, its part of the board and how far the count is are written together. Whoever opened the same stretch at the same time, or before a
 * crash, wrote the same; the second writes nothing. Answers how far the count is now.
 */
export async function countStretch(
  before: ReviewCountRecord,
  review: ReviewRecord,
  keys: ReviewKeysRecord,
  ports: Ports,
): Promise<ReviewCountRecord> {
  if (before.reading === 'finished') return before
  const envelope = before.reading
  const where = { cursor: before.cursor, limit: castsInStretch }
  const { casts, cursor } = await castStretch(review.digest, envelope, where, ports)
  const opened = await openStretch(
    envelope,
    casts.map(({ bytes }) => bytes),
    openingOf(envelope, review, keys, ports),
  )
  const after = countedOn(before, envelope, opened, cursor, ports)
  return ports.store.transact(async (tx) => {
    const kept = await tx.get(reviewCounts, review._id)
    if ((kept?.step ?? 0) !== before.step) return kept ?? before
    await tx.put(reviewCounts, after)
    await putParts(tx, before, envelope, opened, ports)
    return after
  })
}

function countedOn(
  before: ReviewCountRecord,
  envelope: Envelope,
  opened: OpenedStretch,
  cursor: string | undefined,
  ports: Ports,
): ReviewCountRecord {
  const { cursor: _, ...kept } = before
  const sofar = openCount(before, ports)
  const figures: CountSoFar = figuresWith(sofar, opened)
  const next = envelope === 'ballot' ? ('remark' as const) : ('finished' as const)
  return {
    ...kept,
    step: before.step + 1,
    ...(cursor === undefined ? { reading: next } : { cursor }),
    parts: { ...before.parts, [envelope]: before.parts[envelope] + (opened.board.length > 0 ? 1 : 0) },
    figures: sealCount(before._id, figures, ports),
  }
}

function figuresWith(before: CountSoFar, { grades, remarks, rejected }: OpenedStretch): CountSoFar {
  const ratings = Object.fromEntries(
    Object.entries(withRatings(before.ratings, remarks)).map(([item, [...given]]) => [item, given]),
  )
  return {
    ...before,
    sum: sumOf(before.sum, grades),
    rejected: before.rejected + rejected,
    ratings,
    comments: before.comments + commentsOf(remarks).length,
  }
}

async function putParts(
  tx: Transaction,
  { _id: review, parts }: ReviewCountRecord,
  envelope: Envelope,
  { board, remarks }: OpenedStretch,
  { sealer }: Ports,
): Promise<void> {
  if (board.length === 0) return
  const part = parts[envelope]
  const _id = `${review}:${envelope}:${part}`
  await tx.put(reviewBoards, { _id, review, envelope, part, ids: toBase64url(joined(...board)) })
  const texts = commentsOf(remarks)
  if (texts.length === 0) return
  const id = `${review}:${part}`
  const comments = sealJson(sealer, { collection: reviewComments.name, id, field: 'comments' }, texts)
  await tx.put(reviewComments, { _id: id, review, part, comments })
}

function openingOf(envelope: Envelope, review: ReviewRecord, keys: ReviewKeysRecord, ports: Ports): Opening {
  const key = fromBase64url(envelope === 'ballot' ? keys.ballotKey : keys.remarkKey)
  const digest = fromBase64url(review.digest)
  if (key === undefined || digest === undefined) throw new Error('a key of a review is not in base64url')
  return {
    review: digest,
    grades: review.grades,
    isSigned: tokenVerifier(key),
    open: boxOpener(tallyKeyOf(keys, ports)),
    verify: verifyWithNode,
  }
}
