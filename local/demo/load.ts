import { succeed } from '../../shared/core/outcome'
import { chinaDay } from '../../shared/core/time'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { ServedFunction } from '../../cloudfunctions/_kernel/serve'
import type { Store } from '../../cloudfunctions/_kernel/store/port'
import { castApplications } from './applications/cast-plans'
import { staysOpen } from './applications/plan'
import { applicationSender } from './applications/send'
import { worldApplications } from './applications/world-plans'
import type { WorldEntry } from './entry'
import { prngOf } from './prng'
import { buildRegistry } from './registry/build'
import { countyCodes } from './registry/places'
import { seededRandomness } from './tools'
import { worldEntries, type WorldSize } from './world'

const batchSize = 2_000

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
  const tools = { sealer: runtime.sealer, indexer: runtime.indexer, now, today: chinaDay(now) }
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

/** Writes documents in transactions of bounded size, so that a big world needs no big memory. Answers how many there were. */
export async function writeEntries(
  entries: Iterable<WorldEntry>,
  store: Store,
  written: (count: number) => void,
): Promise<number> {
  let batch: WorldEntry[] = []
  let count = 0
  for (const one of entries) {
    batch.push(one)
    if (batch.length >= batchSize) await flush()
  }
  await flush()
  return count

  async function flush() {
    const writing = batch
    batch = []
    await store.transact(async (tx) => {
      for (const one of writing) await one.write(tx)
      return succeed(undefined)
    })
    count += writing.length
    written(count)
  }
}
