import type { FileId } from '../../../shared/core/ids'
import { displayOf } from '../../_kernel/officer-display'
import { applications, drafts } from '../../_kernel/records/applications'
import { fileUses } from '../../_kernel/records/file-uses'
import { officers } from '../../_kernel/records/registry'
import { sealedFields } from '../../_kernel/records/sealed-fields'
import type { Runtime } from '../../_kernel/runtime'
import type { Sealer } from '../../_kernel/seal/sealer'
import type { Collection, Stored } from '../../_kernel/store/port'
import { walkOn } from './walk'

const together = 40

/** 换密封钥匙: seals everything with the current key. When every collection is done, the others may be taken out of SEAL_KEYS. */
export async function rotateSeals(runtime: Runtime): Promise<number> {
  let rewritten = 0
  for (const sealed of sealedFields)
    rewritten += await sealed.use((collection, fields) => rotateFields(collection, fields, runtime))
  return rewritten + (await rotateFiles(runtime))
}

function rotateFields<D extends Stored>(
  collection: Collection<D>,
  fields: readonly (keyof D & string)[],
  runtime: Runtime,
): Promise<number> {
  const renewed = (document: D) => renewedFields(document, collection.name, fields, runtime.sealer)
  return walkOn<D>(
    {
      what: 'seals',
      under: runtime.sealer.current(),
      collection,
      together,
      isDue: (document) => renewed(document) !== undefined,
      rewrite: (tx, document) => tx.put(collection, renewed(document) ?? document),
    },
    runtime,
  )
}

/** The document with its fields under the current key; undefined where they are. */
function renewedFields<D extends Stored>(
  document: D,
  collection: string,
  fields: readonly (keyof D & string)[],
  sealer: Sealer,
): D | undefined {
  let changed: D | undefined
  for (const field of fields) {
    const value = document[field]
    const again = typeof value === 'string' ? sealer.renewed({ collection, id: document._id, field }, value) : undefined
    if (again !== undefined) changed = { ...(changed ?? document), [field]: again }
  }
  return changed
}

/** Whose documents refer to files: the operator’s line that an old key may go waits for a walk over each of them. */
export const collectionsWithFiles = [applications, drafts, fileUses, officers] as const

/** Files are found by what refers to them, as in `retention/files.ts`; one to which none refers is swept anyway. */
async function rotateFiles(runtime: Runtime): Promise<number> {
  const renew = async (id: FileId | undefined) => id !== undefined && (await runtime.files.renew(id))
  const walk = {
    what: 'files',
    under: runtime.sealer.current(),
    together,
    isDue: () => false,
    rewrite: async () => {},
  }
  return (
    (await walkOn(
      {
        ...walk,
        collection: applications,
        before: async ({ letter, proof }) => {
          const signed = await renew(letter.signature)
          return (await renew(proof)) || signed
        },
      },
      runtime,
    )) +
    (await walkOn({ ...walk, collection: drafts, before: ({ proof }) => renew(proof) }, runtime)) +
    (await walkOn({ ...walk, collection: fileUses, before: ({ _id }) => renew(_id) }, runtime)) +
    (await walkOn(
      { ...walk, collection: officers, before: (officer) => renew(displayOf(officer, runtime.sealer).photo) },
      runtime,
    ))
  )
}
