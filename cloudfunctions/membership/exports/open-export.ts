import { exportProcedures } from '../../../shared/contract/membership-exports'
import { ExportId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { ExportAnnex } from '../../../shared/roster/export'
import { auditing } from '../../_kernel/audit'
import { howMany } from '../../_kernel/kept-counts'
import { openQuota } from '../../_kernel/quota'
import { exports, type ExportRecord } from '../../_kernel/records/exports'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { unionsBelow } from '../reports/report'
import { mayGoUpTo } from './checks'
import { viewOf } from './job'

/** 开始导出: what for is asked first, and stands in the trail of this union and of the one whose table it is. */
export const openExport = implement(exportProcedures.openExport, async (call) => {
  const { union, of, annex, form, reason } = call.input
  const whose = await call.store.get(unions, of)
  // 附件 1 is made by whoever collects it, of everything below them.
  if (whose === undefined || !whose.line.includes(union)) return refuse('NOT_FOUND')
  if (annex === 'organisation' && of !== union) return refuse('NOT_FOUND')
  if (!(await mayGoUpTo(union, whose, call))) return refuse('EXPORT_UNCHECKED')
  const _id = ExportId.parse(call.random.id())
  const quota = await openQuota('export', _id.slice(0, 12), call)
  if (!quota.ok) return quota

  const ofRows = await expectedRows(whose, annex, call)
  const record: ExportRecord = {
    _id,
    union,
    by: call.account,
    of,
    ofName: whose.name,
    annex,
    form,
    state: 'gathering',
    step: 0,
    reason: call.sealer.seal({ collection: exports.name, id: _id, field: 'reason' }, reason),
    rows: 0,
    ...(ofRows === undefined ? {} : { ofRows }),
    pages: 0,
    position: { kind: 'list', at: 0 },
    files: [],
    createdAt: call.now,
    touchedAt: call.now,
  }
  const content = { annex, form, of, reason }
  const audits = [...new Set([union, of])].map((chain) =>
    auditing(call, { action: 'export.open', subject: _id, union: chain, content }),
  )
  return call.act(async (tx) => {
    const spent = await quota.data.spendIn(tx)
    if (!spent.ok) return spent
    await tx.insert(exports, record)
    for (const audit of audits) await audit(tx)
    return succeed(viewOf(record))
  })
})

/** For the bar on the page: near enough. Nobody counts signers beforehand. */
async function expectedRows(
  { _id }: UnionRecord,
  annex: ExportAnnex,
  call: Pick<Call<unknown>, 'store' | 'now' | 'today'>,
): Promise<number | undefined> {
  if (annex === 'letter') return undefined
  if (annex === 'organisation') return (await unionsBelow(_id, call.store)) === 0 ? 1 : undefined
  const [active, retained] = await Promise.all(
    (['active', 'retained'] as const).map((state) => howMany({ what: 'in-state', union: _id, state }, call)),
  )
  return (active?.count ?? 0) + (retained?.count ?? 0)
}
