import { z } from 'zod'
import {
  BadCursor,
  type AnyCollection,
  type Collection,
  type Counting,
  type Grouping,
  type Query,
  type Scalar,
  type Selection,
  type Stored,
} from './port'

/** The value of an indexed field; null where a document has none. */
export type Key = Scalar | null

/** A selection checked against its index, in terms that every adapter can translate. */
export interface SelectionPlan {
  /** The index’s fields, without the closing `_id`. */
  readonly fields: readonly string[]
  readonly equal: readonly Key[]
  /** The fields after the equal ones, `_id` last: bounds belong to the first, the order goes through all. */
  readonly open: readonly [string, ...string[]]
  readonly from?: Scalar
  readonly until?: Scalar
}

export interface QueryPlan extends SelectionPlan {
  readonly order: 'ascending' | 'descending'
  readonly limit: number
  /** The place after which the page begins: a value for each open field. */
  readonly after?: readonly Key[]
}

/** Throws for a selection that no index answers: a programming mistake, never a person’s. */
export function planSelection<D extends Stored>(collection: Collection<D>, selection: Selection<D>): SelectionPlan {
  const fields = fieldsOf(collection, selection.index)
  const given = Object.keys(selection.equals).length
  const equalFields = fields.slice(0, given)
  if (!equalFields.every((field) => Object.hasOwn(selection.equals, field)))
    throw new Error(
      `${collection.name}.${selection.index} is on ${fields.join(', ')}: equals must name the first of them`,
    )
  const [first = '_id', ...others] = [...fields.slice(given), ...(given < fields.length ? ['_id'] : [])]
  return {
    fields,
    equal: equalFields.map((field) => keyOf(selection.equals, field)),
    open: [first, ...others],
    ...(selection.from === undefined ? {} : { from: selection.from }),
    ...(selection.until === undefined ? {} : { until: selection.until }),
  }
}

export interface CountPlan extends SelectionPlan {
  readonly atMost?: number
}

export function planCount<D extends Stored>(
  collection: Collection<D>,
  { atMost, ...selection }: Counting<D>,
): CountPlan {
  const plan = planSelection(collection, selection)
  if (atMost === undefined) return plan
  if (!Number.isInteger(atMost) || atMost < 1) throw new RangeError('a count goes on to at least 1')
  return { ...plan, atMost }
}

/** Throws where the field is not the one that follows the equal ones. */
export function planGrouping<D extends Stored, Field extends keyof D & string>(
  collection: Collection<D>,
  { index, equals, by }: Grouping<D, Field>,
): SelectionPlan {
  const plan = planSelection(collection, { index, equals })
  if (plan.open[0] === by) return plan
  throw new Error(`${collection.name}.${index} cannot be grouped by ${by}, only by ${plan.open[0]}`)
}

const defaultLimit = 50
const greatestLimit = 1000

export function planQuery<D extends Stored>(collection: Collection<D>, query: Query<D>): QueryPlan {
  const { order = 'ascending', limit = defaultLimit, cursor } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > greatestLimit)
    throw new RangeError(`a page holds 1 to ${greatestLimit} documents, not ${limit}`)
  const selection = planSelection(collection, query)
  if (cursor === undefined) return { ...selection, order, limit }
  return { ...selection, order, limit, after: placeOf(cursor, tagOf(query.index, order), selection.open.length) }
}

/** The page of what was found, where one document more than the limit was asked for to learn whether there are more. */
export function pageOf<D extends Stored>(query: Query<D>, plan: QueryPlan, found: readonly D[]) {
  const documents = found.slice(0, plan.limit)
  const last = documents.at(-1)
  if (last === undefined || found.length <= plan.limit) return { documents }
  const place = plan.open.map((field) => keyOf(last, field))
  return { documents, cursor: cursorOf(tagOf(query.index, plan.order), place) }
}

/** The value by which a document stands in an index. Throws for what is not a scalar. */
export function keyOf(document: object, field: string): Key {
  const value: unknown = Reflect.get(document, field)
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Error(`${field} is indexed and must be text, a finite number, true or false`)
}

/** The fields of an index. Throws for an index that was not declared. */
export function fieldsOf(collection: AnyCollection, index: string): readonly string[] {
  const fields = Object.hasOwn(collection.indexes, index) ? collection.indexes[index] : undefined
  if (fields === undefined) throw new Error(`${collection.name} has no index ${index}`)
  return fields
}

const Place = z.tuple([z.string(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))])

/** A cursor belongs to one index and direction. */
function tagOf(index: string, order: 'ascending' | 'descending'): string {
  return `${index} ${order}`
}

function cursorOf(tag: string, place: readonly Key[]): string {
  return Buffer.from(JSON.stringify([tag, place])).toString('base64url')
}

function placeOf(cursor: string, tag: string, length: number): readonly Key[] {
  const parsed = Place.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw new BadCursor('this is not a cursor')
  const [foundTag, place] = parsed.data
  if (foundTag !== tag || place.length !== length) throw new BadCursor('this cursor belongs to another query')
  return place
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
