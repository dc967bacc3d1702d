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
  /** 静态网站托管 is switched on, and holds the pages of `npm run build:h5`. */
  | { readonly kind: 'hosting' }
  | { readonly kind: 'pages' }
  /** HTTP 访问服务: where a path on the domain of DESK_ORIGIN leads. The longest path that fits wins. */
  | { readonly kind: 'route'; readonly path: string; readonly to: RouteEnd }

export type RouteEnd = { readonly kind: 'pages' } | { readonly kind: 'function'; readonly name: string }

export interface IndexKey {
  readonly field: string
  readonly direction: '1' | '-1'
}

/**
 * From the declarations to the steps, in an order in which nothing is ever open or slow: a collection is closed before it is filled, its indexes are there
 * before a function asks for them; routes lead to what is there by then. Pages and functions share one domain, since the cookie of a desk is SameSite=Strict and the
 * functions take calls from pages of their own origin only.
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
    { kind: 'hosting' },
    { kind: 'pages' },
    ...functions.flatMap(({ name, webPath }): readonly Step[] =>
      webPath === undefined ? [] : [{ kind: 'route', path: webPath, to: { kind: 'function', name } }],
    ),
    { kind: 'route', path: '/', to: { kind: 'pages' } },
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
    case 'hosting':
      return 'static hosting: on'
    case 'pages':
      return 'desk pages: dist/h5 with its policy, uploaded'
    case 'route':
      return `route ${step.path} to ${step.to.kind === 'pages' ? 'the desk pages' : `function ${step.to.name}`}`
    default:
      return unreachable(step)
  }
}
