import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Before the first browser test of a run: the demo world, loaded once, as loading takes longer than most tests. Each file’s server starts on a copy (`stage`). */
export default function makeWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-world-'))
  const script = join(dirname(fileURLToPath(import.meta.url)), 'make-world.ts')
  execFileSync(process.execPath, ['--import', 'tsx', script, folder], { stdio: 'inherit' })
  process.env.E2E_WORLD = folder
}
