import { z } from 'zod'
import type { CloudApp } from './app'

/** An upload that the storage expects: where the object will be, and the sending itself. */
export interface Upload {
  readonly place: string
  /** Resolves when the storage has confirmed the object. */
  send(bytes: Uint8Array): Promise<void>
}

/** 云存储, object by object. Anything but “there” and “not there” is thrown. */
export interface CloudObjects {
  prepare(path: string): Promise<Upload>
  read(place: string): Promise<Buffer | undefined>
  /** Without effect where there is none. */
  remove(place: string): Promise<void>
}

const withinMs = 10_000
const linkLivesSeconds = 60
const notThere = 'STORAGE_FILE_NONEXIST'

const UploadData = z.object({
  url: z.url(),
  token: z.string(),
  authorization: z.string(),
  fileId: z.string().min(1),
  cosFileId: z.string(),
})
const Links = z.object({ fileList: z.tuple([z.object({ code: z.string(), tempFileURL: z.string() })]) })
const Removed = z.object({ fileList: z.tuple([z.object({ code: z.string() })]) })

/**
 * Asks the SDK for permission and place, and moves the bytes itself: the SDK’s `uploadFile` does not look at the storage’s status, so that an upload which
 * failed with an empty answer would pass for done; its `downloadFile` tells “not there” by a sentence only.
 */
export function cloudObjects(app: CloudApp): CloudObjects {
  return {
    async prepare(path) {
      const { data } = await app.getUploadMetadata({ cloudPath: path })
      const { url, token, authorization, fileId, cosFileId } = UploadData.parse(data)
      return {
        place: fileId,
        async send(bytes) {
          const headers = {
            Signature: authorization,
            authorization,
            'x-cos-security-token': token,
            'x-cos-meta-fileid': cosFileId,
            key: encodeURIComponent(path),
          }
          const response = await fetch(url, {
            method: 'PUT',
            headers,
            body: Buffer.from(bytes),
            signal: AbortSignal.timeout(withinMs),
          })
          await response.arrayBuffer()
          if (!response.ok) throw new StorageFailed('upload', String(response.status))
        },
      }
    },
    async read(place) {
      const asked = await app.getTempFileURL({ fileList: [{ fileID: place, maxAge: linkLivesSeconds }] })
      const [{ code, tempFileURL }] = Links.parse(asked).fileList
      if (code === notThere) return undefined
      if (code !== 'SUCCESS') throw new StorageFailed('link', code)
      const response = await fetch(encodeURI(tempFileURL), { signal: AbortSignal.timeout(withinMs) })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (response.status === 404) return undefined
      if (!response.ok) throw new StorageFailed('download', String(response.status))
      return bytes
    },
    async remove(place) {
      const [{ code }] = Removed.parse(await app.deleteFile({ fileList: [place] })).fileList
      if (code !== 'SUCCESS' && code !== notThere) throw new StorageFailed('removal', code)
    },
  }
}

/** Names what failed and the storage’s code; never a link, which would be a key to the object. */
export class StorageFailed extends Error {
  override readonly name = 'StorageFailed'
  constructor(
    readonly what: string,
    readonly code: string,
  ) {
    super(`cloud storage: ${what} failed with ${code}`)
  }
}
