import { chinaDay } from '../../shared/core/time'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { ServedFunction } from '../../cloudfunctions/_kernel/serve'
import { castApplications } from './applications/cast-plans'
import { staysOpen } from './applications/plan'
import { applicationSender } from './applications/send'
import { worldApplications } from './applications/world-plans'
import { prngOf } from './prng'
import { buildRegistry } from './registry/build'
import { countyCodes } from './registry/places'
import { locksOnce, memberNumberDrawer, seededRandomness, type WorldTools } from './tools'
import { worldEntries, type WorldSize } from './world'
import { writeEntries } from './write'

/** Told now and then how far the loading is, in one sentence’s worth of words. */
export type Progress = (done: string) => void

/** Makes the world and writes it through the store port; then sends its applications through the membership function. */
export async function loadWorld(
  size: WorldSize,
  seed: string,
  runtime: Runtime,
  membership: ServedFunction,
  progress: Progress,
): Promise<void> {
  const prng = prngOf(seed)
  const now = runtime.now()
  const tools: WorldTools = {
    sealer: runtime.sealer,
    indexer: runtime.indexer,
    now,
    today: chinaDay(now),
    memberNumber: memberNumberDrawer(),
    isNewLock: locksOnce(),
  }
  const world = buildRegistry(size, prng.branch('registry'))
  await writeEntries(worldEntries(world, size.members, prng, tools), runtime.store, (written) =>
    progress(`${written} documents`),
  )

  const seeded: Runtime = { ...runtime, now: () => now, random: seededRandomness(prng.branch('ids')) }
  const send = applicationSender(membership, seeded, prng.branch('sending'))
  const origins = { local: ['370202', '370203', '370211'], anywhere: countyCodes() }
  for (const plan of castApplications(prng.branch('cast-applications'), tools, origins)) {
    if (!(await send(plan))) throw new Error(`the application of ${plan.openid} was not taken`)
  }
  let open = 0
  for (const plan of worldApplications(world, origins, prng.branch('applications'), tools)) {
    if (open >= size.applications) break
    if ((await send(plan)) && staysOpen(plan)) open++
    progress(`${open} open applications`)
  }
}
