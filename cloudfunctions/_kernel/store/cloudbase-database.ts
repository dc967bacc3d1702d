import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk'
import { z } from 'zod'
import { isDuplicate, known } from './cloudbase-faults'
import type { Range } from './cloudbase-keys'

/** Which environment, and as whom. Inside of a cloud function nothing needs to be said: the platform provides it with every call. */
export interface CloudEnvironment {
  readonly env?: string
  readonly secretId?: string
  readonly secretKey?: string
  /** Instead of the platform’s own address. */
  readonly serviceUrl?: string
  /** For how long one request may be without an answer. */
  readonly timeoutMs?: number
}

/** A document as it lies on CloudBase: its JSON as one text, which nothing on the way can bend, and a text per index beside it. */
export const Row = z.looseObject({
  _id: z.string(),
  document: z.string(),
  /** The insert that made it; a row that was replaced since has none. */
  made: z.string().optional(),
})
export type Row = z.infer<typeof Row>

export interface Rows<Stored> {
  get(collection: string, id: string): Promise<Stored | undefined>
  /** False where the id is taken. */
  insert(collection: string, row: { readonly _id: string }): Promise<boolean>
}

/** One transaction; its calls must follow each other one by one. */
export interface CloudTransaction extends Rows<unknown> {
  put(collection: string, row: { readonly _id: string }): Promise<void>
  remove(collection: string, id: string): Promise<void>
  commit(): Promise<void>
  abort(): Promise<void>
}

/** The database as the SDK reaches it: every fault is in the words of `cloudbase-faults.ts`, every answer parsed. */
export interface CloudDatabase extends Rows<unknown> {
  /** At most 1000 rows, which is what one query answers. */
  find(collection: string, range: Range, order: 'ascending' | 'descending', limit: number): Promise<readonly unknown[]>
  /** Counts no further than `atMost`. */
  count(collection: string, range: Range, atMost?: number): Promise<number>
  /** How many rows there are per part at this place of their key, in the order of the parts; at most `limit` of them. */
  group(collection: string, range: Range, place: number, limit: number): Promise<readonly PartCount[]>
  /** Up to 100 rows that have no such field. */
  without(collection: string, field: string): Promise<readonly unknown[]>
  /** Removes the rows whose number in this field is smaller. */
  removeBelow(collection: string, field: string, bound: number): Promise<void>
  /** Removes every row. */
  removeAll(collection: string): Promise<void>
  /** Makes the collection where there is none. */
  create(collection: string): Promise<void>
  begin(): Promise<CloudTransaction>
}

const PartCount = z.object({ _id: z.string(), count: z.number() })
/** No group where nothing was counted. */
const Counted = z.object({ data: z.array(z.object({ count: z.number() })) })
export type PartCount = z.infer<typeof PartCount>

/** The one place that knows the SDK. Keep-alive has to be asked for: inside of a cloud function it is off, and every call would shake hands anew. */
export function openDatabase({
  env,
  secretId,
  secretKey,
  serviceUrl,
  timeoutMs = 15_000,
}: CloudEnvironment): CloudDatabase {
  const app = init({
    env: env ?? SYMBOL_CURRENT_ENV,
    keepalive: true,
    timeout: timeoutMs,
    ...(secretId === undefined ? {} : { secretId }),
    ...(secretKey === undefined ? {} : { secretKey }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
  })
  const database = app.database()
  const where = (collection: string, range: Range) => database.collection(collection).where(conditionOf(range))

  return {
    ...rowsOn((collection) => database.collection(collection)),
    find: (collection, range, order, limit) =>
      told(async () => {
        const direction = order === 'ascending' ? 'asc' : 'desc'
        return (await where(collection, range).orderBy(range.field, direction).limit(limit).get()).data
      }),
    count: (collection, range, atMost) =>
      told(async () => {
        if (atMost === undefined) return z.number().parse((await where(collection, range).count()).total)
        // The SDK’s count() takes no limit along.
        const answer: unknown = await database
          .collection(collection)
          .aggregate()
          .match(conditionOf(range))
          .limit(atMost)
          .group({ _id: null, count: { $sum: 1 } })
          .end()
        return Counted.parse(answer).data[0]?.count ?? 0
      }),
    group: (collection, range, place, limit) =>
      told(async () => {
        const parts = { $arrayElemAt: [{ $split: [`$${range.field}`, ' '] }, place] }
        const answer: unknown = await database
          .collection(collection)
          .aggregate()
          .match(conditionOf(range))
          .group({ _id: parts, count: { $sum: 1 } })
          .sort({ _id: 1 })
          .limit(limit)
          .end()
        return z.object({ data: z.array(PartCount) }).parse(answer).data
      }),
    without: (collection, field) =>
      told(async () => {
        const lacking = database.collection(collection).where({ [field]: { $exists: false } })
        return (await lacking.limit(100).get()).data
      }),
    removeBelow: (collection, field, bound) =>
      told(async () => {
        await database
          .collection(collection)
          .where({ [field]: { $lt: bound } })
          .remove()
      }),
    removeAll: (collection) =>
      told(async () => {
        await database
          .collection(collection)
          .where({ _id: { $exists: true } })
          .remove()
      }),
    create: (collection) =>
      told(async () => {
        await database.createCollection(collection)
      }).catch((fault: unknown) => {
        if (!isThereAlready(fault)) throw fault
      }),
    begin: () => told(async () => transactionOn(await database.startTransaction())),
  }
}

type Sdk = ReturnType<ReturnType<typeof init>['database']>
type Collections = (name: string) => ReturnType<Sdk['collection']>

function rowsOn(collections: Collections): Rows<unknown> {
  return {
    get: (collection, id) =>
      told(async () => {
        // An array outside of a transaction, the document or null inside.
        const data: unknown = (await collections(collection).doc(id).get()).data
        return (Array.isArray(data) ? data[0] : data) ?? undefined
      }),
    insert: async (collection, row) => {
      try {
        await collections(collection).add(row)
        return true
      } catch (fault) {
        if (isDuplicate(fault)) return false
        throw known(fault)
      }
    },
  }
}

function transactionOn(transaction: Awaited<ReturnType<Sdk['startTransaction']>>): CloudTransaction {
  const collections: Collections = (name) => transaction.collection(name)
  return {
    ...rowsOn(collections),
    put: (collection, { _id, ...rest }) =>
      told(async () => {
        await collections(collection).doc(_id).set(rest)
      }),
    // By id: the SDK sends `where().remove()` without the transaction, so that it would act outside of it.
    remove: (collection, id) =>
      told(async () => {
        await collections(collection).doc(id).remove()
      }),
    commit: () =>
      told(async () => {
        await transaction.commit()
      }),
    abort: () =>
      told(async () => {
        await transaction.rollback(undefined)
      }),
  }
}

function conditionOf({ field, from, until }: Range): object {
  return {
    [field]: {
      ...(from === undefined ? {} : { [from.inclusive ? '$gte' : '$gt']: from.key }),
      ...(until === undefined ? {} : { $lt: until }),
    },
  }
}

/** Runs a call of the SDK and tells its fault in the adapter’s words. */
async function told<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (fault) {
    throw known(fault)
  }
}

function isThereAlready(fault: unknown): boolean {
  return fault instanceof Error && /exist/i.test(`${Reflect.get(fault, 'code')} ${fault.message}`)
}
