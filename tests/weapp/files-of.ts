import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Every file of a build, relative to it, with its size in bytes. */
export function filesOf(dist: string, folder = dist): readonly { readonly path: string; readonly bytes: number }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory()
      ? filesOf(dist, path)
      : [{ path: relative(dist, path).replaceAll('\\', '/'), bytes: statSync(path).size }]
  })
}
