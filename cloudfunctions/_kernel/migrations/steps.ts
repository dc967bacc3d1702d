import { applications } from '../records/applications'
import { auditEntries } from '../records/upkeep'
import type { Collection, Selection, Stored } from '../store/port'

/**
 * 数据迁移, forward only. A step never changes and is never taken out as long as somebody may have data from before it. To add one:
 *
 * 1. `NNNN-title.ts` beside this file: a pure function from a document of any earlier version to one of this version, the same object where it is that.
 * 2. The collection in `records/` names it as its `upgrade`: from that moment every read gives the new form.
 * 3. Here: which documents are still of the old form. They are found by a declared index, so the new form differs in an indexed field: one that was added,
 *    or, where nothing else shows it, a `version`. They are written anew in the background, so that indexes find them too.
 *
 * A change that no index sees needs no step: 1 and 2 alone.
 *
 * What an index asks for between deployment and the end of the rewriting must live with old documents being found under no value.
 */
export interface Step {
  readonly number: number
  readonly title: string
  /** Rewrites up to `most` documents and answers how many there were. */
  rewrite(rewriter: Rewriter, most: number): Promise<number>
}

/** Does a step’s work on the collection and the old documents that the step names. */
export interface Rewriter {
  some<D extends Stored>(collection: Collection<D>, old: Selection<D>, most: number): Promise<number>
}

function step<D extends Stored>(number: number, title: string, collection: Collection<D>, old: Selection<D>): Step {
  return { number, title, rewrite: (rewriter, most) => rewriter.some(collection, old, most) }
}

export const steps: readonly Step[] = [
  step(1, 'audit entries name their chain', auditEntries, { index: 'inChain', equals: { chain: undefined } }),
  step(2, 'applications lie at a desk', applications, { index: 'inbox', equals: { desk: undefined } }),
]
