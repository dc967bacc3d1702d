import { noteHouseholds } from '../../cloudfunctions/clock/figures/households'
import { recountUnions } from '../../cloudfunctions/clock/figures/recount'
import { computeStandings } from '../../cloudfunctions/clock/home/standings'
import type { RoundStep } from '../../cloudfunctions/_kernel/operations/daily-round'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { Progress } from './load'

/** What the clock computes of every union in the first night, done before anybody looks: figures, and how each stands against its standard. */
export async function firstNight(runtime: Runtime, progress: Progress): Promise<void> {
  await through((after) => noteHouseholds(runtime, after), progress)
  await through((after) => recountUnions(runtime, after), progress)
  await through((after) => computeStandings(runtime, after), progress)
}

async function through(
  step: (after: string | undefined) => Promise<RoundStep | 'later'>,
  progress: Progress,
): Promise<void> {
  let done = 0
  for (let after: string | undefined; ;) {
    const taken = await step(after)
    if (taken === 'later') continue
    done += taken.done
    progress(`${done} looked at`)
    if (taken.after === undefined) return
    after = taken.after
  }
}
