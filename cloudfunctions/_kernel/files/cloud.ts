import { z } from 'zod'
import { FileId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import type { CloudApp } from '../cloud/app'
import { cloudObjects } from '../cloud/objects'
import type { Sealer } from '../seal/sealer'
import { collection, type Store } from '../store/port'
import { acceptFile } from './accept'
import type { FilePort } from './port'
import { openFile, ownId, renewedFile, sealFile } from './sealed'

/** 云存储里的文件: cloud storage cannot be listed from inside a function, so each file is entered here before it is uploaded. */
export const StoredFile = z.strictObject({
  _id: FileId,
  at: IsoTime,
  /** `cloud://{environment}.{bucket}/{path}`: WeChat’s fileID. */
  place: z.string(),
})
export type StoredFile = z.infer<typeof StoredFile>
export const storedFiles = collection<StoredFile>({
  name: 'files',
  schema: StoredFile,
  indexes: { byTime: ['at'] },
})

export interface CloudFilesOptions {
  readonly app: CloudApp
  readonly store: Store
  readonly sealer: Sealer
  readonly random: { id(): string }
  readonly now: () => IsoTime
}

/** Files looked at in one run: each is fetched, since its owner is sealed within it, and that takes a tenth of a second or two. */
const sweptTogether = 100

/** The file port on CloudBase’s cloud storage: one sealed object per id. An upload that was cut off is an entry without an object, and is swept. */
export function cloudFiles({ app, store, sealer, random, now }: CloudFilesOptions): FilePort {
  const objects = cloudObjects(app)

  async function discard({ _id, place }: StoredFile): Promise<void> {
    await objects.remove(place)
    await store.transact((tx) => tx.remove(storedFiles, _id))
  }

  return {
    put: async ({ kind, bytes, owner }) => {
      const accepted = acceptFile({ kind, bytes })
      if (!accepted.ok) return accepted
      const id = FileId.parse(random.id())
      if (!ownId.test(id)) throw new Error('file ids must be 22 characters of base64url')
      const sealed = sealFile(sealer, id, { kind, owner, bytes: accepted.bytes })
      const upload = await objects.prepare(`sealed/${id}`)
      const entered = await store.insert(storedFiles, { _id: id, at: now(), place: upload.place })
      if (!entered.ok) throw new Error('a file id was given out twice')
      await upload.send(sealed)
      return { ok: true, id }
    },
    get: async (id) => {
      const entry = ownId.test(id) ? await store.get(storedFiles, id) : undefined
      const sealed = entry === undefined ? undefined : await objects.read(entry.place)
      return sealed === undefined ? undefined : openFile(sealer, id, sealed)
    },
    remove: async (id) => {
      const entry = ownId.test(id) ? await store.get(storedFiles, id) : undefined
      if (entry !== undefined) await discard(entry)
    },
    renew: async (id) => {
      const entry = ownId.test(id) ? await store.get(storedFiles, id) : undefined
      const sealed = entry === undefined ? undefined : await objects.read(entry.place)
      const again = sealed === undefined ? undefined : renewedFile(sealer, id, sealed)
      if (entry === undefined || again === undefined) return false
      const upload = await objects.prepare(`sealed/${id}-${random.id()}`)
      await upload.send(again)
      const moved = await store.transact(async (tx) => {
        // Two may renew one file at once, or it is removed meanwhile: the entry says which object counts.
        if ((await tx.get(storedFiles, id))?.place !== entry.place) return false
        await tx.put(storedFiles, { ...entry, place: upload.place })
        return true
      })
      await objects.remove(moved ? entry.place : upload.place)
      return moved
    },
    sweep: async (isReferenced, before, after) => {
      let removed = 0
      const page = await store.find(storedFiles, {
        index: 'byTime',
        equals: {},
        until: before,
        limit: sweptTogether,
        ...(after === undefined ? {} : { cursor: after }),
      })
      for (const entry of page.documents) {
        if (await isReferenced(entry._id)) continue
        await discard(entry)
        removed++
      }
      return { removed, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
    },
  }
}
