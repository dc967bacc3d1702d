import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { filed, halvesToFile } from '../../../shared/home/archive/half-year'
import { auditing } from '../../_kernel/audit'
import { archiveFilings, type ArchiveFilingRecord } from '../../_kernel/records/archive-filings'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'
import { stepTask, taskId } from '../../_kernel/tasks'
import { filingSubject } from './filing-subject'
import { holdingsOfUnion } from './holdings-of-union'

/** 半年归档. */
export const fileHalfYear = implement(home.procedures.fileHalfYear, async (call) => {
  const { union: id, half } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const index = await holdingsOfUnion(union, call)
  if (!halvesToFile(call.today, index.rows, []).includes(half))
    return refuse('BAD_INPUT', { field: 'half', message: '这个半年还没有过完，或者没有要归档的。' })
  const { rows, without } = filed(half, index.asked, index.rows)
  const kept = rows.filter((row) => row.kept).length
  const filing: ArchiveFilingRecord = {
    _id: `${id}~${half}`,
    union: id,
    half,
    kept,
    missing: rows.length - kept,
    rows: [...rows],
    without: [...without],
    at: call.now,
    by: call.account,
  }
  const audit = auditing(call, { action: 'archive.file', subject: filing._id, union: id, content: { rows, without } })
  const asked = taskId('half-year-filing', filingSubject(id, half))
  return call.act(async (tx) => {
    if ((await tx.get(archiveFilings, filing._id)) !== undefined) return refuse('HALF_YEAR_FILED')
    await tx.insert(archiveFilings, filing)
    if ((await tx.get(tasks, asked))?.state === 'open')
      await stepTask(tx, asked, { kind: 'finish' }, union, { by: call.account, at: call.now })
    await audit(tx)
    return succeed({ kept, missing: filing.missing })
  })
})
