import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { nextAssessment } from '../../../shared/home/standards/assessment'
import { dueOn } from '../../../shared/membership/due'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { homeAssessments } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import {
  assessmentBelow,
  assessmentOf,
  closeAssessmentTask,
  mayStillObject,
  openAssessmentTask,
  stepped,
} from './assessments'
import { telling } from '../telling'

/** 对结果有异议: once, in the days that an objection has, to the union above the one that decided; where there is none, to that one. */
export const objectAssessment = implement(home.procedures.objectAssessment, async (call) => {
  const { union: id, year, text } = call.input
  const [union, seen] = await Promise.all([call.store.get(unions, id), assessmentOf(id, year, call.store)])
  const checker = seen === undefined ? undefined : await call.store.get(unions, seen.checker)
  if (union === undefined || seen === undefined || checker === undefined) return refuse('NOT_FOUND')
  const { values } = await policyOfUnion(union, call)
  if (!mayStillObject(seen.result, values, call.today)) return refuse('RESULT_OBJECTION_OVER')
  const above = checker.parent === undefined ? undefined : await call.store.get(unions, checker.parent)
  const settler = above ?? checker
  const audit = auditing(call, { action: 'assessment.object', subject: seen._id, union: id, content: { text } })
  return call.act(async (tx) => {
    const record = await assessmentOf(id, year, tx)
    if (record === undefined) return refuse('NOT_FOUND')
    const next = nextAssessment({ state: record.state, objectedBefore: record.objection !== undefined }, 'object')
    if ('refuse' in next)
      return refuse(next.refuse === 'ASSESSMENT_DECIDED' ? 'ASSESSMENT_DECIDED' : 'ASSESSMENT_NOT_SENT')
    const objected = stepped(
      record,
      { state: next.to, settler: settler._id, objection: { text, at: call.now } },
      { step: 'object', text },
      call,
    )
    await tx.put(homeAssessments, objected)
    await openAssessmentTask(tx, objected, settler, dueOn(call.today, values.taskWorkingDays), call)
    await audit(tx)
    return succeed({})
  })
})

/** 处理异议: the result stays for good, or the union that assesses it now looks at it once more (A7). */
export const settleAssessment = implement(home.procedures.settleAssessment, async (call) => {
  const { union: id, below, year, verdict, text } = call.input
  const [found, acting] = await Promise.all([assessmentBelow(call), call.store.get(unions, id)])
  if (!found.ok) return found
  if (acting === undefined) return refuse('NOT_FOUND')
  const { owner, record: seen } = found.data
  const checker = await call.store.get(unions, seen.checker)
  // Whoever decided does not settle the objection to it, unless nobody is above.
  if (checker === undefined || (seen.settler !== id && !(checker.line.includes(id) && id !== checker._id)))
    return refuse('NOT_FOUND')
  const { taskWorkingDays } = (await policyOfUnion(owner, call)).values
  const told = verdict === 'uphold' ? '维持原来的结果' : '请评定的工会重新看一遍'
  const tell = await telling(below, `${owner.name}对评定结果的异议处理好了：${told}。`, call)
  const audit = auditing(call, { action: `assessment.${verdict}`, subject: seen._id, union: id, content: { text } })
  return call.act(async (tx) => {
    const record = await assessmentOf(below, year, tx)
    if (record === undefined) return refuse('NOT_FOUND')
    const next = nextAssessment({ state: record.state, objectedBefore: true }, verdict)
    if ('refuse' in next || record.objection === undefined) return refuse('ASSESSMENT_NOT_OBJECTED')
    const settled = stepped(
      record,
      { state: next.to, objection: { ...record.objection, answer: text } },
      { step: verdict, text },
      call,
    )
    await tx.put(homeAssessments, settled)
    await closeAssessmentTask(tx, record, 'finish', acting, call)
    if (verdict === 'reopen') await openAssessmentTask(tx, settled, checker, dueOn(call.today, taskWorkingDays), call)
    await tell(tx)
    await audit(tx)
    return succeed({ state: settled.state })
  })
})
