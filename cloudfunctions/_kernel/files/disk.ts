import { mkdirSync } from 'node:fs'
import { open, opendir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { FileId } from '../../../shared/core/ids'
import { isoTime, type IsoTime } from '../../../shared/core/time'
import { CannotWrite } from '../store/port'
import type { Sealer } from '../seal/sealer'
import { acceptFile } from './accept'
import type { FilePort } from './port'
import { openFile, ownId, renewedFile, sealFile } from './sealed'

export interface DiskOptions {
  /** Made where there is none, readable by this user only. */
  readonly folder: string
  readonly sealer: Sealer
  readonly random: { id(): string }
  readonly now: () => IsoTime
}

const ending = '.sealed'
const unfinished = '.sealed.part'

/** The file port on a local disk: one sealed file per id. */
export function diskFiles({ folder, sealer, random, now }: DiskOptions): FilePort {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => join(folder, `${id}${ending}`)

  return {
    put: async ({ kind, bytes, owner }) => {
      const accepted = acceptFile({ kind, bytes })
      if (!accepted.ok) return accepted
      const id = FileId.parse(random.id())
      if (!ownId.test(id)) throw new Error('file ids must be 22 characters of base64url')
      await writeDurably(folder, id, sealFile(sealer, id, { kind, owner, bytes: accepted.bytes }), now(), random.id())
      return { ok: true, id }
    },
    get: async (id) => {
      if (!ownId.test(id)) return undefined
      const sealed = await readFile(pathOf(id)).catch(absent)
      return sealed === undefined ? undefined : openFile(sealer, id, sealed)
    },
    remove: async (id) => {
      if (ownId.test(id)) await rm(pathOf(id), { force: true })
    },
    renew: async (id) => {
      if (!ownId.test(id)) return false
      const found = await stat(pathOf(id)).catch(absent)
      const sealed = found === undefined ? undefined : await readFile(pathOf(id)).catch(absent)
      const again = sealed === undefined ? undefined : renewedFile(sealer, id, sealed)
      if (found === undefined || again === undefined) return false
      await writeDurably(folder, FileId.parse(id), again, isoTime(found.mtimeMs), random.id())
      return true
    },
    sweep: async (isReferenced, before) => {
      let removed = 0
      for await (const { name } of await opendir(folder)) {
        const id = idOf(name)
        if (id === undefined && !name.endsWith(unfinished)) continue
        const path = join(folder, name)
        const found = await stat(path).catch(absent)
        if (found === undefined || found.mtimeMs >= Date.parse(before)) continue
        if (id !== undefined && (await isReferenced(id))) continue
        await rm(path, { force: true })
        removed++
      }
      // Reading from a disk takes no time to speak of: all in one run.
      return { removed }
    },
  }
}

/** Written aside under a name of its own (two may renew one file at once), synced, then renamed: a file is there whole or not at all, also after a power cut. Its time is the handed-in clock’s. */
async function writeDurably(
  folder: string,
  id: FileId,
  bytes: Uint8Array,
  at: IsoTime,
  attempt: string,
): Promise<void> {
  const part = join(folder, `${id}-${attempt}${unfinished}`)
  try {
    await writeAndSync(part, bytes)
  } catch (fault) {
    // What a full disk cut off would only fill it further.
    await rm(part, { force: true }).catch(() => {})
    throw cannotWrite(fault, folder) ?? fault
  }
  await utimes(part, new Date(at), new Date(at))
  await rename(part, join(folder, `${id}${ending}`))
  const entries = await open(folder, 'r')
  try {
    await entries.sync()
  } finally {
    await entries.close()
  }
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const noRoom: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

function cannotWrite(fault: unknown, folder: string): CannotWrite | undefined {
  const code: unknown = fault instanceof Error && 'code' in fault ? fault.code : undefined
  if (noRoom.includes(code)) return new CannotWrite(`THE DISK IS FULL: ${folder} takes nothing more`, { cause: fault })
  if (code === 'EIO' || code === 'EROFS')
    return new CannotWrite(`THE DISK CANNOT BE WRITTEN: ${folder} (${code})`, { cause: fault })
  return undefined
}

/** Undefined for a write that was cut off, to which nothing can refer, and for what is not ours. */
function idOf(name: string): FileId | undefined {
  const id = name.slice(0, -ending.length)
  return name.endsWith(ending) && ownId.test(id) ? FileId.parse(id) : undefined
}

/** Missing is an answer; every other failure of the disk is a fault. */
function absent(fault: unknown): undefined {
  if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT') return undefined
  throw fault
}
