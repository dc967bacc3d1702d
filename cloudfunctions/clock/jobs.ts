import { sequenceAudit } from '../_kernel/audit-chain/sequence'
import { witnessHeads } from '../_kernel/audit-chain/witness'
import type { Runtime } from '../_kernel/runtime'
import { forgetApplications } from './retention/applications'
import { sweepFiles } from './retention/files'
import { forgetUpkeep } from './retention/upkeep'
import { rotateLocks } from './rotation/locks'
import { rotateSeals } from './rotation/seals'

/** What nobody has to ask for. Each job may be run at any time, twice at once, and again after a crash. */
interface Job {
  readonly name: string
  /** Answers how many things it did. */
  run(runtime: Runtime): Promise<number>
}

const jobs: readonly Job[] = [
  { name: 'audit.sequence', run: sequenceAudit },
  { name: 'audit.witness', run: witnessHeads },
  { name: 'seals.rotate', run: rotateSeals },
  { name: 'locks.rotate', run: rotateLocks },
  { name: 'applications.forget', run: forgetApplications },
  { name: 'upkeep.forget', run: forgetUpkeep },
  { name: 'files.sweep', run: sweepFiles },
]

/** 到点该办的事: every job once, one after the other. One that fails is logged and does not hold up the others. */
export async function runClock(runtime: Runtime): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {}
  for (const { name, run } of jobs) {
    try {
      done[name] = await run(runtime)
    } catch (fault) {
      runtime.log({ function: 'clock', procedure: name, code: 'FAULT', fault })
    }
  }
  return done
}
