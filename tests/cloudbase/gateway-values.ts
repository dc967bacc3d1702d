/** Values as MongoDB compares them: kinds in a fixed order, text by its UTF-8, which is by code point. */

/** Missing and null are one kind, the first: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const kindOrder = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'] as const
type Kind = (typeof kindOrder)[number]

export function kindOf(value: unknown): Kind {
  if (value === undefined || value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  const type = typeof value
  if (type === 'number' || type === 'string' || type === 'boolean' || type === 'object') return type
  throw new Error(`${type} is no value of a document`)
}

export function compareValues(one: unknown, other: unknown): number {
  const kinds = kindOrder.indexOf(kindOf(one)) - kindOrder.indexOf(kindOf(other))
  if (kinds !== 0) return kinds
  if (typeof one === 'string' && typeof other === 'string') return compareText(one, other)
  if (typeof one === 'object' && one !== null) return compareText(JSON.stringify(one), JSON.stringify(other))
  return Number(one ?? 0) - Number(other ?? 0)
}

/** UTF-16 puts surrogates before U+E000 to U+FFFF, UTF-8 puts what they mean after it. */
export function compareText(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (a !== b) return rank(a) - rank(b)
  }
  return one.length - other.length
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
