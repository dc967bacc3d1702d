import type { FileId } from '../../../shared/core/ids'
import { exportPages, type ExportRecord } from '../../_kernel/records/exports'
import { fileUses } from '../../_kernel/records/file-uses'
import type { Runtime } from '../../_kernel/runtime'

type Ports = Pick<Runtime, 'store' | 'files'>

/** A CloudBase transaction takes 100 operations. */
const together = 90

/** 行和文件都删掉; the record of what was exported stays. */
export async function removeContents({ _id, files }: ExportRecord, ports: Ports): Promise<void> {
  const { store } = ports
  for (let left = true; left;) {
    const query = { index: 'byExport', equals: { export: _id }, limit: together } as const
    const { documents } = await store.find(exportPages, query)
    await store.transact(async (tx) => {
      for (const page of documents) await tx.remove(exportPages, page._id)
    })
    left = documents.length === together
  }
  for (const { file } of files) await dropFile(file, ports)
}

export async function dropFile(file: FileId, { files, store }: Ports): Promise<void> {
  await files.remove(file)
  await store.transact((tx) => tx.remove(fileUses, file))
}
