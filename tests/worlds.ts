import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry } from '../cloudfunctions/_kernel/runtime'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { loadWorld } from '../local/demo/load'
import type { WorldSize } from '../local/demo/world'
import { openLocalSystem } from '../local/runtime'
import type { IsoTime } from '../shared/core/time'

/** Lays a world of this size into the folder and answers what was logged while it was made: once a run of jest, and copied from then on. Undefined outside of one. */
export async function layWorld(size: WorldSize, at: IsoTime, folder: string): Promise<readonly LogEntry[] | undefined> {
  const worlds = process.env['TEST_WORLDS']
  if (worlds === undefined) return undefined
  const world = await worldIn(worlds, size, at)
  cpSync(join(world, 'data'), folder, { recursive: true })
  return JSON.parse(readFileSync(join(world, 'logged.json'), 'utf8')) as readonly LogEntry[]
}

/** Two workers that need the same world at once both make it; the first to be done names it, the other one takes that. */
async function worldIn(worlds: string, size: WorldSize, at: IsoTime): Promise<string> {
  const { units, unions, members, applications } = size
  const world = join(worlds, `${units}-${unions}-${members}-${applications}`)
  if (existsSync(world)) return world
  const own = mkdtempSync(join(worlds, 'being-made-'))
  await makeWorld(size, at, own)
  try {
    renameSync(own, world)
  } catch (fault) {
    if (!existsSync(world)) throw fault
    rmSync(own, { recursive: true })
  }
  return world
}

async function makeWorld(size: WorldSize, at: IsoTime, place: string): Promise<void> {
  const logged: LogEntry[] = []
  const { runtime, close } = openLocalSystem({
    folder: join(place, 'data'),
    origin: 'http://127.0.0.1',
    now: () => at,
    synchronous: 'off',
  })
  await loadWorld(size, 'tests', { ...runtime, log: (entry) => logged.push(entry) }, membershipFunction, () => {})
  await close()
  const faults = logged.filter(({ fault }) => fault !== undefined)
  if (faults.length > 0) throw new Error('something went wrong while a world was made', { cause: faults[0]?.fault })
  writeFileSync(join(place, 'logged.json'), JSON.stringify(logged))
}
