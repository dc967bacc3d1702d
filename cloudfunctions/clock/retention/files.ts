import type { AccountId, FileId } from '../../../shared/core/ids'
import { overBefore, retention } from '../../../shared/policy/retention'
import { displayOf } from '../../_kernel/officer-display'
import { stepOfDailyRound } from '../../_kernel/operations/daily-round'
import { applications, drafts } from '../../_kernel/records/applications'
import { fileUses } from '../../_kernel/records/file-uses'
import { officers } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'
import { SealBroken } from '../../_kernel/seal/sealer'

const job = 'files.sweep'

/** 清理无主文件, once a day, since it looks at every file: those that no record keeps, no application, no draft and no office of their owner. */
export function sweepFiles(runtime: Runtime): Promise<number> {
  const before = overBefore(retention.orphanedFile, runtime.now())
  return stepOfDailyRound(job, runtime, async (from) => {
    const { removed: done, ...rest } = await runtime.files.sweep((id) => isReferenced(id, runtime), before, from)
    return { done, ...rest }
  })
}

/** A file that does not open is kept, and logged: somebody has to look at it. */
async function isReferenced(id: FileId, { files, store, sealer, log }: Runtime): Promise<boolean> {
  try {
    const file = await files.get(id)
    if (file === undefined) return false
    if ((await store.get(fileUses, id)) !== undefined) return true
    if ((await store.get(drafts, file.owner))?.proof === id) return true
    let cursor: string | undefined
    do {
      const query = { index: 'byAccount', equals: { account: file.owner }, limit: 200 }
      const page = await store.find(applications, { ...query, ...(cursor === undefined ? {} : { cursor }) })
      if (page.documents.some(({ letter, proof }) => letter.signature === id || proof === id)) return true
      cursor = page.cursor
    } while (cursor !== undefined)
    return await isPublished(id, file.owner, { store, sealer })
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault
    log({ function: 'clock', procedure: job, code: 'FAULT', fault })
    return true
  }
}

/** 双亮的照片. */
async function isPublished(
  id: FileId,
  owner: AccountId,
  { store, sealer }: Pick<Runtime, 'store' | 'sealer'>,
): Promise<boolean> {
  const held = await store.find(officers, { index: 'byAccount', equals: { account: owner }, limit: 200 })
  return held.documents.some((officer) => displayOf(officer, sealer).photo === id)
}
