import { z } from 'zod'
import { FileId } from '../../../shared/core/ids'
import { collection } from '../store/port'

/** 附件去向: which record keeps a document’s picture. Written with that record; a file without one is swept (clock/retention/files.ts). */
export const FileUseRecord = z.strictObject({ _id: FileId, collection: z.string(), record: z.string() })
export type FileUseRecord = z.infer<typeof FileUseRecord>

export const fileUses = collection<FileUseRecord>({
  name: 'fileUses',
  schema: FileUseRecord,
  indexes: { byRecord: ['collection', 'record'], all: [] },
})
