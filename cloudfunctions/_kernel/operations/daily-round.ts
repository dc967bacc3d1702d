import { chinaDay } from '../../../shared/core/time'
import { dailyJobs } from '../records/daily-jobs'
import type { Runtime } from '../runtime'

/** What one run got done, and where the next goes on; without `after` the round is through. */
export interface RoundStep {
  readonly done: number
  readonly after?: string
}

/**
 * 每天一遍: some of it at each run of the clock, then nothing more until the next day. A round that a day is too short for is ended first. Whoever is killed in
 * the midst of a step does it again, and two clocks may do the same one: a step is harmless when repeated. One that cannot be done now is done `later`, from the same
 * place. Answers what the step counted.
 */
export async function stepOfDailyRound(
  job: string,
  { store, now }: Pick<Runtime, 'store' | 'now'>,
  step: (after: string | undefined) => Promise<RoundStep | 'later'>,
): Promise<number> {
  const today = chinaDay(now())
  const known = await store.get(dailyJobs, job)
  if (known?.day === today && known.after === undefined) return 0
  const day = known?.after === undefined ? today : known.day
  const taken = await step(known?.after)
  if (taken === 'later') return 0
  const { done, after } = taken
  await store.transact((tx) => tx.put(dailyJobs, { _id: job, day, ...(after === undefined ? {} : { after }) }))
  return done
}
