import { checked, parsed } from './documents'
import { DuplicateId, type AnyCollection, type Collection, type Stored, type Transaction } from './port'
import type { Connection, Row } from './sqlite-connection'
import type { Turn } from './sqlite-queue'
import { sqlOf } from './sqlite-table'

export function getOn<D extends Stored>(connection: Connection, collection: Collection<D>, id: string): D | undefined {
  const row = connection.first(sqlOf.get(collection), [id])
  return row === undefined ? undefined : documentOf(collection, row)
}

/** False where the id is taken. */
export function insertOn<D extends Stored>(connection: Connection, collection: Collection<D>, sound: D): boolean {
  return connection.change(sqlOf.insert(collection), [sound._id, JSON.stringify(sound)]) === 1
}

/** A row’s first column read as a document. */
export function documentOf<D extends Stored>(collection: Collection<D>, [text]: Row): D {
  if (typeof text !== 'string') throw new Error(`${collection.name} holds a row without a document`)
  return parsed(collection, JSON.parse(text))
}

/** A single field’s value as JSON; on trust, because it was checked with its document on the way in. */
export function valueOf<Value>(json: unknown): Value | undefined {
  return typeof json === 'string' ? (JSON.parse(json) ?? undefined) : undefined
}

/** The calls of one transaction. They act at once, so that parallel calls need no waiting for each other. */
export function transactionOn(
  connection: Connection,
  turn: Turn,
  expect: (collection: AnyCollection) => void,
): Transaction {
  function enter(collection: AnyCollection): void {
    if (!turn.open) throw new Error('this transaction is over')
    expect(collection)
  }
  return {
    get: async (collection, id) => {
      enter(collection)
      return getOn(connection, collection, id)
    },
    insert: async (collection, document) => {
      enter(collection)
      const sound = checked(collection, document)
      if (!insertOn(connection, collection, sound)) throw new DuplicateId(collection.name, sound._id)
    },
    put: async (collection, document) => {
      enter(collection)
      const sound = checked(collection, document)
      connection.change(sqlOf.put(collection), [sound._id, JSON.stringify(sound)])
    },
    remove: async (collection, id) => {
      enter(collection)
      connection.change(sqlOf.remove(collection), [id])
    },
  }
}
