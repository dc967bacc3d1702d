import { applications } from '../../_kernel/records/applications'
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

/** Files are found by the applications that refer to them; one to which none refers is swept anyway. */
function rotateFiles(runtime: Runtime): Promise<number> {
  return walkOn(
    {
      what: 'files',
      under: runtime.sealer.current(),
      collection: applications,
      together,
      isDue: () => false,
      before: async ({ letter }) => letter.signature !== undefined && (await runtime.files.renew(letter.signature)),
      rewrite: async () => {},
    },
    runtime,
  )
}
