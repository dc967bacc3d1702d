import { overBefore, retention } from '../../../shared/policy/retention'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { imports, type ImportRecord } from '../../_kernel/records/imports'
import type { Runtime } from '../../_kernel/runtime'
import { stretchOf } from './carry'
import { advancing } from './job'
import { removeContents } from './removing'

/** Whoever watches an import calls every second or so; one that nobody has carried on for so long was left. */
const leftMs = 2 * 60_000
const stretchesPerRun = 40
const forgottenPerRun = 50

/** 接着导入: what was confirmed is written to the end, whether the page is still open or not. Answers how many stretches there were. */
export async function carryOnImports(runtime: Runtime): Promise<number> {
  const until = isoTime(Date.parse(runtime.now()) - leftMs)
  const query = { index: 'byState', equals: { state: 'applying' as const }, until, limit: stretchesPerRun }
  let stretches = 0
  for (const { _id } of (await runtime.store.find(imports, query)).documents)
    while (stretches < stretchesPerRun && (await carriedOn(_id, runtime))) stretches += 1
  return stretches
}

async function carriedOn(id: ImportRecord['_id'], runtime: Runtime): Promise<boolean> {
  const job = await runtime.store.get(imports, id)
  if (job?.state !== 'applying') return false
  const now = runtime.now()
  const ports = { ...runtime, now, today: chinaDay(now), account: job.by }
  const stretch = await stretchOf(job, ports)
  if (!stretch.ok || stretch.data === undefined) return false
  const advance = advancing(job, stretch.data, ports)
  return (await runtime.store.transact(advance)).ok
}

/** 导入的文件到期删除. First what it holds, then the record: whoever is killed between the two finds it again. */
export async function forgetImports(runtime: Runtime): Promise<number> {
  const { store } = runtime
  const until = overBefore(retention.importedFile, runtime.now())
  const { documents } = await store.find(imports, { index: 'byTouch', equals: {}, until, limit: forgottenPerRun })
  let forgotten = 0
  for (const job of documents) {
    await removeContents(job, runtime)
    const gone = await store.transact(async (tx) => {
      const now = await tx.get(imports, job._id)
      if (now === undefined || now.touchedAt >= until) return succeed(0)
      await tx.remove(imports, job._id)
      return succeed(1)
    })
    forgotten += gone.data
  }
  return forgotten
}
