import { isoTime } from '../../../shared/core/time'
import type { ReviewPhase } from '../../../shared/review/life'
import { nextStep } from '../../../shared/review/next-step'
import { unions } from '../../_kernel/records/registry'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import type { Runtime } from '../../_kernel/runtime'
import { takeStretch } from '../../review/electorate/take-list'
import { takeSample } from '../../review/sample/take-sample'
import { dropObjections } from '../../review/objections/dropping'
import { callingOff } from '../../review/steps/calling-off'
import { takeStep } from '../../review/steps/taking-step'
import { timeBox } from './time-box'

const together = 100
/** 2,000 members of one list; then the next review has its turn. */
const stretchesPerTurn = 50
/** Of the timer’s two minutes, for all lists together. */
const listsMs = 20_000

/** What is due is looked at in this order: a vote that is over is closed first. */
const phases: readonly ReviewPhase[] = ['voting', 'receiving', 'announced', 'called-off']

/** 评家到期的事: closes, opens, takes lists. Answers how many steps and stretches it did; a review in which something breaks holds up no other. */
export async function stepReviews(runtime: Runtime): Promise<number> {
  const hasTime = timeBox(listsMs)
  let done = 0
  for (const phase of phases) {
    for await (const review of dueIn(phase, runtime)) {
      try {
        done += await carryOn(review, hasTime, runtime)
      } catch (fault) {
        runtime.log({ function: 'clock', procedure: 'reviews.step', code: 'FAULT', fault })
      }
    }
  }
  return done
}

async function* dueIn(phase: ReviewPhase, { store, now }: Runtime): AsyncGenerator<ReviewRecord> {
  const due = { index: 'byDue', equals: { phase }, until: isoTime(Date.parse(now()) + 1), limit: together } as const
  let cursor: string | undefined
  do {
    const page = await store.find(reviews, { ...due, ...(cursor === undefined ? {} : { cursor }) })
    yield* page.documents
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** What members read where they would have voted. */
const unionEnded = '工会已经合并或撤销，这次评家不再进行。'

/** 工会已终止: before anybody could vote there is nobody to be judged any more; what is being voted in goes on to its count. */
async function hasNobodyToJudge({ phase, union }: ReviewRecord, { store }: Runtime): Promise<boolean> {
  if (phase !== 'announced' && phase !== 'receiving') return false
  return (await store.get(unions, union))?.status !== 'active'
}

async function callOff(review: ReviewRecord, { store, now, random, indexer }: Runtime): Promise<number> {
  const call = callingOff(review, { now: now(), random, indexer, account: 'clock' }, unionEnded)
  return (await store.transact(call)).ok ? 1 : 0
}

/** All that is due of one review: after a night without a clock that may be more than one step. */
async function carryOn(seen: ReviewRecord, hasTime: () => boolean, runtime: Runtime): Promise<number> {
  if (seen.phase === 'called-off') return dropObjections(seen, runtime)
  if (await hasNobodyToJudge(seen, runtime)) return callOff(seen, runtime)
  let done = 0
  let review: ReviewRecord | undefined = seen
  while (review !== undefined) {
    const step = nextStep(review, runtime.now())
    if (step === undefined) return done
    const stretches: number = step === 'take-list' ? await takeStretches(review, hasTime, runtime) : 0
    const took = step === 'take-list' ? false : await takeStep(review, step, runtime)
    done += stretches + (took ? 1 : 0)
    const after: ReviewRecord | undefined = await runtime.store.get(reviews, review._id)
    if (step === 'take-list' && after?.electors === undefined) return done
    review = after
  }
  return done
}

async function takeStretches(review: ReviewRecord, hasTime: () => boolean, runtime: Runtime): Promise<number> {
  let taken = 0
  while (taken < stretchesPerTurn && hasTime()) {
    taken += 1
    if (await (review.kind === 'sample' ? takeSample : takeStretch)(review, runtime)) break
  }
  return taken
}
