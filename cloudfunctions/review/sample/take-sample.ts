import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { unreachable } from '../../../shared/core/unreachable'
import { electorate } from '../../../shared/review/electorate'
import { dueOf } from '../../../shared/review/next-step'
import { draw, seedOf } from '../../../shared/review/sample'
import { auditing } from '../../_kernel/audit'
import {
  reviewSamples,
  sampled,
  type ReviewSampleRecord,
  type SampledRecord,
} from '../../_kernel/records/review-samples'
import { electors, reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { boardRoot, inIdOrder } from '../../_kernel/review/board-root'
import type { Runtime } from '../../_kernel/runtime'
import { recordsOf } from '../electorate/take-list'
import { nextAmong } from './population'
import { pseudonymsOf } from './pseudonyms'

type Ports = Pick<Runtime, 'store' | 'now' | 'random' | 'indexer'>

/** Records written in one transaction, with how far it is. */
const together = 40

/** 抽查的一步 by the clock: the next stretch of the population, the commitment to it, or the draw. True where nothing more is to be done now. */
export async function takeSample(review: ReviewRecord, ports: Ports): Promise<boolean> {
  const sample = await ports.store.get(reviewSamples, review._id)
  if (sample === undefined) throw new Error(`${review._id} has no sample`)
  switch (sample.state) {
    case 'taking':
      await (sample.among === undefined ? commit(sample, ports) : takePeople(sample, review, ports))
      return false
    case 'committed':
      return true
    case 'drawing':
      await drawAll(sample, ports)
      return true
    case 'drawn':
      return true
    default:
      return unreachable(sample.state)
  }
}

/** Everybody who could vote on the cut-off day, in the union where they are: read before the transaction, written in it with how far it is. */
async function takePeople(sample: ReviewSampleRecord, review: ReviewRecord, ports: Ports): Promise<void> {
  const { store, indexer } = ports
  const { candidates, among, levels } = await nextAmong(sample, review, together, ports)
  const { electors: eligible } = electorate(candidates, review)
  const records = eligible.map((elector): SampledRecord => {
    const pseudonym = indexer.lockId(`sample:${review._id}:${elector.person}`)
    return { _id: `${review._id}:${pseudonym}`, review: review._id, pseudonym, ...elector }
  })
  await store.transact(async (tx) => {
    const kept = await tx.get(reviewSamples, sample._id)
    if (kept?.step !== sample.step) return
    const { among: _, ...rest } = kept
    for (const record of records) await tx.put(sampled, record)
    const moved = { ...rest, levels: [...levels], step: kept.step + 1 }
    await tx.put<ReviewSampleRecord>(reviewSamples, among === undefined ? moved : { ...moved, among })
  })
}

/** 公布承诺, in plain in the audit chain, before the day of the lottery. */
async function commit(sample: ReviewSampleRecord, { store, now, random, indexer }: Ports): Promise<void> {
  const pseudonyms = await pseudonymsOf(sample._id, store)
  const commitment = toBase64url(boardRoot(inIdOrder(Buffer.concat(pseudonyms))))
  const at = now()
  const { _id, union, lottery, drawnOn, size } = sample
  const content = { lottery, drawnOn, size, population: pseudonyms.length }
  const entry = { action: 'review.sample.commit', subject: _id, union, content, digest: commitment }
  const audit = auditing({ now: at, random, indexer, account: 'clock' }, entry)
  await store.transact(async (tx) => {
    const kept = await tx.get(reviewSamples, _id)
    if (kept?.step !== sample.step) return
    const committed = { ...kept, state: 'committed' as const, step: kept.step + 1, population: pseudonyms.length }
    await tx.put<ReviewSampleRecord>(reviewSamples, { ...committed, commitment, committedAt: at })
    await audit(tx)
  })
}

/** 抽取: whoever draws at the same time, or again after a crash, draws the same and writes the same. */
async function drawAll(sample: ReviewSampleRecord, ports: Ports): Promise<void> {
  const { store } = ports
  const { _id: review, size, commitment: committed = '', value } = sample
  const commitment = fromBase64url(committed)
  if (commitment === undefined || value === undefined) throw new Error(`${review} is drawn from nothing`)
  const seed = seedOf(commitment, value)
  const drawn = draw(await pseudonymsOf(review, store), size, seed)
  if (drawn === undefined) throw new Error(`${review} has a pseudonym twice`)
  const ids = drawn.map((pseudonym) => `${review}:${toBase64url(pseudonym)}`)
  for (let from = 0; from < ids.length; from += together / 2) {
    const chosen = await Promise.all(ids.slice(from, from + together / 2).map((id) => store.get(sampled, id)))
    if (
      !(await writeDrawn(
        review,
        chosen.filter((each) => each !== undefined),
        ports,
      ))
    )
      return
  }
  await finish(sample, { electors: ids.length, seed: toBase64url(seed) }, ports)
}

/** False where another clock has finished the draw meanwhile: from then on electors receive, and are not written again. */
async function writeDrawn(
  review: ReviewSampleRecord['_id'],
  chosen: readonly SampledRecord[],
  { store }: Ports,
): Promise<boolean> {
  return store.transact(async (tx) => {
    const kept = await tx.get(reviewSamples, review)
    if (kept?.state !== 'drawing') return false
    await tx.put(reviewSamples, { ...kept, step: kept.step + 1 })
    for (const each of chosen) await tx.put(sampled, { ...each, drawn: true })
    const listed = recordsOf({ _id: review }, { electors: chosen, excluded: [] })
    for (const elector of listed) await tx.put(electors, elector)
    return true
  })
}

async function finish(
  { _id, union }: ReviewSampleRecord,
  { electors: many, seed }: { readonly electors: number; readonly seed: string },
  { store, now, random, indexer }: Ports,
): Promise<void> {
  const at = now()
  const entry = { action: 'review.sample.draw', subject: _id, union, content: { electors: many }, digest: seed }
  const audit = auditing({ now: at, random, indexer, account: 'clock' }, entry)
  await store.transact(async (tx) => {
    const [kept, review] = [await tx.get(reviewSamples, _id), await tx.get(reviews, _id)]
    if (kept?.state !== 'drawing' || review?.phase !== 'announced') return
    const listed = { ...review, electors: many, updatedAt: at }
    await tx.put<ReviewSampleRecord>(reviewSamples, { ...kept, state: 'drawn' })
    await tx.put<ReviewRecord>(reviews, { ...listed, due: dueOf(listed) })
    await audit(tx)
  })
}
