import { build } from 'esbuild'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(__dirname, '..', '..')

/** The server as one script, which starts in a third of the time. It lies in `dist`, where the driver’s binary is found from. */
export async function bundledServer(): Promise<string> {
  const script = join(root, 'dist', 'crash', 'server.cjs')
  await build({
    entryPoints: [join(__dirname, 'server.fixture.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    external: ['libsql'],
    logLevel: 'error',
  })
  const door = join(dirname(script), 'door')
  mkdirSync(door, { recursive: true })
  copyFileSync(join(root, 'local', 'door', 'enter.js'), join(door, 'enter.js'))
  return script
}
