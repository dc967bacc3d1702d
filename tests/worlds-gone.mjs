import { rmSync } from 'node:fs'

/** After the last test of a run. */
export default function dropWorlds() {
  rmSync(process.env.TEST_WORLDS, { recursive: true, force: true })
}
