import type { FileId } from '../../../shared/core/ids'
import { chinaDay } from '../../../shared/core/time'
import { overBefore, retention } from '../../../shared/policy/retention'
import { applications } from '../../_kernel/records/applications'
import { dailyJobs } from '../../_kernel/records/daily-jobs'
import type { Runtime } from '../../_kernel/runtime'
import { SealBroken } from '../../_kernel/seal/sealer'

const job = 'files.sweep'

/** 清理无主文件, once a day, since it looks at every file: those that no application of their owner refers to. */
export async function sweepFiles(runtime: Runtime): Promise<number> {
  const now = runtime.now()
  if (!(await isFirstToday(runtime))) return 0
  return runtime.files.sweep((id) => isReferenced(id, runtime), overBefore(retention.orphanedFile, now))
}

/** Whoever is killed in the midst of it leaves the rest for tomorrow. */
function isFirstToday({ store, now }: Pick<Runtime, 'store' | 'now'>): Promise<boolean> {
  const day = chinaDay(now())
  return store.transact(async (tx) => {
    if ((await tx.get(dailyJobs, job))?.day === day) return false
    await tx.put(dailyJobs, { _id: job, day })
    return true
  })
}

/** A file that does not open is kept, and logged: somebody has to look at it. */
async function isReferenced(id: FileId, { files, store, log }: Runtime): Promise<boolean> {
  try {
    const file = await files.get(id)
    if (file === undefined) return false
    let cursor: string | undefined
    do {
      const query = { index: 'byAccount', equals: { account: file.owner }, limit: 200 }
      const page = await store.find(applications, { ...query, ...(cursor === undefined ? {} : { cursor }) })
      if (page.documents.some(({ letter }) => letter.signature === id)) return true
      cursor = page.cursor
    } while (cursor !== undefined)
    return false
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault
    log({ function: 'clock', procedure: job, code: 'FAULT', fault })
    return true
  }
}
