import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { assessmentId, nextAssessment } from '../../../shared/home/standards/assessment'
import { auditing } from '../../_kernel/audit'
import { assessmentCalls, homeAssessments, type AssessmentRecord } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { assessmentOf, callsOf, closeAssessmentTask, nearestCall, sealAnswers, stepped } from './assessments'
import { lookAt } from './look-at'

/** 申报. Only from now on is anything asked; answers of one that was taken back are there again. */
export const startAssessment = implement(home.procedures.startAssessment, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const { _id: id, name: unionName, parent: checker } = union
  if (checker === undefined) return refuse('NOBODY_TO_ASSESS')
  const year = Number(call.today.slice(0, 4))
  const [{ applies, policy }, called] = await Promise.all([
    lookAt(union, call),
    nearestCall(union, callsOf(year, call.store), call.today),
  ])
  const _id = assessmentId(id, year)
  const blank: AssessmentRecord = {
    _id,
    union: id,
    unionName,
    year,
    why: called !== undefined && called.until >= call.today ? 'called' : 'applied',
    checker,
    state: 'withdrawn',
    document: applies.document,
    standards: [...applies.standards],
    policyVersion: policy.version,
    answers: sealAnswers(_id, {}, call),
    items: [],
    findings: {},
    steps: [],
    revision: 1,
  }
  const audit = auditing(call, { action: 'assessment.start', subject: _id, union: id, policyVersion: policy.version })
  return call.act(async (tx) => {
    const before = await tx.get(homeAssessments, _id)
    const next = nextAssessment({ state: before?.state, objectedBefore: false }, 'start')
    if ('refuse' in next) return refuse('ASSESSMENT_OPEN')
    const { answers = blank.answers, steps = [], revision = 1 } = before ?? {}
    const record = { ...blank, answers, steps, revision }
    await tx.put(homeAssessments, stepped(record, { state: next.to }, { step: 'start' }, call))
    await audit(tx)
    return succeed({ year })
  })
})

/** 撤回. */
export const withdrawAssessment = implement(home.procedures.withdrawAssessment, async (call) => {
  const { union: id, year } = call.input
  const [union, seen] = await Promise.all([call.store.get(unions, id), assessmentOf(id, year, call.store)])
  if (union === undefined || seen === undefined) return refuse('NOT_FOUND')
  const audit = auditing(call, { action: 'assessment.withdraw', subject: seen._id, union: id })
  return call.act(async (tx) => {
    const record = await assessmentOf(id, year, tx)
    if (record === undefined) return refuse('NOT_FOUND')
    const next = nextAssessment({ state: record.state, objectedBefore: record.objection !== undefined }, 'withdraw')
    if ('refuse' in next)
      return refuse(next.refuse === 'ASSESSMENT_DECIDED' ? 'ASSESSMENT_DECIDED' : 'ASSESSMENT_NOT_OPEN')
    if (record.state === 'sent') await closeAssessmentTask(tx, record, 'drop', union, call)
    const { items: _, findings: __, ...kept } = record
    await tx.put(
      homeAssessments,
      stepped({ ...kept, items: [], findings: {} }, { state: next.to }, { step: 'withdraw' }, call),
    )
    await audit(tx)
    return succeed({})
  })
})

/** 部署评定: one document for the whole line below; the clock lays it before each union. */
export const callAssessment = implement(home.procedures.callAssessment, async (call) => {
  const { union, until } = call.input
  const year = Number(call.today.slice(0, 4))
  if (until <= call.today || !until.startsWith(`${year}-`)) return refuse('ASSESSMENT_DAY', { field: 'until' })
  const _id = assessmentId(union, year)
  const audit = auditing(call, { action: 'assessment.call', subject: _id, union, content: { until } })
  return call.act(async (tx) => {
    await tx.put(assessmentCalls, { _id, union, year, until, at: call.now, by: call.account })
    await audit(tx)
    return succeed({})
  })
})
