import { review } from '../../shared/contract/review'
import { daysAfter } from '../../shared/core/calendar'
import { chinaDay, isoTime, type IsoTime } from '../../shared/core/time'
import type { DaysOfReview } from '../../shared/review/days'
import { stepReviews } from '../../cloudfunctions/clock/reviews/step'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { ServedFunction } from '../../cloudfunctions/_kernel/serve'
import { officerOpenid } from './officers'
import { castUnions } from './personas'

const dayMs = 24 * 60 * 60 * 1000

/** How many days ago the chair announced it; voting began two days ago and goes on for a week. */
const announcedDaysAgo = 12

/**
 * The yearly review of the riders’ union of a district, in the midst of its vote: announced by its chair through the review function, carried on by the clock day after
 * day, as it would have been. A visitor finds a vote that is open; a result would take three weeks from the first tap. Its union stands directly below the district:
 * reviews of one place are published together, and those of the street would wait for this one.
 */
export async function holdReview(runtime: Runtime, served: ServedFunction): Promise<void> {
  const start = isoTime(Date.parse(runtime.now()) - announcedDaysAgo * dayMs)
  const at = (now: IsoTime): Runtime => ({ ...runtime, now: () => now })
  await announce(at(start), served)
  for (let day = 1; day <= announcedDaysAgo; day++) await stepReviews(at(isoTime(Date.parse(start) + day * dayMs)))
}

async function announce(runtime: Runtime, served: ServedFunction): Promise<void> {
  const union = castUnions.delivery.id
  const today = chinaDay(runtime.now())
  const on = (days: number) => daysAfter(today, days)
  const days: DaysOfReview = { cutoff: today, receivingOn: on(2), votingOn: on(10), lastDay: on(16) }
  const { announceReview } = review.procedures
  const answer = await served.answer(
    { procedure: 'announceReview', input: { union, kind: 'members', days }, requestId: runtime.random.id() },
    { account: accountOf(officerOpenid(union, 'chair'), runtime) },
    runtime,
  )
  if (!answer.ok) throw new Error(`the demo world was refused: ${answer.error?.code ?? ''} (${announceReview.summary})`)
}
