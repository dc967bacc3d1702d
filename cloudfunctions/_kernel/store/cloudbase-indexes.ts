import { commitsName } from './cloudbase-commits'
import { keyField } from './cloudbase-keys'
import type { AnyCollection } from './port'

/** A collection as CloudBase has to hold it. */
export interface CloudbaseCollection {
  readonly name: string
  /** Fields with an ordinary ascending index of their own. Each is the text of one declared index, which ends with the id (`cloudbase-keys.ts`). */
  readonly indexedFields: readonly string[]
}

/** What must be made before the store is opened: every declared collection, and the store’s own notes of commits. */
export function cloudbaseCollections(collections: readonly AnyCollection[]): readonly CloudbaseCollection[] {
  const declared = collections.map(({ name, indexes }) => {
    const fields = Object.values(indexes).filter((index) => index.length > 0)
    return { name, indexedFields: [...new Set(fields.map(keyField))] }
  })
  return [...declared, { name: commitsName, indexedFields: ['at'] }]
}
