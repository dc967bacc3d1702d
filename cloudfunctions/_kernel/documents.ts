import type { FileId } from '../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../shared/core/outcome'
import { fileUses } from './records/file-uses'
import type { Call } from './serve'
import type { Transaction } from './store/port'

/** 附件: a photographed paper, kept before the transaction; `keepDocument` inside it says which record it belongs to. */
export async function putDocument(
  picture: string,
  { files, account: owner }: Pick<Call<unknown>, 'files' | 'account'>,
): Promise<Outcome<FileId, 'DOCUMENT_INVALID'>> {
  const bytes = Buffer.from(picture, 'base64')
  const kind = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
  const stored = await files.put({ kind, bytes, owner })
  return stored.ok ? succeed(stored.id) : refuse('DOCUMENT_INVALID', { field: 'document' })
}

/** Without this line in the record’s transaction the clock sweeps the file. */
export function keepDocument(
  tx: Transaction,
  id: FileId,
  belongsTo: { readonly collection: string; readonly record: string },
): Promise<void> {
  return tx.put(fileUses, { _id: id, ...belongsTo })
}

/** 照片能不能归这条记录: each was put by the caller and is kept by no other record, or is this record’s already. */
export async function mayKeepPictures(
  pictures: readonly FileId[],
  belongsTo: { readonly collection: string; readonly record: string },
  { files, store, account }: Pick<Call<unknown>, 'files' | 'store' | 'account'>,
): Promise<boolean> {
  for (const picture of pictures) {
    const [file, use] = await Promise.all([files.get(picture), store.get(fileUses, picture)])
    const kept = use?.collection === belongsTo.collection && use.record === belongsTo.record
    const put = use === undefined && file?.owner === account && file.kind.startsWith('image/')
    if (!kept && !put) return false
  }
  return true
}

/** The picture as a page shows it; undefined where the file is not kept any more. */
export async function pictureOf(id: FileId, { files }: Pick<Call<unknown>, 'files'>): Promise<string | undefined> {
  const file = await files.get(id)
  return file === undefined ? undefined : `data:${file.kind};base64,${Buffer.from(file.bytes).toString('base64')}`
}
