import { overBefore, retention } from '../../../shared/policy/retention'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { exports, type ExportRecord } from '../../_kernel/records/exports'
import type { Runtime } from '../../_kernel/runtime'
import { gatherStretch } from './gather'
import { advancing } from './job'
import { removed } from './remove-export'
import { removeContents } from './removing'

/** Whoever watches an export calls every second or so; one that nobody has carried on for so long was left. */
const leftMs = 2 * 60_000
const stretchesPerRun = 40
const forgottenPerRun = 50

/** 接着收集: what was asked for is ready when its officer comes back. A file is made only while they are there to read its password. */
export async function carryOnExports(runtime: Runtime): Promise<number> {
  const until = isoTime(Date.parse(runtime.now()) - leftMs)
  const query = { index: 'byState', equals: { state: 'gathering' as const }, until, limit: stretchesPerRun }
  let stretches = 0
  for (const { _id } of (await runtime.store.find(exports, query)).documents)
    while (stretches < stretchesPerRun && (await carriedOn(_id, runtime))) stretches += 1
  return stretches
}

async function carriedOn(id: ExportRecord['_id'], runtime: Runtime): Promise<boolean> {
  const job = await runtime.store.get(exports, id)
  if (job === undefined) return false
  const now = runtime.now()
  const ports = { ...runtime, now, today: chinaDay(now) }
  const advance = await gatherStretch(job, ports)
  if (advance === undefined) return false
  return (await runtime.store.transact(advancing(job, advance, ports))).ok
}

/** 导出的表到期删除: rows and files after a day, the record of it after three years. */
export async function forgetExports(runtime: Runtime): Promise<number> {
  const { store } = runtime
  const now = runtime.now()
  const over = { index: 'byState', until: overBefore(retention.exportedTable, now), limit: forgottenPerRun }
  const pages = await Promise.all(
    (['gathering', 'ready'] as const).map((state) => store.find(exports, { ...over, equals: { state } })),
  )
  let forgotten = 0
  for (const job of pages.flatMap(({ documents }) => documents)) {
    await removeContents(job, runtime)
    await store.transact(advancing(job, { change: removed }, { now }))
    forgotten += 1
  }
  const until = overBefore(retention.exportRecord, now)
  const old = await store.find(exports, {
    index: 'byState',
    equals: { state: 'removed' },
    until,
    limit: forgottenPerRun,
  })
  await store.transact(async (tx) => {
    for (const { _id } of old.documents) await tx.remove(exports, _id)
    return succeed(undefined)
  })
  return forgotten + old.documents.length
}
