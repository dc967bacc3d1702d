import type { Runtime } from '../../_kernel/runtime'
import { units } from '../../_kernel/records/registry'
import { unitRenamings, type UnitRenamingRecord } from '../../_kernel/records/unit-renamings'
import type { Store } from '../../_kernel/store/port'
import { usesByApplications, usesByMembers, usesByTransfers } from './uses'

/** Two operations each, with those of the renaming itself: a CloudBase transaction takes 100. */
const together = 40
/** Pages in one run of the clock: some 2,000 documents. */
const pagesPerRun = 50

/** Who keeps the name: what is being decided first, because what comes of it carries its name into a membership. */
const keepers = [usesByApplications, usesByTransfers, usesByMembers] as const
/** Lists of one keeper at most. */
const mostLists = 4

/** 单位改名，在后台往前办: whoever keeps a copy of the name gets the one that the unit has now. Every page may be killed anywhere and run twice at once. Answers how many pages there were. */
export async function carryOnRenamings({ store }: Pick<Runtime, 'store'>): Promise<number> {
  const found = await store.find(unitRenamings, { index: 'all', equals: {}, limit: 50 })
  let pages = 0
  for (const { _id } of found.documents) while (pages < pagesPerRun && (await onePage(_id, store))) pages += 1
  return pages
}

/** Whether there was anything to do. */
async function onePage(unit: UnitRenamingRecord['_id'], store: Store): Promise<boolean> {
  const seen = await store.get(unitRenamings, unit)
  if (seen === undefined) return false
  const uses = keepers[Math.floor(seen.at / mostLists)]
  const cursor = seen.after === undefined ? {} : { cursor: seen.after }
  const page = await uses?.page(unit, seen.at % mostLists, { limit: together, ...cursor }, store)
  return store.transact(async (tx) => {
    const [renaming, to] = [await tx.get(unitRenamings, unit), await tx.get(units, unit)]
    // Another clock was here first, or another name began anew.
    if (renaming?.at !== seen.at || renaming.after !== seen.after) return renaming !== undefined
    if (uses === undefined || to === undefined) {
      await tx.remove(unitRenamings, unit)
      return true
    }
    for (const id of page?.ids ?? []) await uses.rename(tx, id, to)
    const { at } = seen
    const next = page?.cursor === undefined ? { at: at + 1 } : { at, after: page.cursor }
    await tx.put(unitRenamings, { _id: unit, ...next })
    return true
  })
}
