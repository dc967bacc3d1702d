import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { loadWorld } from '../local/demo/load'
import type { WorldSize } from '../local/demo/world'
import { openLocalSystem, type LocalSystem } from '../local/runtime'

/** A city: as many units and unions as QUALITY.md asks for. Members stand beside it and are not read by a route. */
export const citySize: WorldSize = { units: 100_000, unions: 28_000, members: 10_000, applications: 0 }

/** Opens a system in a folder of its own, filled from the demo’s seed, and removes it afterwards. */
export async function withWorld<T>(size: WorldSize, work: (system: LocalSystem) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  try {
    await loadWorld(size, 'bench', system.runtime, membershipFunction, progress)
    return await work(system)
  } finally {
    await system.close()
    rmSync(folder, { recursive: true })
  }
}

function progress(done: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[Kbuilding the world: ${done}`)
}
