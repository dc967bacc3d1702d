import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { commitLog, commitsName } from './cloudbase-commits'
import { openDatabase, Row, type CloudDatabase, type CloudEnvironment } from './cloudbase-database'
import { isPassing, NoAnswer, OutcomeUnknown } from './cloudbase-faults'
import { keyField, rangeAfter, rangeOf, valueOfPart, type Range } from './cloudbase-keys'
import { defaultPatience, persist, type Patience } from './cloudbase-retry'
import { documentOf, rowOf } from './cloudbase-rows'
import { transactOn } from './cloudbase-transactions'
import { pageOf, planCount, planGrouping, planQuery, type SelectionPlan } from './plan'
import type { AnyCollection, Collection, Group, Inserted, Store, Stored, Transaction } from './port'

export interface CloudbaseOptions {
  readonly environment: CloudEnvironment
  readonly collections: readonly AnyCollection[]
  /** Before the name of every collection, so that several stores can live in one environment. */
  readonly prefix?: string
  readonly patience?: Patience
  /** After how long a transaction’s work is given up. The service itself allows 30 s. */
  readonly transactionLimitMs?: number
}

export interface CloudbaseStore extends Store {
  /**
   * For a deployment: makes the collections that are not there, and writes documents once more that were written before an index was declared. The platform’s own
   * indexes, an ascending one on each field that `keyField` names, are made in its console.
   */
  prepare(): Promise<void>
  /** Lets calls under way finish. Calls after it are refused. */
  close(): Promise<void>
}

/** The most that one request answers. */
const mostAtOnce = 1000

/**
 * The store in production: CloudBase’s document database through its SDK. What bites there and how it is met stands in docs/decisions/0008-cloudbase-store.md.
 * Calls throw `NoAnswer` when the service stays silent until the deadline, `OutcomeUnknown` when it cannot be learned whether a write was kept.
 */
export function openCloudbaseStore({
  environment,
  collections,
  prefix = '',
  patience = defaultPatience,
  transactionLimitMs = 30_000,
}: CloudbaseOptions): CloudbaseStore {
  const database = openDatabase(environment)
  const known = new Set(collections.map(({ name }) => name))
  if (known.has(commitsName)) throw new Error(`${commitsName} is the store’s own collection`)
  const commits = commitLog(database, prefix + commitsName, patience)
  const underWay = new Set<Promise<unknown>>()
  let open = true

  function nameOf({ name }: AnyCollection): string {
    if (!known.has(name)) throw new Error(`the store was opened without the collection ${name}`)
    return prefix + name
  }

  /** Every call passes here: a closed store refuses it, a closing one waits for it. */
  async function entered<T>(call: () => Promise<T>): Promise<T> {
    if (!open) throw new Error('the store is closed')
    const running = call()
    underWay.add(running)
    try {
      return await running
    } finally {
      underWay.delete(running)
    }
  }
  const transact = <T>(work: (tx: Transaction) => Promise<T>) =>
    transactOn({ database, commits, patience, workMs: transactionLimitMs, nameOf }, work)
  const reading = <T>(call: () => Promise<T>) => entered(() => persist(patience, isPassing, call))

  return {
    get: (collection, id) =>
      reading(async () => {
        const row = await database.get(nameOf(collection), id)
        return row === undefined ? undefined : documentOf(collection, row)
      }),
    find: (collection, query) =>
      reading(async () => {
        const name = nameOf(collection)
        const plan = planQuery(collection, query)
        const rows = await firstRows(database, name, rangeOf(plan), plan.order, plan.limit + 1)
        return pageOf(
          query,
          plan,
          rows.map((row) => documentOf(collection, row)),
        )
      }),
    count: (collection, counting) =>
      reading(async () => {
        const plan = planCount(collection, counting)
        return database.count(nameOf(collection), rangeOf(plan), plan.atMost)
      }),
    group: (collection, { index, equals, by }) =>
      reading(async () => {
        const plan = planGrouping(collection, { index, equals, by })
        return allGroups(database, nameOf(collection), rangeOf(plan), plan)
      }),
    insert: (collection, document) =>
      entered(async () => {
        const row = rowOf(collection, document, randomUUID())
        return insertOnce(database, nameOf(collection), row, patience)
      }),
    transact: (work) =>
      entered(async () => {
        const value = await transact(work)
        // What was kept is kept: old notes that could not be removed are removed another time.
        await commits.sweep().catch(() => {})
        return value
      }),
    prepare: () =>
      entered(async () => {
        for (const name of [commitsName, ...known]) await database.create(prefix + name)
        for (const collection of collections)
          await fillIndexes(database, prefix + collection.name, collection, transact)
      }),
    close: async () => {
      if (!open) throw new Error('the store is closed')
      open = false
      await Promise.allSettled(underWay)
    },
  }
}

/** Writes every document once more that lacks the text of an index, each in a transaction of its own, so that nothing written meanwhile is lost. */
async function fillIndexes(
  database: CloudDatabase,
  name: string,
  { schema, ...rest }: AnyCollection,
  transact: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
): Promise<void> {
  const collection: Collection<Stored & Readonly<Record<string, unknown>>> = {
    ...rest,
    schema: schema.pipe(z.looseObject({ _id: z.string() })),
  }
  for (const fields of Object.values(collection.indexes).filter((one) => one.length > 0)) {
    for (;;) {
      const rows = await database.without(name, keyField(fields))
      if (rows.length === 0) break
      for (const { _id } of rows.map((row) => Row.parse(row)))
        await transact(async (tx) => {
          const document = await tx.get(collection, _id)
          if (document !== undefined) await tx.put(collection, document)
        })
    }
  }
}

/** As many rows as asked for, in as many requests as it takes. */
async function firstRows(
  database: CloudDatabase,
  collection: string,
  range: Range,
  order: 'ascending' | 'descending',
  wanted: number,
): Promise<readonly unknown[]> {
  const rows = await database.find(collection, range, order, Math.min(wanted, mostAtOnce))
  const last = rows.at(-1)
  if (last === undefined || rows.length < mostAtOnce || wanted <= mostAtOnce) return rows
  const key = String(Row.parse(last)[range.field])
  const rest = order === 'ascending' ? { ...range, from: { key, inclusive: false } } : { ...range, until: key }
  return [...rows, ...(await firstRows(database, collection, rest, order, wanted - rows.length))]
}

/** On trust: values were checked with their documents on the way in. */
async function allGroups<Value>(
  database: CloudDatabase,
  collection: string,
  range: Range,
  plan: SelectionPlan,
): Promise<readonly Group<Value>[]> {
  const found = await database.group(collection, range, plan.equal.length, mostAtOnce)
  const last = found.at(-1)
  if (last === undefined) return []
  const groups = found.map(({ _id, count }) => ({ value: (valueOfPart(_id) ?? undefined) as Value | undefined, count }))
  return [...groups, ...(await allGroups<Value>(database, collection, rangeAfter(range, plan, last._id), plan))]
}

/** An insert whose answer was lost is sent again; meeting its own row then is success. */
async function insertOnce(
  database: CloudDatabase,
  collection: string,
  row: Row,
  patience: Patience,
): Promise<Inserted> {
  let unsure = false
  return persist(patience, isPassing, async () => {
    try {
      if (await database.insert(collection, row)) return { ok: true }
    } catch (fault) {
      unsure ||= fault instanceof NoAnswer
      throw fault
    }
    if (!unsure) return { ok: false, reason: 'DUPLICATE' }
    const found = await database.get(collection, row._id)
    const made = found === undefined ? undefined : Row.parse(found).made
    if (made === undefined) throw new OutcomeUnknown('an inserted document was changed before its insert was answered')
    return made === row.made ? { ok: true } : { ok: false, reason: 'DUPLICATE' }
  })
}
