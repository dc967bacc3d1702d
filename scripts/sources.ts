import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is made of, below the project’s root. Tests change nothing that is built. */
const sources = [
  'src',
  'shared',
  'config',
  'package.json',
  'package-lock.json',
  'babel.config.js',
  'tsconfig.base.json',
]
const skipped = /\.(test|fixture)\.tsx?$|\.md$/

/** A digest of everything that a build is made of: equal digests, equal builds. */
export function digestOfSources(root: string): string {
  const digest = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(join(root, source)))
      digest.update(`${file.slice(root.length)}\n`).update(readFileSync(file))
  }
  return digest.digest('hex')
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(path, entry.name)) : skipped.test(entry.name) ? [] : [join(path, entry.name)],
    )
}
