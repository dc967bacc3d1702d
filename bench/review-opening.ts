import { isoTime } from '../shared/core/time'
import { openTestSystem, type TestSystem } from '../tests/system'
import { reviewRounds } from '../cloudfunctions/_kernel/records/review-rounds'
import { carryRounds } from '../cloudfunctions/clock/reviews/rounds/carry-rounds'
import { announcedRound, area, stockOfCopies, unionsBelow } from '../cloudfunctions/clock/reviews/rounds/rounds.fixture'
import type { BenchRow } from './row'

const [large, small, smallRounds] = [2_000, 10, 20]
const city = 28_000
const start = Date.parse('2026-11-18T02:00:00.000Z')
const openingDay = 5 * 86_400_000

/** 统一开启: what one review costs in a round of two thousand, against in one of ten; keys are made before that day. */
export async function openingRows(): Promise<BenchRow[]> {
  const system = await openTestSystem(undefined, { synchronous: 'full' })
  try {
    const before = await perReview(system, Array<number>(smallRounds).fill(small))
    const ours = await perReview(system, [large])
    const after = await perReview(system, Array<number>(smallRounds).fill(small))
    const peer = (before + after) / 2
    const ratio = ours / peer
    const note = `${city.toLocaleString('en')} reviews in ${((city * ours) / 1e3).toFixed(0)} s, looked through twice`
    const name = 'a round opened by the clock, per review: 2,000 unions against 10'
    return [{ name, ours, peer, unit: 'ms', ratio, target: '≤ 1.5 ×', ok: ratio <= 1.5, note }]
  } finally {
    await system.close()
  }
}

/** Announces rounds of these sizes and lets the clock open them; milliseconds per review. */
async function perReview(system: TestSystem, sizes: readonly number[]): Promise<number> {
  system.travel(isoTime(start))
  const { store } = system.runtime
  const rounds = []
  for (const size of sizes) {
    const { upper, as, districts } = await area(system)
    await unionsBelow(system, districts[0], size)
    rounds.push(await announcedRound(system, as, upper._id))
  }
  const reviews = sizes.reduce((sum, size) => sum + size, 0)
  await stockOfCopies(system, reviews)
  while ((await store.count(reviewRounds, { index: 'byState', equals: { state: 'counting' } })) > 0)
    await carryRounds(system.runtime)
  system.travel(isoTime(start + openingDay))
  const begun = performance.now()
  for (const round of rounds)
    while ((await store.get(reviewRounds, round))?.state !== 'opened') await carryRounds(system.runtime)
  return (performance.now() - begun) / reviews
}
