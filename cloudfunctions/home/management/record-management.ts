import { home } from '../../../shared/contract/home'
import { ManagementId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isComplete, type ManagementKind } from '../../../shared/home/management/facts'
import { auditing } from '../../_kernel/audit'
import { staffCongresses } from '../../_kernel/records/congresses'
import { managementRecords } from '../../_kernel/records/management'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { finishingDuties } from './finishing-duties'

/** As what a year counts it; boards and contracts are of no year. */
const counts: Readonly<Record<ManagementKind, 'appraisals' | 'disclosures' | undefined>> = {
  board: undefined,
  disclosure: 'disclosures',
  contract: undefined,
  appraisal: 'appraisals',
}

/** 登记一条. */
export const recordManagement = implement(home.procedures.recordManagement, async (call) => {
  const { union, facts } = call.input
  const led = await call.store.get(unions, union)
  if (led?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (facts.day > call.today)
    return refuse('DAY_INVALID', { field: 'facts.day', message: '办过的事才登记，日期不能晚于今天。' })
  if (facts.kind === 'appraisal' && facts.publishedOn !== undefined && facts.publishedOn > call.today)
    return refuse('DAY_INVALID', { field: 'facts.publishedOn', message: '公布了才登记，日期不能晚于今天。' })
  if (facts.kind === 'contract' && facts.passedBy !== undefined) {
    const passed = await call.store.get(staffCongresses, facts.passedBy)
    if (passed?.union !== union)
      return refuse('FIELD_INVALID', { field: 'facts.passedBy', message: '没有找到这次职工大会，请重新选择。' })
  }
  const id = ManagementId.parse(call.random.id())
  const audit = auditing(call, { action: `management.${facts.kind}`, subject: id, union, content: facts })
  const adds = isComplete(facts) ? counts[facts.kind] : undefined
  const finish = adds === undefined ? undefined : await finishingDuties(led, facts, adds, call)
  return call.act(async (tx) => {
    await tx.insert(managementRecords, {
      _id: id,
      union,
      kind: facts.kind,
      day: facts.day,
      facts,
      recordedAt: call.now,
      recordedBy: call.account,
    })
    await finish?.(tx)
    await audit(tx)
    return succeed({ id })
  })
})
