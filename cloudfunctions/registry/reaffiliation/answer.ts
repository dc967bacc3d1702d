import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { advanceReaffiliation } from '../../../shared/org/reaffiliation'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { reaffiliations, type ReaffiliationRecord } from '../../_kernel/records/reaffiliations'
import { unions } from '../../_kernel/records/registry'
import { unionApplicationClaims } from '../../_kernel/records/union-applications'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'
import { movingAssessments } from '../../_kernel/unions/assessments'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { movingReport } from '../../_kernel/unions/reports'
import { lineUnder } from './line-under'
import { reaffiliationAt } from './look'

/** 接收或不接收. Taken, the union is below the other from this transaction on; those below it follow in the background, level by level. */
export const answerReaffiliation = implement(registry.procedures.answerReaffiliation, async (call) => {
  const { union: desk, reaffiliation: id, verdict } = call.input
  const seen = await reaffiliationAt(id, desk, call.store)
  if (seen?.side !== 'takes') return refuse('NOT_FOUND')
  const { union: moving, unionName, toName, by } = seen.record
  const takes = verdict.kind === 'take'
  const before = await call.store.get(unions, moving)
  const moveReport = before === undefined ? undefined : await movingReport(before, desk, call)
  const moveAssessments = await movingAssessments(moving, call, { by: call.account, at: call.now })
  const note = notingChange({ union: moving, office: await actingOffice([desk], call) }, call)
  const text = takes
    ? `${unionName}的隶属已经变更，现在归${toName}领导。`
    : `${toName}没有接收${unionName}，原因在“变更隶属”里。`
  const told = notifying(call, { account: by, text })
  const action = takes ? 'reaffiliation.take' : 'reaffiliation.refuse'
  const audit = auditing(call, { action, subject: id, union: desk, content: { verdict } })
  return call.act(async (tx) => {
    const record = await tx.get(reaffiliations, id)
    const next = record === undefined ? undefined : advanceReaffiliation(record.state, verdict.kind)
    if (record === undefined || next === undefined || 'refuse' in next) return refuse('REAFFILIATION_CHANGED')
    if (verdict.kind === 'take') {
      const moved = await move(tx, record)
      if (!moved.ok) return moved
      await moveReport?.(tx)
      await moveAssessments?.(tx)
      await note(tx, { kind: 'moved', fromName: record.fromName, toName: record.toName })
    }
    await tx.put(reaffiliations, {
      ...record,
      state: next.to,
      ...(verdict.kind === 'take' ? { levels: [{ parent: moving }] } : { refusal: verdict.reason }),
    })
    await settle(tx, record, desk, call)
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})

/** 撤回. */
export const withdrawReaffiliation = implement(registry.procedures.withdrawReaffiliation, async (call) => {
  const { union: from, reaffiliation: id } = call.input
  const seen = await reaffiliationAt(id, from, call.store)
  if (seen?.side !== 'gives') return refuse('NOT_FOUND')
  const audit = auditing(call, { action: 'reaffiliation.withdraw', subject: id, union: from })
  return call.act(async (tx) => {
    const record = await tx.get(reaffiliations, id)
    const next = record === undefined ? undefined : advanceReaffiliation(record.state, 'withdraw')
    if (record === undefined || next === undefined || 'refuse' in next) return refuse('REAFFILIATION_CHANGED')
    await tx.put(reaffiliations, { ...record, state: next.to })
    await settle(tx, record, from, call)
    await audit(tx)
    return succeed({})
  })
})

async function move(
  tx: Transaction,
  { union: id, from, to }: ReaffiliationRecord,
): Promise<Outcome<void, 'UNION_NOT_ACTIVE' | 'UPPER_INVALID'>> {
  const [union, upper] = [await tx.get(unions, id), await tx.get(unions, to)]
  if (union?.status !== 'active' || union.parent !== from) return refuse('UNION_NOT_ACTIVE')
  const line = upper?.status === 'active' ? await lineUnder(tx, id, to) : undefined
  if (line === undefined) return refuse('UPPER_INVALID')
  await tx.put(unions, { ...union, parent: to, line })
  return succeed(undefined)
}

/** The union is free for another matter, and nobody is asked any more. */
async function settle(
  tx: Transaction,
  { _id, union }: ReaffiliationRecord,
  desk: UnionId,
  { account: by, now: at }: Call<unknown>,
): Promise<void> {
  await tx.remove(unionApplicationClaims, union)
  const acting = await tx.get(unions, desk)
  if (acting !== undefined) await stepTask(tx, taskId('reaffiliation', _id), { kind: 'finish' }, acting, { by, at })
}
