import { faults } from './gateway-faults'
import { compareValues, kindOf } from './gateway-values'

/** The part of MongoDB’s query language that the store may speak; anything else is answered as the service answers an operator that it does not know. */
export type Fields = Readonly<Record<string, unknown>>
export type Document = Fields & { readonly _id: string }

export function isFields(value: unknown): value is Fields {
  return kindOf(value) === 'object'
}

type Test = (document: Fields) => boolean

/** Throws `DATABASE_INVALID_OPERRATOR` for an operator that is not known, also where no document is looked at. */
export function matcher(query: Fields): Test {
  const tests = Object.entries(query).map(([name, condition]) => {
    if (name === '$and') return all(branches(condition))
    if (name === '$or') return any(branches(condition))
    if (name.startsWith('$')) throw faults.operator(name)
    return fieldTest(name, condition)
  })
  return all(tests)
}

function fieldTest(field: string, condition: unknown): Test {
  const operators = isFields(condition) ? Object.keys(condition) : []
  if (!isFields(condition) || !operators.some((name) => name.startsWith('$')))
    return comparison(field, '$eq', condition)
  return all(operators.map((name) => comparison(field, name, condition[name])))
}

/** Less and greater compare values of one kind only: https://www.mongodb.com/docs/manual/reference/method/db.collection.find/#type-bracketing */
function comparison(field: string, operator: string, wanted: unknown): Test {
  const ordered = (holds: (difference: number) => boolean): Test => {
    const kind = kindOf(wanted)
    return (document) => kindOf(document[field]) === kind && holds(compareValues(document[field], wanted))
  }
  switch (operator) {
    case '$eq':
      return ordered((difference) => difference === 0)
    case '$ne':
      return (document) => compareValues(document[field], wanted) !== 0
    case '$gt':
      return ordered((difference) => difference > 0)
    case '$gte':
      return ordered((difference) => difference >= 0)
    case '$lt':
      return ordered((difference) => difference < 0)
    case '$lte':
      return ordered((difference) => difference <= 0)
    case '$exists':
      return (document) => Object.hasOwn(document, field) === Boolean(wanted)
    case '$in':
      if (!Array.isArray(wanted)) throw faults.parameter('$in needs an array')
      return (document) => wanted.some((one) => compareValues(document[field], one) === 0)
    default:
      throw faults.operator(operator)
  }
}

function branches(condition: unknown): readonly Test[] {
  if (!Array.isArray(condition) || condition.length === 0) throw faults.parameter('$and and $or need an array')
  return condition.map((branch) => {
    if (!isFields(branch)) throw faults.parameter('$and and $or need objects')
    return matcher(branch)
  })
}

const all =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.every((test) => test(document))
const any =
  (tests: readonly Test[]): Test =>
  (document) =>
    tests.some((test) => test(document))

/** By several fields, 1 upwards and -1 downwards. */
export function sorted(documents: readonly Fields[], order: Fields): readonly Fields[] {
  const directions = Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw faults.parameter(`${field} is ordered by 1 or -1`)
    return [field, direction] as const
  })
  return [...documents].sort((one, other) => {
    for (const [field, direction] of directions) {
      const difference = compareValues(one[field], other[field])
      if (difference !== 0) return difference * direction
    }
    return 0
  })
}
