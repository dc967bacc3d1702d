import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../scripts/build-functions'
import { root } from '../scripts/functions/declared'
import type { BenchRow } from './row'

const rounds = 15

/** 冷启动: how long a fresh process takes to load each function, against the SDK alone, loaded from its package as a function without a bundler does. */
export async function bundleRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'))
  try {
    const sdk = join(folder, 'sdk.js')
    writeFileSync(sdk, `require(${JSON.stringify(join(root, 'node_modules', '@cloudbase', 'node-sdk'))})`)
    const rows: BenchRow[] = []
    for (const { name, folder: bundle, bytes } of await buildFunctions(folder)) {
      const times = inTurns(join(bundle, 'index.js'), sdk)
      const ratio = times.ours / times.peer
      rows.push({
        name: `cold require of ${name} (${(bytes / 1000).toFixed(0)} KB), against the SDK's own`,
        ...times,
        unit: 'ms',
        ratio,
        target: '≤ 1.3 ×',
        ok: ratio <= 1.3,
      })
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One after the other, so that whatever the machine does meanwhile happens to both; the first pair warms the disk’s cache. */
function inTurns(ours: string, peer: string): { ours: number; peer: number } {
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const measured = { ours: coldRequire(ours), peer: coldRequire(peer) }
    if (round === 0) continue
    times.ours.push(measured.ours)
    times.peer.push(measured.peer)
  }
  return { ours: median(times.ours), peer: median(times.peer) }
}

const timed = `
  const begun = process.hrtime.bigint()
  require(process.argv[1])
  process.stdout.write(String(Number(process.hrtime.bigint() - begun) / 1e6))
  process.exit()
`

function coldRequire(file: string): number {
  return Number(
    execFileSync(process.execPath, ['-e', timed, file], { encoding: 'utf8', env: { TENCENTCLOUD: 'true' } }),
  )
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
