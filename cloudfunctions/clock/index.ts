import { z } from 'zod'
import { callerOf } from '../_kernel/caller'
import { currentRuntime } from '../_kernel/runtime'
import { runClock } from './jobs'

/** What CloudBase sends when a timer of this function is due. */
const TimerEvent = z.object({ Type: z.literal('Timer') })

/** 定时: runs for the platform’s timer and for nobody else; a person who calls it gets nothing done. */
export async function main(event: unknown, context: unknown): Promise<{ ok: boolean }> {
  const runtime = currentRuntime()
  if (!TimerEvent.safeParse(event).success || callerOf(context, runtime).account !== undefined) return { ok: false }
  await runClock(runtime)
  return { ok: true }
}
