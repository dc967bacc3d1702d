import type { Key, QueryPlan, SelectionPlan } from './plan'
import { keyOf } from './plan'

/**
 * How an index lies on CloudBase: beside each document one text per index, in which the values of its fields and the id follow each other, written so
 * that the order of these texts (MongoDB compares their UTF-8) is the order of the port. Whatever a query asks for is then one range of one field,
 * answered by an ordinary index on that field; ties, missing values and cursors need no cases of their own.
 *
 * A part begins with a digit for its kind, missing first, and ends with a space, which sorts before everything that can stand inside of it.
 */
const kinds = { missing: '0', false: '1', true: '2', number: '3', text: '4' } as const
/** After every part that can stand at the same place. */
const afterAll = '5'
const afterMissing = kinds.false

/** Range of one field of the rows, compared by code point. */
export interface Range {
  readonly field: string
  readonly from?: { readonly key: string; readonly inclusive: boolean }
  /** Exclusive. */
  readonly until?: string
}

/** The field that carries an index: named after its fields, so that a changed index is another field. */
export function keyField(fields: readonly string[]): string {
  return ['k', ...fields].join('_')
}

export function keyText(fields: readonly string[], document: { readonly _id: string }): string {
  return [...fields, '_id'].map((field) => part(keyOf(document, field))).join('')
}

/** What a selection or a page of it is, as a range. An index without fields is the id itself, as it is written. */
export function rangeOf(plan: SelectionPlan & Partial<QueryPlan>): Range {
  const bare = plan.fields.length === 0
  const written = (key: Key) => (bare ? String(key) : part(key))
  const before = plan.equal.map(part).join('')
  const bounded = plan.from !== undefined || plan.until !== undefined
  const lowest = bare ? '' : bounded ? afterMissing : ''
  const lower = before + (plan.from === undefined ? lowest : written(plan.from))
  const upper = plan.until === undefined ? (bare ? undefined : before + afterAll) : before + written(plan.until)
  const range = {
    field: bare ? '_id' : keyField(plan.fields),
    from: { key: lower, inclusive: true },
    ...(upper === undefined ? {} : { until: upper }),
  }
  if (plan.after === undefined) return range
  const place = before + plan.after.map(written).join('')
  if (plan.order === 'descending')
    return upper === undefined || follows(upper, place) ? { ...range, until: place } : range
  return follows(lower, place) ? range : { ...range, from: { key: place, inclusive: false } }
}

/** The range of what follows a whole group in the order. */
export function rangeAfter(range: Range, plan: SelectionPlan, lastPart: string): Range {
  return { ...range, from: { key: `${plan.equal.map(part).join('')}${lastPart} ${afterAll}`, inclusive: true } }
}

/** One value as a part of a key, with the space that ends it. */
export function part(key: Key): string {
  if (key === null) return `${kinds.missing} `
  if (typeof key === 'boolean') return `${kinds[`${key}`]} `
  if (typeof key === 'number') return `${kinds.number}${sortable(key)} `
  return `${kinds.text}${key.replace(/[\0-!]/g, escaped)} `
}

/** The value of a part, given without its closing space. */
export function valueOfPart(text: string): Key {
  const rest = text.slice(1)
  switch (text[0]) {
    case kinds.missing:
      return null
    case kinds.false:
      return false
    case kinds.true:
      return true
    case kinds.number:
      return fromSortable(rest)
    case kinds.text:
      return rest.replace(/!([^])/g, (_pair, code: string) => String.fromCharCode(code.charCodeAt(0) - escapeShift))
    default:
      throw new Error('this is no part of an index key')
  }
}

/** Space ends a part and ! escapes: both, and what sorts before them, are written as ! and a printable character, in their order. */
const escapeShift = '"'.charCodeAt(0)
const escaped = (character: string) => `!${String.fromCharCode(character.charCodeAt(0) + escapeShift)}`

const signBit = 1n << 63n
const allBits = (1n << 64n) - 1n

/** A double in 16 hexadecimal digits whose order is that of the numbers: positive ones get the sign bit, negative ones are turned over. */
function sortable(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value === 0 ? 0 : value)
  const bits = view.getBigUint64(0)
  return ((bits & signBit) === 0n ? bits | signBit : bits ^ allBits).toString(16).padStart(16, '0')
}

function fromSortable(digits: string): number {
  const bits = BigInt(`0x${digits}`)
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, (bits & signBit) === 0n ? bits ^ allBits : bits ^ signBit)
  return view.getFloat64(0)
}

function follows(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) > 0
}
