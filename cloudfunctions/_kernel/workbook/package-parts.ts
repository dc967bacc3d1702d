import type { WorkbookLimits } from '../../../shared/roster/workbook'
import { Unreadable } from './unreadable'
import { unpacked } from './unpack'
import { readWholeXml } from './xml'
import type { ZipDirectory, ZipEntry } from './zip-directory'

/** The package of a workbook: its parts by name, of which no more is unpacked in all than the limits allow. */
export interface Package {
  has(name: string): boolean
  /** The bytes of a part; a part that is missing is a damaged file. */
  pieces(name: string): AsyncGenerator<Buffer, void, undefined>
  sizeOf(name: string): number
}

export function openPackage(bytes: Buffer, directory: ZipDirectory, limits: WorkbookLimits): Package {
  let left = limits.unpackedBytes
  const entryOf = (name: string): ZipEntry => {
    const entry = directory.get(name.toLowerCase())
    if (entry === undefined) throw new Unreadable('WORKBOOK_DAMAGED', { part: name })
    return entry
  }
  return {
    has: (name) => directory.has(name.toLowerCase()),
    sizeOf: (name) => entryOf(name).size,
    pieces: (name) => {
      const entry = entryOf(name)
      left -= entry.size
      if (left < 0) throw new Unreadable('WORKBOOK_TOO_LARGE', { part: entry.name })
      return unpacked(bytes, entry)
    },
  }
}

export interface Relationship {
  readonly id: string
  /** The last step of its type: `worksheet`, `styles`, `sharedStrings`. Both editions of the standard end alike. */
  readonly type: string
  readonly target: string
}

/** 关系 of a part (ECMA-376 part 2, §6.5): what its ids stand for. */
export async function relationshipsOf(parts: Package, name: string): Promise<readonly Relationship[]> {
  const folder = folderOf(name)
  const file = `${folder}_rels/${name.slice(folder.length)}.rels`
  const found: Relationship[] = []
  if (!parts.has(file)) return found
  await readWholeXml(parts.pieces(file), file, {
    open: (element, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (element === 'Relationship' && TargetMode !== 'External')
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) })
    },
  })
  return found
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)

/** `../worksheets/sheet1.xml` as seen from the folder of a part. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}
