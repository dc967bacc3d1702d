import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import type { KernelCode } from '../../../shared/contract/kernel-errors'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { assessmentId } from '../../../shared/home/standards/assessment'
import { dueOn } from '../../../shared/membership/due'
import type { PolicyValues } from '../../../shared/policy/values'
import { isInOffice } from '../../_kernel/access'
import {
  Answers,
  assessmentCalls,
  homeAssessments,
  type AssessmentCallRecord,
  type AssessmentRecord,
} from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Reader, Transaction } from '../../_kernel/store/port'
import { openTask, stepTask, taskId } from '../../_kernel/tasks'
import { assessmentSubject } from '../../_kernel/unions/assessments'

const placeOf = (id: string) => ({ collection: homeAssessments.name, id, field: 'answers' })

export function answersOf(
  { _id, answers }: Pick<AssessmentRecord, '_id' | 'answers'>,
  { sealer }: Pick<Call<unknown>, 'sealer'>,
): Answers {
  return openJson(sealer, placeOf(_id), Answers, answers)
}

export function sealAnswers(id: string, answers: Answers, { sealer }: Pick<Call<unknown>, 'sealer'>): string {
  return sealJson<Answers>(sealer, placeOf(id), answers)
}

export function assessmentOf(union: UnionId, year: number, reader: Reader): Promise<AssessmentRecord | undefined> {
  return reader.get(homeAssessments, assessmentId(union, year))
}

/** 最近一年的结果: what was decided last may be of a year before. */
export async function newestResult(
  decided: AssessmentRecord,
  today: IsoDate,
  reader: Reader,
): Promise<AssessmentRecord> {
  for (let year = Number(today.slice(0, 4)); year > decided.year; year--) {
    const later = await assessmentOf(decided.union, year, reader)
    if (later?.result !== undefined) return later
  }
  return decided
}

/** 异议期内: so many working days after the result, the last one included. */
export function mayStillObject(
  result: AssessmentRecord['result'],
  { objectionDays }: Pick<PolicyValues, 'objectionDays'>,
  today: IsoDate,
): boolean {
  return result === undefined || dueOn(result.on, objectionDays) >= today
}

interface BelowPorts extends Pick<Call<unknown>, 'store' | 'account' | 'now'> {
  readonly input: { readonly union: UnionId; readonly below: UnionId; readonly year: number }
}

/** Of a union below, for whoever is above it; nobody looks at their own work, though they have an office above as well. */
export async function assessmentBelow({
  input: { union, below, year },
  store,
  account,
  now,
}: BelowPorts): Promise<Outcome<{ readonly owner: UnionRecord; readonly record: AssessmentRecord }, KernelCode>> {
  const owner = await store.get(unions, below)
  if (owner === undefined || owner._id === union || !owner.line.includes(union)) return refuse('NOT_FOUND')
  if (await isInOffice(store, account, below, now)) return refuse('NOT_ALLOWED')
  const record = await assessmentOf(below, year, store)
  return record === undefined ? refuse('NOT_FOUND') : succeed({ owner, record })
}

/** 部署: of a union above, in a year; undefined where it calls for none. */
type CallOf = (above: UnionId) => Promise<AssessmentCallRecord | undefined>

/** 谁在部署: the nearest union above whose call holds today; where none does any more, the nearest that called. */
export async function nearestCall(
  { line, _id }: Pick<UnionRecord, 'line' | '_id'>,
  callOf: CallOf,
  today: IsoDate,
): Promise<AssessmentCallRecord | undefined> {
  let over: AssessmentCallRecord | undefined
  for (const above of line.filter((id) => id !== _id)) {
    const call = await callOf(above)
    if (call !== undefined && call.until >= today) return call
    over ??= call
  }
  return over
}

export const callsOf =
  (year: number, reader: Reader): CallOf =>
  (above) =>
    reader.get(assessmentCalls, assessmentId(above, year))

/** What is written last, with the step that led there. */
export function stepped(
  record: AssessmentRecord,
  to: Pick<AssessmentRecord, 'state'> & Partial<AssessmentRecord>,
  step: Omit<AssessmentRecord['steps'][number], 'at' | 'by'>,
  { now: at, account: by }: Pick<Call<unknown>, 'now' | 'account'>,
): AssessmentRecord {
  return { ...record, ...to, revision: record.revision + 1, steps: [...record.steps, { ...step, at, by }] }
}

/** 第几次报送: a finding is on what was sent that time. Two who check at once do not change it. */
export function sendingOf({ steps }: Pick<AssessmentRecord, 'steps'>): number {
  return steps.filter(({ step }) => step === 'send').length
}

export function openAssessmentTask(
  tx: Transaction,
  record: AssessmentRecord,
  desk: Pick<UnionRecord, '_id' | 'name'>,
  due: Parameters<typeof openTask>[1]['dueOn'],
  { now: at, account: by }: Pick<Call<unknown>, 'now' | 'account'>,
): Promise<void> {
  const subject = assessmentSubject(record)
  return openTask(tx, { kind: 'home-assessment', subject, union: desk, dueOn: due }, { by, at })
}

/** Of the step before: done by whoever acts now, or dropped where the union took it back. Without a task nothing waits. */
export async function closeAssessmentTask(
  tx: Transaction,
  record: AssessmentRecord,
  kind: 'finish' | 'drop',
  acting: Pick<UnionRecord, '_id' | 'name'>,
  { now: at, account: by }: Pick<Call<unknown>, 'now' | 'account'>,
): Promise<void> {
  await stepTask(tx, taskId('home-assessment', assessmentSubject(record)), { kind }, acting, { by, at })
}
