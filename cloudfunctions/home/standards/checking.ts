import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { nextAssessment, resultOf } from '../../../shared/home/standards/assessment'
import { auditing } from '../../_kernel/audit'
import { homeAssessments, type AssessmentRecord } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { telling } from '../telling'
import { assessmentBelow, assessmentOf, closeAssessmentTask, newestResult, sendingOf, stepped } from './assessments'
import { keepStanding, standingNow } from './keep-standing'
import { lookAt } from './look-at'

/** 审核一条. What records say is a gap is not found away: the records are mended instead. */
export const findItem = implement(home.procedures.findItem, async (call) => {
  const { union, below, year, sending, item: id, finding, comment } = call.input
  const found = await assessmentBelow(call)
  if (!found.ok) return found
  if (finding === 'short' && comment === '') return refuse('COMMENT_MISSING', { field: 'comment' })
  const audit = auditing(call, {
    action: 'assessment.find',
    subject: found.data.record._id,
    union,
    content: { item: id, finding, comment },
  })
  return call.act(async (tx) => {
    const record = await assessmentOf(below, year, tx)
    if (record?.state !== 'sent') return refuse('ASSESSMENT_NOT_SENT')
    if (sendingOf(record) !== sending) return refuse('ASSESSMENT_CHANGED')
    const item = record.items.find((one) => one.id === id)
    if (item === undefined || item.state === 'not-meant') return refuse('NOT_FOUND')
    if (item.state === 'gap' && finding === 'met') return refuse('GAP_STAYS')
    const findings = { ...record.findings, [id]: { finding, comment, at: call.now, by: call.account } }
    await tx.put(homeAssessments, { ...record, findings, revision: record.revision + 1 })
    await audit(tx)
    return succeed({
      left: record.items.filter((one) => one.state === 'claimed' && findings[one.id] === undefined).length,
    })
  })
})

/** 定结果, or back to the union. The result goes into the kept standing of the union, and so into every sum above it. */
export const decideAssessment = implement(home.procedures.decideAssessment, async (call) => {
  const { union: id, below, year, seen: revision, verdict } = call.input
  const [found, acting] = await Promise.all([assessmentBelow(call), call.store.get(unions, id)])
  if (!found.ok) return found
  if (acting === undefined) return refuse('NOT_FOUND')
  const { owner } = found.data
  const looked = await lookAt(owner, call)
  const step = verdict.kind
  const text = verdict.kind === 'decide' ? verdict.comment : verdict.reason
  const tell = await telling(
    below,
    `${owner.name}${year} 年的职工之家申报${step === 'decide' ? '有了评定结果' : '退回了，请看要改什么'}。`,
    call,
  )
  const audit = auditing(call, {
    action: `assessment.${step}`,
    subject: found.data.record._id,
    union: id,
    content: verdict,
  })
  return call.act(async (tx) => {
    const record = await assessmentOf(below, year, tx)
    if (record === undefined) return refuse('NOT_FOUND')
    const next = nextAssessment({ state: record.state, objectedBefore: record.objection !== undefined }, step)
    if ('refuse' in next) return refuse('ASSESSMENT_NOT_SENT')
    if (record.revision !== revision) return refuse('ASSESSMENT_CHANGED')
    const after = verdict.kind === 'decide' ? decided(record, verdict.comment, acting, call) : record
    if (after === undefined) return refuse('FINDINGS_MISSING')
    const written = stepped(after, { state: next.to }, { step, ...(text === '' ? {} : { text }) }, call)
    await tx.put(homeAssessments, written)
    if (verdict.kind === 'decide') {
      const newest = await newestResult(written, call.today, tx)
      await keepStanding(tx, owner, owner.status === 'active' ? standingNow(looked, newest, call) : undefined)
    }
    await closeAssessmentTask(tx, record, 'finish', acting, call)
    await tell(tx)
    await audit(tx)
    return succeed({ state: written.state })
  })
})

/** Whoever decided is named, and an objection goes above them, though it was sent to another. */
function decided(
  record: AssessmentRecord,
  comment: string,
  { _id: checker, name: by }: Pick<UnionRecord, '_id' | 'name'>,
  { today: on }: Pick<Call<unknown>, 'today'>,
): AssessmentRecord | undefined {
  const found = new Map(Object.entries(record.findings).map(([item, { finding }]) => [item, finding]))
  const result = resultOf(record.items, found)
  if (result.kind === 'missing') return undefined
  const { outcome, met, of, states } = result
  return { ...record, checker, states, result: { outcome, met, of, on, comment, by } }
}
