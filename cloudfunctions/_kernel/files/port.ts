import type { AccountId, FileId } from '../../../shared/core/ids'
import type { IsoTime } from '../../../shared/core/time'

/** What may be kept: a signature’s strokes as JSON (`Signature` of shared/membership/joining.ts), photographs of paper, tables that are imported, and encrypted ones that are exported. */
export type FileKind = 'signature' | 'image/png' | 'image/jpeg' | 'workbook' | 'encrypted-workbook'

/** Why a file is not taken. `WRONG_TYPE`: its content is not of the stated kind. `DAMAGED`: of the kind, but cut short or malformed. */
export type FileRefusal = 'EMPTY' | 'TOO_LARGE' | 'WRONG_TYPE' | 'DAMAGED'

export type FilePut = { readonly ok: true; readonly id: FileId } | { readonly ok: false; readonly reason: FileRefusal }

export interface NewFile {
  readonly kind: FileKind
  readonly bytes: Uint8Array
  /** Whose it is; kept sealed with the file. */
  readonly owner: AccountId
}

export interface KeptFile {
  readonly kind: FileKind
  readonly bytes: Uint8Array
  readonly owner: AccountId
}

export interface Swept {
  readonly removed: number
  /** Where the next call goes on; absent when every file was looked at. */
  readonly after?: string
}

/**
 * 文件: what is too large for a document. Content is judged by what it is, not by what it is called; metadata (place, device, time,
 * comments) is left out; what is kept is sealed and gets a random id.
 */
export interface FilePort {
  /** Resolves when the file is durable, so that a record may refer to it. A file that no record refers to in the end is swept. */
  put(file: NewFile): Promise<FilePut>
  /** Undefined for an id that is not kept, whatever it looks like. Throws `SealBroken` for a file that was changed. */
  get(id: string): Promise<KeptFile | undefined>
  /** Without effect where there is none. */
  remove(id: string): Promise<void>
  /** Seals it with the current key, where it is not; its time stays. Answers whether it did. A file that is not kept is left alone. */
  renew(id: string): Promise<boolean>
  /**
   * Removes files put before that time to which nothing refers. Leave a day for commands under way. It looks at as many as a run of the clock has time for, from
   * `after` on, which is what an earlier call answered.
   */
  sweep(isReferenced: (id: FileId) => Promise<boolean>, before: IsoTime, after?: string): Promise<Swept>
}
