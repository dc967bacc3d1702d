import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const scripts = join(root, 'dist', 'e2e')

/** Before the first browser test of a run: the server without a compiler, and the demo world, loaded once, as loading takes longer than most tests. Each file’s server starts on a copy (`stage`). */
export default async function makeWorld() {
  await build({
    entryPoints: { server: join(root, 'local', 'main.ts'), world: join(root, 'tests', 'e2e', 'make-world.ts') },
    outdir: scripts,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    // The driver’s binary is found from `dist`.
    external: ['libsql'],
    plugins: [whereItWas],
    logLevel: 'error',
  })
  const folder = mkdtempSync(join(tmpdir(), 'e2e-world-'))
  execFileSync(process.execPath, [join(scripts, 'world.cjs'), folder], { stdio: 'inherit' })
  process.env.E2E_WORLD = folder
  process.env.E2E_SERVER = join(scripts, 'server.cjs')
}

/** What lies beside a source is found beside the source: each keeps its own `__dirname`. */
const whereItWas = {
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (path.includes('node_modules') || !source.includes('__dirname')) return undefined
      return { contents: `const __dirname = ${JSON.stringify(dirname(path))};${source}`, loader: 'ts' }
    })
  },
}
