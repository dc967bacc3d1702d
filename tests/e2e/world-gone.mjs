import { rmSync } from 'node:fs'

/** After the last browser test of a run. */
export default function dropWorld() {
  rmSync(process.env.E2E_WORLD, { recursive: true, force: true })
}
