import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { calculateObjectSize, EJSON } from 'bson'
import { z } from 'zod'
import { aggregated } from './gateway-aggregates'
import { faults } from './gateway-faults'
import { isFields, sorted, type Document, type Fields } from './gateway-queries'
import { transactions } from './gateway-transactions'
import { versions, type Change } from './gateway-versions'

/** https://www.mongodb.com/docs/manual/reference/limits/#mongodb-limit-BSON-Document-Size */
const largestDocument = 16 * 1024 * 1024
/** What one query answers at most; the SDK itself cuts a greater limit down to it. */
const mostAtOnce = 1000

const ejson = z.string().transform((text, context): Fields => {
  try {
    const value: unknown = EJSON.parse(text)
    if (isFields(value)) return value
  } catch {
    // Told below, as any other text that is no object.
  }
  context.addIssue({ code: 'custom', message: 'this is no object in EJSON' })
  return z.NEVER
})
const collectionName = z.string().min(1)
const transactionId = z.string().optional()

const parameters = {
  insert: z.object({ collectionName, data: z.array(ejson).min(1), transactionId }),
  get: z.object({
    collectionName,
    queryType: z.enum(['DOC', 'WHERE']),
    query: ejson.optional(),
    order: ejson.optional(),
    limit: z.number().int().min(1).max(mostAtOnce).optional(),
    offset: z.number().int().min(0).optional(),
    transactionId,
  }),
  modify: z.object({
    collectionName,
    queryType: z.literal('DOC'),
    query: ejson,
    data: ejson,
    multi: z.literal(false),
    merge: z.literal(false),
    upsert: z.literal(true),
    transactionId,
  }),
  remove: z.object({ collectionName, queryType: z.enum(['DOC', 'WHERE']), query: ejson, transactionId }),
  calculate: z.object({ collectionName, query: ejson.optional() }),
  aggregate: z.object({
    collectionName,
    stages: z.array(z.object({ stageKey: z.string(), stageValue: z.string() })).min(1),
  }),
  ending: z.object({ transactionId: z.string() }),
  collection: z.object({ collectionName }),
}

/** The database of one environment: performs an action of the SDK with its parameters, answers what the service answers, throws `ServiceFault`. */
export function database(now: () => number): (action: string, given: unknown) => Promise<object> {
  const store = versions()
  const running = transactions(store, now)

  /** A plain write waits until no transaction holds the document. */
  async function writePlainly(decide: () => readonly Change[]): Promise<void> {
    for (;;) {
      const changes = decide()
      if (!changes.some(({ collection, id }) => running.locked(collection, id))) {
        if (changes.length > 0) store.commit(changes, running.oldest())
        return
      }
      await pause(2)
    }
  }

  async function insert({ collectionName, data, transactionId }: z.output<typeof parameters.insert>): Promise<object> {
    const documents = data.map(documentOf)
    if (transactionId !== undefined)
      for (const document of documents) running.insert(transactionId, collectionName, document)
    else
      await writePlainly(() =>
        documents.map((document) => {
          if (store.read(collectionName, document._id, store.newest) !== undefined) throw faults.duplicate()
          return { collection: collectionName, id: document._id, document }
        }),
      )
    return { data: { insertedIds: documents.map(({ _id }) => _id) } }
  }

  function get(given: z.output<typeof parameters.get>): object {
    const { collectionName, queryType, query = {}, order = {}, limit = 100, offset = 0, transactionId } = given
    if (queryType === 'DOC') {
      const id = idOf(query)
      const found =
        transactionId === undefined
          ? store.read(collectionName, id, store.newest)
          : running.read(transactionId, collectionName, id)
      return listOf(found === undefined ? [] : [found])
    }
    if (transactionId !== undefined) throw faults.parameter('a transaction takes operations on single documents only')
    const found = store.matching(collectionName, query)
    return listOf(sorted(found, order).slice(offset, offset + limit))
  }

  async function modify({
    collectionName,
    query,
    data,
    transactionId,
  }: z.output<typeof parameters.modify>): Promise<object> {
    const id = idOf(query)
    if (Object.hasOwn(data, '_id')) throw faults.parameter('_id cannot be changed')
    const change = { collection: collectionName, id, document: documentOf({ _id: id, ...data }) }
    let existed = false
    if (transactionId === undefined)
      await writePlainly(() => {
        existed = store.read(collectionName, id, store.newest) !== undefined
        return [change]
      })
    else {
      existed = running.read(transactionId, collectionName, id) !== undefined
      running.write(transactionId, change)
    }
    return { data: existed ? { updated: 1 } : { updated: 0, upsert_id: id } }
  }

  async function remove({
    collectionName,
    queryType,
    query,
    transactionId,
  }: z.output<typeof parameters.remove>): Promise<object> {
    const gone = (id: string): Change => ({ collection: collectionName, id, document: undefined })
    if (transactionId !== undefined && queryType === 'DOC') {
      const id = idOf(query)
      const existed = running.read(transactionId, collectionName, id) !== undefined
      if (existed) running.write(transactionId, gone(id))
      return { data: { deleted: Number(existed) } }
    }
    let deleted = 0
    await writePlainly(() => {
      const found = store.matching(collectionName, query)
      deleted = found.length
      return found.map(({ _id }) => gone(_id))
    })
    return { data: { deleted } }
  }

  return async (action, given) => {
    switch (action) {
      case 'database.insertDocument':
        return insert(read(parameters.insert, given))
      case 'database.getDocument':
        return get(read(parameters.get, given))
      case 'database.modifyDocument':
        return modify(read(parameters.modify, given))
      case 'database.removeDocument':
        return remove(read(parameters.remove, given))
      case 'database.calculateDocument': {
        const { collectionName, query = {} } = read(parameters.calculate, given)
        return { data: { total: store.matching(collectionName, query).length } }
      }
      case 'database.aggregateDocuments': {
        const { collectionName, stages } = read(parameters.aggregate, given)
        const pipeline = stages.map(({ stageKey, stageValue }) => ({
          name: stageKey,
          value: EJSON.parse(stageValue) as unknown,
        }))
        return listOf(aggregated((query) => store.matching(collectionName, query), pipeline))
      }
      case 'database.startTransaction':
        return { transactionId: running.begin() }
      case 'database.commitTransaction':
        running.commit(read(parameters.ending, given).transactionId)
        return {}
      case 'database.abortTransaction':
        running.abort(read(parameters.ending, given).transactionId)
        return {}
      case 'database.addCollection':
        store.create(read(parameters.collection, given).collectionName)
        return {}
      default:
        throw faults.parameter(`unknown action ${action}`)
    }
  }
}

function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw faults.parameter(places.join('; '))
}

function idOf(query: Fields): string {
  const [name, ...others] = Object.keys(query)
  if (name !== '_id' || others.length > 0 || typeof query._id !== 'string' || query._id === '')
    throw faults.parameter('a document is named by its _id')
  return query._id
}

function documentOf(fields: Fields): Document {
  const { _id = randomUUID() } = fields
  if (typeof _id !== 'string' || _id === '') throw faults.parameter('_id has to be a text')
  const wrong = Object.keys(fields).find((name) => name.startsWith('$'))
  if (wrong !== undefined) throw faults.operator(wrong)
  if (calculateObjectSize(fields) > largestDocument) throw faults.tooLarge()
  return { ...fields, _id }
}

function listOf(documents: readonly Fields[]): object {
  return { data: { list: documents.map((document) => EJSON.stringify(document, { relaxed: false })) } }
}
