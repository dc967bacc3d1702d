import fc from 'fast-check'
import { z } from 'zod'

/** What a JSON schema made from one of our contracts can say. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Shape
  readonly items?: Shape
  readonly minItems?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** Values that mean something, by the name of the field that holds them: with made-up ids alone no call would get far. */
export type Dictionary = Readonly<Record<string, readonly unknown[]>>

/** Inputs of a procedure, made from its own schema: mostly valid, some nearly so, some of no kind at all. */
export function inputsOf(schema: z.ZodType, words: Dictionary): fc.Arbitrary<unknown> {
  const valid = valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, words)
  return fc.oneof(
    { weight: 6, arbitrary: valid },
    { weight: 3, arbitrary: spoilt(valid) },
    { weight: 1, arbitrary: wild },
  )
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '王建平',
    '<script>',
    "' OR 1=1 --",
    '\u0000',
    '\ud800',
    '__proto__',
    '../../etc/passwd',
    '９９',
  ),
)
const wild = fc.oneof(fc.jsonValue({ maxDepth: 4 }), anyText, fc.constant('x'.repeat(100_000)), fc.constant(null))

function valueOf(shape: Shape, words: Dictionary, name = ''): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
  const either = shape.oneOf ?? shape.anyOf
  if (either !== undefined) return fc.oneof(...either.map((one) => valueOf(one, words, name)))
  const own = made(shape, words)
  const known = words[name]
  return known === undefined
    ? own
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: own })
}

function made(shape: Shape, words: Dictionary): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'object':
      return objectOf(shape, words)
    case 'array':
      return fc.array(valueOf(shape.items ?? {}, words), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.max(shape.minItems ?? 0, Math.min(shape.maxItems ?? 6, 6)),
      })
    case 'string':
      return textOf(shape)
    case 'integer':
      return integerOf(shape)
    case 'number':
      return fc.double({ min: shape.minimum ?? -1e6, max: shape.maximum ?? 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Shape,
  words: Dictionary,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [name, valueOf(shape, words, name)]),
  )
  const known = fc.record(fields, { requiredKeys: [...required].filter((name) => name in fields) })
  if (typeof additionalProperties !== 'object') return known
  const more = fc.dictionary(fc.string({ maxLength: 12 }), valueOf(additionalProperties, words), { maxKeys: 4 })
  return fc.tuple(more, known).map(([rest, named]) => ({ ...rest, ...named }))
}

function textOf({ pattern, format, minLength = 0, maxLength = 60 }: Shape): fc.Arbitrary<string> {
  if (format === 'date') {
    const days = { min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }
    return fc.date(days).map((date) => date.toISOString().slice(0, 10))
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
}

/** One place of a valid input made wrong: gone, of another kind, too much, or a key that objects have by themselves. */
function spoilt(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.nat(), fc.constantFrom('drop', 'replace', 'lengthen', 'proto'), wild)
    .map(([value, at, how, other]) => {
      const copy: unknown = structuredClone(value)
      const places = placesIn(copy)
      const place = places[at % Math.max(1, places.length)]
      if (place === undefined) return other
      const { holder, key } = place
      if (how === 'drop') Reflect.deleteProperty(holder, key)
      else if (how === 'replace') Reflect.set(holder, key, other)
      else if (how === 'lengthen') Reflect.set(holder, key, 'x'.repeat(10_000))
      else Object.defineProperty(holder, '__proto__', { value: other, enumerable: true, configurable: true })
      return copy
    })
}

function placesIn(value: unknown): { readonly holder: object; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(Reflect.get(value, key))])
}

/** A thousand numbers or so from the least that is taken: a year begins at 2000. */
function integerOf({ minimum = -1000, maximum = Infinity }: { readonly minimum?: number; readonly maximum?: number }) {
  const min = Math.max(minimum, -1000)
  return fc.integer({ min, max: Math.min(maximum, Math.max(min, 0) + 1000) })
}
