import { cpSync } from 'node:fs'

/** Lays the demo world into the folder, as `world.mjs` made it before the first test. */
export function layDemoWorld(folder: string): void {
  cpSync(madeForRun('E2E_WORLD'), folder, { recursive: true })
}

/** `npm start` as a script that needs no compiler. */
export function bundledServer(): string {
  return madeForRun('E2E_SERVER')
}

function madeForRun(what: 'E2E_WORLD' | 'E2E_SERVER'): string {
  const path = process.env[what]
  if (path === undefined) throw new Error(`${what} was not made for this run`)
  return path
}
