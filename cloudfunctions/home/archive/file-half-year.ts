import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { halvesToFile } from '../../../shared/home/archive/holdings'
import { auditing } from '../../_kernel/audit'
import { archiveFilings } from '../../_kernel/records/archive-filings'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { holdingsOfUnion } from './holdings-of-union'

/** 半年归档. */
export const fileHalfYear = implement(home.procedures.fileHalfYear, async (call) => {
  const { union: id, half } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!halvesToFile(call.today, []).includes(half)) return refuse('BAD_INPUT', { field: 'half' })
  const { rows } = await holdingsOfUnion(union, call)
  const kept = rows.filter(({ paper }) => paper.kept === 'paper').length
  const filing = {
    _id: `${id}~${half}`,
    union: id,
    half,
    kept,
    missing: rows.length - kept,
    at: call.now,
    by: call.account,
  }
  const audit = auditing(call, { action: 'archive.file', subject: filing._id, union: id })
  return call.act(async (tx) => {
    if ((await tx.get(archiveFilings, filing._id)) !== undefined) return refuse('HALF_YEAR_FILED')
    await tx.insert(archiveFilings, filing)
    await audit(tx)
    return succeed({ kept, missing: filing.missing })
  })
})
