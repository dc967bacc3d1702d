import { fileUses } from '../../_kernel/records/file-uses'
import { importPages, importPieces, imports, type ImportRecord } from '../../_kernel/records/imports'
import type { Runtime } from '../../_kernel/runtime'
import type { Collection, Stored } from '../../_kernel/store/port'

type Ports = Pick<Runtime, 'store' | 'files'>

/** A CloudBase transaction takes 100 operations. */
const together = 90

/** 文件、分片和行都删掉: what an import brought is in the register; these copies of it go. */
export async function removeContents({ _id }: ImportRecord, ports: Ports): Promise<void> {
  await removePieces(_id, ports)
  await removeAll(importPages, { index: 'byImport', equals: { import: _id } }, ports)
  const used = await ports.store.find(fileUses, {
    index: 'byRecord',
    equals: { collection: imports.name, record: _id },
    limit: 100,
  })
  for (const { _id: file } of used.documents) {
    await ports.files.remove(file)
    await ports.store.transact((tx) => tx.remove(fileUses, file))
  }
}

export function removePieces(job: ImportRecord['_id'], ports: Ports): Promise<void> {
  return removeAll(importPieces, { index: 'byImport', equals: { import: job } }, ports)
}

async function removeAll<D extends Stored>(
  collection: Collection<D>,
  query: { readonly index: string; readonly equals: { readonly [Field in keyof D]?: D[Field] | undefined } },
  { store }: Ports,
): Promise<void> {
  for (let left = true; left;) {
    const { documents } = await store.find(collection, { ...query, limit: together })
    await store.transact(async (tx) => {
      for (const { _id } of documents) await tx.remove(collection, _id)
    })
    left = documents.length === together
  }
}
