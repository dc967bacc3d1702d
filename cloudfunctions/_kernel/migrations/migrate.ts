import type { Store } from '../store/port'
import { steps, type Rewriter, type Step } from './steps'

/** Documents in one transaction: a CloudBase transaction takes 100 operations, and a document is one read and one write. */
const together = 40
/** Documents of one step in one run, so that a timer’s minute is enough. */
const atOnce = 2_000

/**
 * Writes documents of earlier versions anew, step by step, and answers how many. What is left to do is told by the data itself, so it may be broken off and
 * started again, run twice at once, and run while an older function still writes old documents: the next run finds those.
 */
export async function migrate({ store }: { readonly store: Store }, list: readonly Step[] = steps): Promise<number> {
  let rewritten = 0
  for (const { rewrite } of list) {
    let done = 0
    for (let page = together; page === together && done < atOnce; done += page)
      page = await rewrite(rewriterOn(store), together)
    rewritten += done
  }
  return rewritten
}

function rewriterOn(store: Store): Rewriter {
  return {
    async some(collection, old, most) {
      const { documents } = await store.find(collection, { ...old, limit: most })
      await store.transact(async (tx) => {
        for (const { _id } of documents) {
          // Read in here: what a command wrote meanwhile is kept, and read in its new form like everything.
          const document = await tx.get(collection, _id)
          if (document !== undefined) await tx.put(collection, document)
        }
      })
      return documents.length
    },
  }
}
