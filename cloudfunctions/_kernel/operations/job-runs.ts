import { jobRuns, type JobRun } from '../records/operations'
import type { Runtime } from '../runtime'

/** Notes how a job ended. A store that cannot even note it is told in the log and nowhere else: nothing is to be done about it here. */
export async function noteRun(
  name: string,
  ended: 'success' | 'failure',
  { store, now, log }: Pick<Runtime, 'store' | 'now' | 'log'>,
): Promise<void> {
  const at = now()
  try {
    await store.transact(async (tx) => {
      const before: JobRun = (await tx.get(jobRuns, name)) ?? { _id: name, failures: 0 }
      await tx.put(
        jobRuns,
        ended === 'success'
          ? { ...before, lastSuccessAt: at, failures: 0 }
          : { ...before, lastFailureAt: at, failures: before.failures + 1 },
      )
    })
  } catch (fault) {
    log({ function: 'clock', procedure: name, code: 'FAULT', fault })
  }
}
