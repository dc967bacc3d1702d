import { createHash } from 'node:crypto'
import { countReviews } from '../cloudfunctions/clock/reviews/count/count-reviews'
import { verifyWithNode } from '../cloudfunctions/_kernel/card/ed25519'
import { casts, type CastRecord } from '../cloudfunctions/_kernel/records/casts'
import { electorId, electors, reviews, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { reviewResults } from '../cloudfunctions/_kernel/records/review-results'
import { openFigures } from '../cloudfunctions/_kernel/review/figures'
import { tallyKeyOf } from '../cloudfunctions/_kernel/review/keys'
import { boxOpener, tokenVerifier } from '../cloudfunctions/_kernel/review/opening'
import { afterTheEnd, putPhase } from '../cloudfunctions/review/counting.fixture'
import { fromBase64url, toBase64url } from '../shared/core/base64url'
import { PersonId } from '../shared/core/ids'
import { castId } from '../shared/review/cast'
import { ballotsIn, Grade } from '../shared/review/kinds'
import type { Opening } from '../shared/review/open-cast'
import { tallyBallots } from '../shared/review/tally'
import { keysOf, reviewIn } from '../tests/reviews'
import { openTestSystem, type TestSystem } from '../tests/system'
import { ballotMaker } from './ballot-maker'
import type { BenchRow } from './row'

const million = 1_000_000
/** All of a million where reviews are measured by themselves (`npm run bench -- review`), fewer among all the others: each is signed, and that takes longer than counting it. */
const ballots = Number(process.env['REVIEW_BALLOTS'] ?? (process.argv[2] === 'review' ? million : 20_000))
/** So many are opened alone, before and after. */
const alone = Math.min(2_000, ballots)
const atOnce = 250
/** Whoever waits for a million sees how far it is. */
const said = 100_000

/** 计票: from the box to the board, the result and the audit chain, against opening the same ballots in memory and nothing else. */
export async function tallyRows(): Promise<BenchRow[]> {
  const system = await openTestSystem(undefined, { synchronous: 'full' })
  try {
    const review = await reviewIn(system, 'voting')
    const sample = await fillBox(system, review)
    const opening = await openingOf(system, review)
    await putPhase(system, review._id, 'closed')
    await afterTheEnd(system, review._id)

    const before = openedAlone(sample, opening)
    const begun = performance.now()
    while ((await system.runtime.store.get(reviewResults, review._id)) === undefined) await countReviews(system.runtime)
    const ours = ((performance.now() - begun) / ballots) * 1e3
    const peer = (before + openedAlone(sample, opening)) / 2
    await expectAll(system, review._id)
    const ratio = ours / peer
    const figures = `${ballots.toLocaleString('en')} counted; 1,000,000 at this pace in ${((ours * million) / 1e6).toFixed(0)} s`
    const name = 'tally, from the box to the result, a ballot, against opening it and nothing else'
    return [{ name, ours, peer, unit: 'µs', ratio, target: '≤ 1.5 ×', ok: ratio <= 1.5, note: figures }]
  } finally {
    await system.close()
  }
}

/** Fills the box and the list of electors. Answers some of the ballots, for what is measured beside the count. */
async function fillBox(system: TestSystem, review: ReviewRecord): Promise<readonly Uint8Array[]> {
  const { store, ballots: box } = system.runtime
  const maker = await ballotMaker(system, review)
  const digest = bytesOf(review.digest)
  const sample: Uint8Array[] = []
  for (let from = 0; from < ballots; from += atOnce) {
    if (from % said === 0 && from > 0) console.error(`  ${from.toLocaleString('en')} ballots are in the box`)
    const made = Array.from({ length: Math.min(atOnce, ballots - from) }, (_, at) => maker(gradeOf(from + at)))
    if (sample.length < alone) sample.push(...made)
    await Promise.all(
      made.map((bytes) => {
        const _id = toBase64url(castId('ballot', digest, bytes.slice(0, 32), sha256))
        const cast: CastRecord = { _id, review: review.digest, envelope: 'ballot', cast: toBase64url(bytes) }
        return box.insert(casts, cast)
      }),
    )
    await Promise.all(
      made.map((_, at) => {
        const person = PersonId.parse(`voter-${from + at}`)
        const _id = electorId(review._id, person)
        const elector = { _id, review: review._id, person, standing: 'elector', channel: 'phone' } as const
        return store.insert(electors, elector)
      }),
    )
  }
  await store.transact((tx) => tx.put(reviews, { ...review, electors: ballots }))
  return sample.slice(0, alone)
}

const gradeOf = (index: number): Grade => Grade.options[index % Grade.options.length] ?? 'satisfied'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

async function openingOf(system: TestSystem, review: ReviewRecord): Promise<Opening> {
  const keys = await keysOf(system, review)
  return {
    review: bytesOf(review.digest),
    grades: review.grades,
    isSigned: tokenVerifier(bytesOf(keys.ballotKey)),
    open: boxOpener(tallyKeyOf(keys, system.runtime)),
    verify: verifyWithNode,
  }
}

/** Microseconds a ballot. */
function openedAlone(sample: readonly Uint8Array[], opening: Opening): number {
  const begun = performance.now()
  if (ballotsIn(tallyBallots(sample, opening).grades) !== sample.length) throw new Error('a ballot was lost')
  return ((performance.now() - begun) / sample.length) * 1e3
}

async function expectAll({ runtime }: TestSystem, review: ReviewRecord['_id']): Promise<void> {
  const result = await runtime.store.get(reviewResults, review)
  const counted = result && ballotsIn(openFigures(result, runtime).sum)
  if (counted !== ballots || result?.overcast === true) throw new Error(`${counted ?? 0} of ${ballots} were counted`)
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === undefined) throw new Error('not in base64url')
  return bytes
}
