import type { z } from 'zod'

/**
 * The store port: documents in collections, found by declared indexes, changed in transactions.
 * Every adapter keeps the obligations written here and proves it with the contract tests in `contract.ts`.
 */

/** What can be stored: plain JSON with an id of its own. A property that is undefined is not stored. */
export interface Stored {
  readonly _id: string
}

/**
 * What an index can hold. A missing property (or null) is a value of its own that sorts before all others. Text sorts by Unicode code
 * point, false before true. One field holds one kind of scalar throughout its collection.
 */
export type Scalar = string | number | boolean

/** A collection, declared once: adapters create their tables and indexes from it. */
export interface Collection<D extends Stored> {
  readonly name: string
  /** Every document is checked against it on its way in. */
  readonly schema: z.ZodType<D>
  /** Top-level scalar fields, the ones asked for by equality first. Every index ends with `_id` by itself. */
  readonly indexes: Readonly<Record<string, readonly (keyof D & string)[]>>
  /** Makes a document of any earlier version one of this version, before the schema judges it: reads give today’s form only. See migrations/steps.ts. */
  readonly upgrade?: (document: unknown) => unknown
}

/** Any collection, where only its name and shape matter. */
export interface AnyCollection {
  readonly name: string
  readonly schema: z.ZodType
  readonly indexes: Readonly<Record<string, readonly string[]>>
}

/** Which documents: by one index, equal in its first fields (all, some or none), and between two values of the field that follows. */
export interface Selection<D extends Stored> {
  readonly index: string
  /** Must name the first fields of the index, without a gap. A key given as undefined asks for documents without that field. */
  readonly equals: { readonly [Field in keyof D]?: D[Field] | undefined }
  /** Bounds on the index’s next field after the equal ones (`_id` after the last): `from` inclusive, `until` exclusive. A bound leaves out documents without the field. */
  readonly from?: Scalar
  readonly until?: Scalar
}

/** A selection in the index’s order, ties by `_id`, one page at a time. */
export interface Query<D extends Stored> extends Selection<D> {
  readonly order?: 'ascending' | 'descending'
  /** 1 to 1000, default 50. */
  readonly limit?: number
  /** Of the page before, with the same query. It marks a place in the order, so documents that come or go in between shift nothing. */
  readonly cursor?: string
}

export interface Page<D extends Stored> {
  readonly documents: readonly D[]
  /** Opaque; absent at the end. */
  readonly cursor?: string
}

/** How many documents a selection has; beyond `atMost`, a positive whole number, nobody counts on: the answer then is `atMost`. */
export interface Counting<D extends Stored> extends Selection<D> {
  readonly atMost?: number
}

/** How many documents there are per value of the field that follows the equal ones. */
export interface Grouping<D extends Stored, Field extends keyof D & string> {
  readonly index: string
  readonly equals: Selection<D>['equals']
  readonly by: Field
}

export interface Group<Value> {
  /** Undefined counts the documents without the field. */
  readonly value: Value | undefined
  readonly count: number
}

export type Inserted = { readonly ok: true } | { readonly ok: false; readonly reason: 'DUPLICATE' }

export interface Reader {
  get<D extends Stored>(collection: Collection<D>, id: string): Promise<D | undefined>
}

/** Reads see committed documents only, each call the newest. */
export interface Store extends Reader {
  /** Throws `BadCursor` for a cursor that no page of this query gave. */
  find<D extends Stored>(collection: Collection<D>, query: Query<D>): Promise<Page<D>>
  count<D extends Stored>(collection: Collection<D>, counting: Counting<D>): Promise<number>
  /** In the order of the values. */
  group<D extends Stored, Field extends keyof D & string>(
    collection: Collection<D>,
    grouping: Grouping<D, Field>,
  ): Promise<readonly Group<D[Field]>[]>
  /** A single document in a transaction of its own. Of any number of inserts with one id, exactly one is told ok. */
  insert<D extends Stored>(collection: Collection<D>, document: D): Promise<Inserted>
  /**
   * All of the work’s writes or none. It resolves after the writes are on disk; it rolls back when the work throws, and when it answers
   * a refusal (an object with `ok: false`), which is handed back. No update is lost: of two transactions that read and write the same
   * document, one starts from what the other wrote. A document that is only read may change meanwhile; what a decision rests on is
   * written, or held by an insert. The work may run more than once and touches nothing but `tx`: ids and time are taken before it.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

/** Ends with its work: a call after that is a fault. Reads see the writes made before them in the same transaction. */
export interface Transaction extends Reader {
  /** Throws `DuplicateId`, which the work lets through: it rolls the transaction back. */
  insert<D extends Stored>(collection: Collection<D>, document: D): Promise<void>
  /** Writes the whole document, new or not. */
  put<D extends Stored>(collection: Collection<D>, document: D): Promise<void>
  /** Without effect where there is no such document. */
  remove<D extends Stored>(collection: Collection<D>, id: string): Promise<void>
}

/** An insert met an id that is taken. */
export class DuplicateId extends Error {
  override readonly name = 'DuplicateId'
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {
    super(`${collection} already holds ${id}`)
  }
}

/**
 * The disk or the database takes nothing more, for want of space or because it is broken. Nothing of what was being written is there; reads go on,
 * and writes do again once there is room, without a restart.
 */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite'
}

/** A cursor that was made up, cut short, or taken from another query. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor'
}

const plainName = /^[A-Za-z][A-Za-z0-9]*$/

/** Declares a collection. Names are plain letters and digits, because adapters build tables and paths from them; anything else throws. */
export function collection<D extends Stored>(declaration: Collection<D>): Collection<D> {
  const names: readonly string[] = [declaration.name, ...Object.values(declaration.indexes).flat()]
  const wrong = names.find((name) => !plainName.test(name))
  if (wrong !== undefined) throw new Error(`${declaration.name}: ${wrong} cannot name a collection or an indexed field`)
  return declaration
}
