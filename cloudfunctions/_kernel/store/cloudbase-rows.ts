import { Row } from './cloudbase-database'
import { keyField, keyText } from './cloudbase-keys'
import { checked, parsed } from './documents'
import type { AnyCollection, Collection, Stored } from './port'

/** The row of a document. Throws `InvalidDocument` where schema or indexes refuse it. */
export function rowOf<D extends Stored>(collection: Collection<D>, document: D, made?: string): Row {
  const sound = checked(collection, document)
  return {
    _id: sound._id,
    document: JSON.stringify(sound),
    ...keysOf(collection, sound),
    ...(made === undefined ? {} : { made }),
  }
}

export function documentOf<D extends Stored>(collection: Collection<D>, row: unknown): D {
  return parsed(collection, JSON.parse(Row.parse(row).document))
}

/** A text per index, except for one without fields: that is the id. */
function keysOf(collection: AnyCollection, document: Stored): Readonly<Record<string, string>> {
  const indexed = Object.values(collection.indexes).filter((fields) => fields.length > 0)
  return Object.fromEntries(indexed.map((fields) => [keyField(fields), keyText(fields, document)]))
}
