import type { Runtime } from '../../_kernel/runtime'
import { unionEvents, type UnionEventRecord } from '../../_kernel/records/union-events'
import { carryOn } from './carry'
import { noticeFoundings } from './notice-foundings'
import { portsOfClock } from './ports'

/** What the clock does for this function. */
export { noticeFoundings }

/** Stretches in one run of the clock, so that it stays within the platform’s time: some 3,000 people. */
const stretchesPerRun = 250

/** 机构变动，在后台往前办: the oldest first, each as far as it can go now. Answers how many stretches there were. */
export async function carryOnEvents(runtime: Runtime): Promise<number> {
  const { store, log } = runtime
  let stretches = 0
  for (const state of ['proposed', 'confirmed', 'told'] as const) {
    const found = await store.find(unionEvents, { index: 'byState', equals: { state }, limit: 100 })
    for (const event of found.documents) {
      let before: UnionEventRecord | undefined
      let now = event
      while (now !== before && stretches < stretchesPerRun) {
        before = now
        now = await carryOn(now, portsOfClock(runtime), log)
        if (now !== before) stretches += 1
      }
    }
  }
  return stretches
}
