import { isFields, type Document, type Fields } from './gateway-queries'
import { compareValues } from './gateway-values'

/** The newest documents of a collection in the order of one field, so that a range of it is found without looking at the others. */
export interface FieldIndex {
  replace(before: Document | undefined, after: Document | undefined): void
  /** The documents within the bounds that the condition sets; the matcher has the last word on each. */
  within(condition: Fields): readonly Document[]
}

export function fieldIndex(field: string, documents: readonly Document[]): FieldIndex {
  const compare = (one: Document, other: Document) =>
    compareValues(one[field], other[field]) || compareValues(one._id, other._id)
  const ordered = [...documents].sort(compare)

  /** The first position at which the document is not before what is looked for. */
  function first(isBefore: (document: Document) => boolean): number {
    let [low, high] = [0, ordered.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const document = ordered[middle]
      if (document !== undefined && isBefore(document)) low = middle + 1
      else high = middle
    }
    return low
  }
  const positionOf = (document: Document) => first((one) => compare(one, document) < 0)

  return {
    replace: (before, after) => {
      if (before !== undefined) ordered.splice(positionOf(before), 1)
      if (after !== undefined) ordered.splice(positionOf(after), 0, after)
    },
    within: (condition) => {
      const from = condition.$gte ?? condition.$gt
      const until = condition.$lt ?? condition.$lte
      return ordered.slice(
        from === undefined ? 0 : first((one) => compareValues(one[field], from) < 0),
        until === undefined ? ordered.length : first((one) => compareValues(one[field], until) <= 0),
      )
    },
  }
}

/** The one field that a query bounds by a range, if that is all it asks. */
export function rangeIn(query: Fields): { readonly field: string; readonly condition: Fields } | undefined {
  const [[field, condition] = [], ...others] = Object.entries(query)
  if (field === undefined || others.length > 0 || field.startsWith('$') || !isFields(condition)) return undefined
  return ['$gte', '$gt', '$lt', '$lte'].some((name) => Object.hasOwn(condition, name))
    ? { field, condition }
    : undefined
}
