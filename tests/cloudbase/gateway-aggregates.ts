import { faults } from './gateway-faults'
import { isFields, matcher, sorted, type Fields } from './gateway-queries'
import { compareValues } from './gateway-values'

export interface Stage {
  readonly name: string
  readonly value: unknown
}

/** An aggregation of $match, $group with $sum, $sort and $limit; other stages and expressions are refused. */
export function aggregated(
  matching: (query: Fields) => readonly Fields[],
  stages: readonly Stage[],
): readonly Fields[] {
  const [first, ...rest] = stages
  // As in the service, an index helps a $match that comes first.
  if (first?.name === '$match' && isFields(first.value)) return rest.reduce(through, matching(first.value))
  return stages.reduce(through, matching({}))
}

function through(documents: readonly Fields[], { name, value }: Stage): readonly Fields[] {
  if (name === '$limit') {
    if (!Number.isInteger(value) || Number(value) < 1) throw faults.parameter('$limit needs a positive number')
    return documents.slice(0, Number(value))
  }
  if (!isFields(value)) throw faults.parameter(`${name} needs an object`)
  switch (name) {
    case '$match':
      return documents.filter(matcher(value))
    case '$sort':
      return sorted(documents, value)
    case '$group':
      return grouped(documents, value)
    default:
      throw faults.operator(name)
  }
}

function grouped(documents: readonly Fields[], { _id, ...sums }: Fields): readonly Fields[] {
  const groups: { readonly key: unknown; readonly members: Fields[] }[] = []
  const keyed = new Map<string, (typeof groups)[number]>()
  for (const document of documents) {
    const key = valueOf(_id, document)
    const known = keyed.get(JSON.stringify(key))
    if (known !== undefined) {
      known.members.push(document)
      continue
    }
    const group = { key, members: [document] }
    keyed.set(JSON.stringify(key), group)
    groups.push(group)
  }
  return groups.map(({ key, members }) => ({
    _id: key,
    ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, summed(sum, members)])),
  }))
}

function summed(accumulator: unknown, members: readonly Fields[]): number {
  const [operator = '', ...others] = isFields(accumulator) ? Object.keys(accumulator) : []
  if (!isFields(accumulator) || operator !== '$sum' || others.length > 0) throw faults.operator(operator)
  return members.reduce((sum, member) => sum + Number(valueOf(accumulator.$sum, member)), 0)
}

function valueOf(expression: unknown, document: Fields): unknown {
  if (typeof expression === 'string' && expression.startsWith('$')) return document[expression.slice(1)] ?? null
  if (!isFields(expression)) return expression
  const [operator = '', ...others] = Object.keys(expression)
  const operands = expression[operator]
  if (others.length > 0 || !Array.isArray(operands) || operands.length !== 2) throw faults.operator(operator)
  const [first, second] = operands.map((operand) => valueOf(operand, document))
  if (operator === '$split') {
    if (compareValues(first, null) === 0) return null
    if (typeof first !== 'string' || typeof second !== 'string' || second === '')
      throw faults.parameter('$split needs two texts')
    return first.split(second)
  }
  if (operator === '$arrayElemAt') {
    if (!Array.isArray(first)) throw faults.parameter('$arrayElemAt needs an array')
    return first.at(Number(second)) ?? null
  }
  throw faults.operator(operator)
}
