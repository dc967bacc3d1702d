import { build } from 'esbuild'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leavingOut } from './left-out'
import { root, type DeclaredFunction } from './declared'

export interface Bundle {
  readonly name: string
  readonly folder: string
  readonly bytes: number
  /** Every file it is made of, from the project’s root. */
  readonly inputs: readonly string[]
}

export const largestBundle = 1_500_000
/** As the platform names it. */
export const runtimeName = 'Nodejs20.19'

/**
 * One function as one file that needs nothing beside it: our code, the SDK, zod. Functions and classes keep their names, so that the log’s stack says where a
 * fault arose; names inside them are short.
 */
export async function bundleFunction(declared: DeclaredFunction, into: string): Promise<Bundle> {
  const folder = join(into, declared.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { outputFiles, metafile } = await build({
    stdin: { contents: cloudEntry(declared.name), resolveDir: join(root, 'cloudfunctions'), loader: 'ts' },
    outfile: join(folder, 'index.js'),
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    keepNames: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [leavingOut],
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${declared.name}`)
  writeFileSync(output.path, output.contents)
  writeFileSync(join(folder, 'package.json'), json({ name: declared.name, private: true, main: 'index.js' }))
  writeFileSync(join(folder, 'config.json'), json({ permissions: { openapi: declared.weChatInterfaces } }))
  const inputs = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>')
  return { name: declared.name, folder, bytes: output.contents.length, inputs }
}

/** The function’s own door inside the cloud’s: `cloudfunctions/{name}/index.ts` stays free of where it runs. */
function cloudEntry(name: string): string {
  return [
    `import { inCloud } from './_kernel/cloud-runtime'`,
    `import { main as door } from './${name}/index'`,
    `export const main = inCloud(door)`,
  ].join('\n')
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
