import { unreachable } from '../../shared/core/unreachable'
import type { CloudbaseCollection } from '../../cloudfunctions/_kernel/store/cloudbase-indexes'
import type { DeclaredFunction } from '../functions/declared'

/** One thing that a deployment sees to. Each may be done again at any time: what is there already stays as it is. */
export type Step =
  | { readonly kind: 'collection'; readonly name: string }
  /** Only functions read and write; from a phone nothing is reachable. */
  | { readonly kind: 'collection-rule'; readonly collection: string; readonly rule: 'ADMINONLY' }
  | { readonly kind: 'index'; readonly collection: string; readonly name: string; readonly keys: readonly IndexKey[] }
  /** Documents that were written before an index was declared are written once more. */
  | { readonly kind: 'fill-indexes' }
  | { readonly kind: 'storage-rule'; readonly rule: 'ADMINONLY' }
  | { readonly kind: 'function'; readonly declared: DeclaredFunction }

export interface IndexKey {
  readonly field: string
  readonly direction: '1' | '-1'
}

/**
 * From the declarations to the steps, in an order in which nothing is ever open or slow: a collection is closed before it is filled, its indexes are there
 * before a function asks for them, and functions come last.
 */
export function planDeployment(
  collections: readonly CloudbaseCollection[],
  functions: readonly DeclaredFunction[],
): readonly Step[] {
  return [
    ...collections.flatMap(({ name, indexedFields }): readonly Step[] => [
      { kind: 'collection', name },
      { kind: 'collection-rule', collection: name, rule: 'ADMINONLY' },
      ...indexedFields.map((field): Step => ({
        kind: 'index',
        collection: name,
        name: field,
        keys: [{ field, direction: '1' }],
      })),
    ]),
    { kind: 'fill-indexes' },
    { kind: 'storage-rule', rule: 'ADMINONLY' },
    ...functions.map((declared): Step => ({ kind: 'function', declared })),
  ]
}

/** A step as the operator reads it. */
export function sentenceOf(step: Step): string {
  switch (step.kind) {
    case 'collection':
      return `collection ${step.name}`
    case 'collection-rule':
      return `  rule ${step.rule} on ${step.collection}`
    case 'index':
      return `  index ${step.name} on ${step.collection}: ${step.keys.map(({ field, direction }) => `${field} ${direction}`).join(', ')}`
    case 'fill-indexes':
      return 'documents older than an index: written once more'
    case 'storage-rule':
      return `cloud storage: rule ${step.rule}`
    case 'function': {
      const { name, memoryMb, timeoutSeconds, timers } = step.declared
      const when = timers.map((timer) => `, timer ${timer.name} “${timer.cron}”`).join('')
      return `function ${name}: ${memoryMb} MB, ${timeoutSeconds} s${when}`
    }
    default:
      return unreachable(step)
  }
}
