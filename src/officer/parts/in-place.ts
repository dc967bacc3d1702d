import type { UnionId } from '../../../shared/core/ids'

export interface Way {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
}

/** What came up for want of an officer below has a page that says so. */
export function inPlace(union: UnionId, task: string): Way {
  return { path: 'officer/in-place/index', params: { union, task } }
}
