import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { built } from './built'

/** A copy of the build that may be damaged. */
export interface Copy {
  readonly path: string
  /** Rewrites a file. Throws where that changed nothing: a damage that damages nothing proves nothing. */
  rewrite(file: string, change: (text: string) => string): void
  remove(file: string): void
  write(file: string, text: string): void
  dispose(): void
}

export function copyOfBuild(): Copy {
  const path = mkdtempSync(join(tmpdir(), 'weapp-'))
  cpSync(built, path, { recursive: true })
  return {
    path,
    rewrite(file, change) {
      const before = readFileSync(join(path, file), 'utf8')
      const after = change(before)
      if (after === before) throw new Error(`${file} was not changed`)
      writeFileSync(join(path, file), after)
    },
    remove: (file) => rmSync(join(path, file)),
    write: (file, text) => writeFileSync(join(path, file), text),
    dispose: () => rmSync(path, { recursive: true }),
  }
}
