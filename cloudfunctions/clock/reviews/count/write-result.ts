import { fromBase64url, toBase64url } from '../../../../shared/core/base64url'
import type { IsoTime } from '../../../../shared/core/time'
import { closingDigest, isOvercast, type Closing } from '../../../../shared/review/closing'
import { idBytes } from '../../../../shared/review/board-pages'
import type { Envelope } from '../../../../shared/review/envelope'
import { populationOf } from '../../../../shared/review/population'
import { judge } from '../../../../shared/review/verdict'
import { auditing } from '../../../_kernel/audit'
import { policyOfUnion } from '../../../_kernel/policy-of-union'
import { unions, type UnionRecord } from '../../../_kernel/records/registry'
import { reviewBoards, reviewCounts, type ReviewCountRecord } from '../../../_kernel/records/review-counts'
import { publicationsDue, reviewResults, type ReviewResultRecord } from '../../../_kernel/records/review-results'
import type { ReviewKeysRecord, ReviewRecord } from '../../../_kernel/records/reviews'
import { inIdOrder } from '../../../_kernel/review/board-root'
import { categoryOfReview } from '../../../_kernel/review/category'
import { openCount, sealFigures } from '../../../_kernel/review/figures'
import { groupOf } from '../../../_kernel/review/groups'
import { tallyKeyOf } from '../../../_kernel/review/keys'
import { receivedTokens } from '../../../_kernel/review/channels'
import type { Runtime } from '../../../_kernel/runtime'
import type { Store } from '../../../_kernel/store/port'
import { writeBoard } from './write-board'

type Ports = Pick<Runtime, 'store' | 'sealer' | 'indexer' | 'random' | 'now' | 'log'>

/** 结清: figures, verdict and 核对码, written once with their audit entries. Everything in it follows from what does not change any more. */
export async function writeResult(
  count: ReviewCountRecord,
  review: ReviewRecord,
  keys: ReviewKeysRecord,
  ports: Ports,
): Promise<void> {
  const union = await ports.store.get(unions, review.union)
  if (union === undefined) throw new Error(`the union of ${review._id} is not there`)
  const now = ports.now()
  const group = await groupOf(review, union, ports.store)
  const { record, cast } = await resultOf(count, review, keys, { union, group: group._id }, { ...ports, now })
  const { digest, root, remarkRoot, policyVersion } = record
  const entry = (action: string, plain: string) =>
    auditing(
      { ...ports, now, account: 'clock' },
      { action, subject: review._id, union: review.union, policyVersion, digest: plain },
    )
  const entries = [entry('review.count', digest), entry('review.board', root), entry('review.remark-board', remarkRoot)]
  const isFirst = await ports.store.transact(async (tx) => {
    if ((await tx.get(reviewResults, review._id)) !== undefined) return false
    await tx.put(reviewResults, record)
    await tx.put(publicationsDue, { ...group, due: now })
    await tx.put(reviewCounts, { ...count, box: 'to-compact' })
    for (const write of entries) await write(tx)
    return true
  })
  if (!isFirst) return
  for (const many of cast) {
    if (!isOvercast({ board: { length: many } }, record)) continue
    const alert = `ALERT REVIEW_OVERCAST about=${review._id} value=${many} limit=${record.received} since=${now}`
    ports.log({ function: 'clock', procedure: 'reviews.count', code: 'ALERT', alert })
  }
}

async function resultOf(
  count: ReviewCountRecord,
  review: ReviewRecord,
  keys: ReviewKeysRecord,
  { union, group }: { readonly union: UnionRecord; readonly group: string },
  ports: Omit<Ports, 'now'> & { readonly now: IsoTime },
): Promise<{ readonly record: ReviewResultRecord; readonly cast: readonly number[] }> {
  const { _id, electors = 0, year, kind } = review
  const figures = openCount(count, ports)
  const [received, board, remarks, policy, category] = await Promise.all([
    receivedTokens(_id, ports.store),
    idsOn('ballot', count, ports.store),
    idsOn('remark', count, ports.store),
    policyOfUnion(union, { store: ports.store, today: review.announcedOn }),
    categoryOfReview(review, union, ports.store),
  ])
  const { paper, sum, rejected } = figures
  const root = await writeBoard(_id, 'ballot', board, ports.store)
  const remarkRoot = await writeBoard(_id, 'remark', remarks, ports.store)
  const closing: Closing = { electors, received, paper, sum, rejected, root, remarkRoot }
  const ballots = board.length / idBytes
  const counted = { grades: sum, invalid: paper.invalid, electors: populationOf(review, electors) }
  const verdict = judge(counted, category, policy)
  const record: ReviewResultRecord = {
    _id,
    union: union._id,
    year,
    kind,
    group,
    countedAt: ports.now,
    electors,
    received,
    digest: toBase64url(closingDigest(bytesOf(review.digest), closing, tallyKeyOf(keys, ports).secret)),
    root: toBase64url(root),
    remarkRoot: toBase64url(remarkRoot),
    board: ballots,
    ...(isOvercast({ board: { length: ballots } }, { received }) ? { overcast: true } : {}),
    policyVersion: policy.version,
    figures: sealFigures(_id, { ...figures, verdict }, ports),
    state: 'counted',
  }
  return { record, cast: [ballots, remarks.length / idBytes] }
}

async function idsOn(envelope: Envelope, { _id, parts }: ReviewCountRecord, store: Store): Promise<Uint8Array> {
  const ids: Uint8Array[] = []
  for (let part = 0; part < parts[envelope]; part++) {
    const found = await store.get(reviewBoards, `${_id}:${envelope}:${part}`)
    if (found === undefined) throw new Error(`a part of the board of ${_id} is not there`)
    ids.push(bytesOf(found.ids))
  }
  return inIdOrder(Buffer.concat(ids))
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === undefined) throw new Error('what was kept of a count is not in base64url')
  return bytes
}
