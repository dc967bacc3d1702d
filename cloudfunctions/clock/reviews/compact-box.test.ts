import { openTestSystem, type TestSystem } from '../../../tests/system'
import { reviewIn } from '../../../tests/reviews'
import { ReviewId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { reviewCounts } from '../../_kernel/records/review-counts'
import { reviews } from '../../_kernel/records/reviews'
import { compactBox } from './compact-box'

const [noon, night] = ['2026-12-04T04:00:00.000Z', '2026-12-04T17:00:00.000Z'].map((at) => isoTime(Date.parse(at)))

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

let counted = 0
async function countedReview(): Promise<void> {
  const _id = ReviewId.parse(`2026:members:counted-${++counted}`)
  const parts = { ballot: 0, remark: 0 }
  await system.runtime.store.insert(reviewCounts, {
    _id,
    step: 2,
    reading: 'finished',
    parts,
    figures: 'sealed',
    box: 'to-compact',
  })
}

/** How often the box was put in order by so many runs; `fault`: the first time it cannot be. */
async function compactedIn(runs: number, { faults = 0 } = {}): Promise<number> {
  let tried = 0
  const compact = async () => {
    if (++tried <= faults) throw new Error('somebody reads the file')
    await system.runtime.ballots.compact()
  }
  const runtime = { ...system.runtime, ballots: { ...system.runtime.ballots, compact } }
  for (let run = 0; run < runs; run++) await compactBox(runtime).catch(() => 0)
  return tried - faults
}

test('where nothing was counted the box is left alone', async () => {
  expect(await compactedIn(2)).toBe(0)
})

test('what was counted is put in order once, however many reviews and runs there are', async () => {
  for (let review = 0; review < 3; review++) await countedReview()
  expect(await compactedIn(3)).toBe(1)
})

test('a run that could not do it leaves it to the next', async () => {
  await countedReview()
  expect(await compactedIn(3, { faults: 1 })).toBe(1)
})

test('while others vote it waits for the night', async () => {
  const review = await reviewIn(system, 'voting')
  const due = review.votingUntil
  await system.runtime.store.transact((tx) => tx.put(reviews, { ...review, due }))
  await countedReview()
  if (noon !== undefined) system.travel(noon)
  expect(await compactedIn(2)).toBe(0)
  if (night !== undefined) system.travel(night)
  expect(await compactedIn(2)).toBe(1)
})
