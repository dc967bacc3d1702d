import type { z } from 'zod'
import { home } from '../../../shared/contract/home'
import type { AssessmentView } from '../../../shared/contract/home-standards'
import { refuse, succeed } from '../../../shared/core/outcome'
import { assessmentId, comparedWith, isWithUnion, nextAssessment } from '../../../shared/home/standards/assessment'
import { catalogue, textOf } from '../../../shared/home/standards/catalogue'
import { rightsToday } from '../../../shared/org/leave'
import { holdsRight } from '../../_kernel/access'
import { auditView } from '../../_kernel/audit'
import { assessmentCalls, homeAssessments, type AssessmentRecord } from '../../_kernel/records/home-standards'
import { officers, unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { answersOf, assessmentOf } from './assessments'
import { decidedStates, lookAt, resultsOf, standingsAnswered } from './look-at'
import { questionsOf, type Question } from './questions'
import { figuresText, labelOf, metricName, standardName } from './words'

type View = z.input<typeof AssessmentView>

const itemById = new Map(catalogue.map((item) => [item.id, item]))

/** 一份申报. As long as it is with the union, what records say is of this moment; after that, of the moment it was sent. */
export const assessment = implement(home.procedures.assessment, async (call) => {
  const { union: id, year } = call.input
  const [union, record] = await Promise.all([call.store.get(unions, id), assessmentOf(id, year, call.store)])
  if (union === undefined || record === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'assessment.view', subject: record._id, union: id })
  const [checker, may, before, asked] = await Promise.all([
    call.store.get(unions, record.checker),
    mayNow(union, record, call),
    comparison(record, call),
    questionsNow(union, record, call),
  ])
  const { unionName, why, state, revision: seen, standards, result, objection, steps } = record
  return succeed({
    unionName,
    checkerName: checker?.name ?? '',
    year,
    why,
    state,
    seen,
    may,
    names: standards.map((key) => standardName[key]),
    ...asked,
    ...(result === undefined ? {} : { result }),
    ...(objection === undefined
      ? {}
      : {
          objection: { text: objection.text, ...(objection.answer === undefined ? {} : { answer: objection.answer }) },
        }),
    ...(before === undefined ? {} : { before }),
    steps: steps.map(({ step, at, text }) => ({ step, at, ...(text === undefined ? {} : { text }) })),
  })
})

async function questionsNow(
  union: UnionRecord,
  record: AssessmentRecord,
  call: Call<unknown>,
): Promise<Pick<View, 'items' | 'questions'>> {
  const answers = answersOf(record, call)
  const withAnswer = (question: Question) => {
    const answer = answers[question.question]
    return { ...question, labels: [...question.labels], ...(answer === undefined ? {} : { answer }) }
  }
  if (isWithUnion(record.state) || record.state === 'withdrawn') {
    const looked = await lookAt(union, call)
    const open = looked.records.filter(({ state }) => state === 'open')
    return {
      items: itemsOpen(looked, record, answers),
      questions: questionsOf(open, looked.applies.document).map(withAnswer),
    }
  }
  const asked = record.items.flatMap(({ id, questions }) => {
    const item = itemById.get(id)
    return item === undefined ? [] : [{ item, questions: questions.filter((one) => answers[one] !== undefined) }]
  })
  return { items: itemsSent(record), questions: questionsOf(asked, record.document).map(withAnswer) }
}

function itemsOpen(
  looked: Awaited<ReturnType<typeof lookAt>>,
  record: AssessmentRecord,
  answers: ReturnType<typeof answersOf>,
): View['items'] {
  return standingsAnswered(looked, answers).map(({ item, state, metrics, questions }) => ({
    id: item.id,
    label: labelOf(item),
    text: textOf(item, looked.applies.document),
    state,
    figures: metrics
      .filter(({ judged }) => judged.state !== 'ask')
      .map(({ name, judged }) => `${metricName[name]}：${figuresText(name, judged)}`)
      .join('；'),
    questions: [...questions],
    ...foundOf(record, item.id),
  }))
}

function itemsSent(record: AssessmentRecord): View['items'] {
  return record.items.flatMap(({ id, state: sent, claim, figures, questions }) => {
    const item = itemById.get(id)
    if (item === undefined) return []
    // Found not to mean the union, it is none of its items from then on.
    const state = record.findings[id]?.finding === 'met' ? (claim ?? sent) : sent
    const text = textOf(item, record.document)
    return [{ id, label: labelOf(item), text, state, figures, questions, ...foundOf(record, id) }]
  })
}

function foundOf({ findings }: AssessmentRecord, id: string) {
  const found = findings[id]
  if (found === undefined) return {}
  return { finding: found.finding, ...(found.comment === '' ? {} : { comment: found.comment }) }
}

async function mayNow(
  { _id, line }: UnionRecord,
  { state, checker, settler, objection }: AssessmentRecord,
  call: Call<unknown>,
): Promise<View['may']> {
  const above = line.filter((id) => id !== _id)
  const beyond = settler === undefined || settler === checker ? above : above.slice(above.indexOf(checker) + 1)
  const [officer, checks, settles] = await Promise.all([
    call.store.get(officers, `${_id}:${call.account}`),
    holdsRight(call.store, call.account, above, 'approve', call.now),
    holdsRight(call.store, call.account, beyond, 'approve', call.now),
  ])
  const inOffice = officer !== undefined && (officer.until === undefined || officer.until > call.now)
  const mayWithdraw = 'to' in nextAssessment({ state, objectedBefore: objection !== undefined }, 'withdraw')
  const own = inOffice && rightsToday(officer, call.today).includes('home')
  return [
    ...(own && isWithUnion(state) ? (['answer'] as const) : []),
    ...(own && mayWithdraw ? (['withdraw'] as const) : []),
    ...(checks && state === 'sent' ? (['check'] as const) : []),
    ...(own && state === 'decided' && objection === undefined ? (['object'] as const) : []),
    ...(settles && state === 'objected' ? (['settle'] as const) : []),
  ]
}

/** 与上一次相比: the last result of a year before. */
async function comparison(record: AssessmentRecord, call: Call<unknown>): Promise<View['before']> {
  const before = (await resultsOf(record.union, call)).find(({ year }) => year < record.year)
  if (before?.result === undefined || record.result === undefined) return undefined
  const { gained, lost } = comparedWith(foundIn(before), foundIn(record))
  const labels = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const item = itemById.get(id)
      return item === undefined ? [] : [labelOf(item)]
    })
  const { met, of } = before.result
  return { year: before.year, met, of, gained: labels(gained), lost: labels(lost) }
}

function foundIn(record: AssessmentRecord): Readonly<Record<string, 'met' | 'gap'>> {
  return Object.fromEntries(
    Object.entries(decidedStates(record)).flatMap(([id, state]) => (state === 'not-meant' ? [] : [[id, state]])),
  )
}

const aPage = 50
const shown = {
  waiting: { index: 'byChecker', field: 'checker', state: 'sent' },
  objected: { index: 'bySettler', field: 'settler', state: 'objected' },
} as const

/** 下级的申报. */
export const assessmentsBelow = implement(home.procedures.assessmentsBelow, async (call) => {
  const { union, show, cursor } = call.input
  const year = Number(call.today.slice(0, 4))
  const called = await call.store.get(assessmentCalls, assessmentId(union, year))
  const rows = async (query: { readonly index: string; readonly equals: Partial<AssessmentRecord> }) => {
    const page = await call.store.find(homeAssessments, {
      ...query,
      order: 'descending',
      limit: aPage,
      ...(cursor === undefined ? {} : { cursor }),
    })
    return {
      rows: page.documents.map(rowOf),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    }
  }
  const page =
    show === 'decided'
      ? await decidedRows(union, cursor, call)
      : await rows({ index: shown[show].index, equals: { [shown[show].field]: union, state: shown[show].state } })
  return succeed({ ...page, ...(called === undefined ? {} : { called: { until: called.until } }) })
})

/** 已评定: those that may still be objected to, then those that are final, each the newest first. The cursor says in which of the two it stands. */
async function decidedRows(
  checker: UnionRecord['_id'],
  cursor: string | undefined,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<{ readonly rows: ReturnType<typeof rowOf>[]; readonly cursor?: string }> {
  const pageOf = async (state: 'decided' | 'final', after: string | undefined) => {
    const page = await store.find(homeAssessments, {
      index: 'byChecker',
      equals: { checker, state },
      order: 'descending',
      limit: aPage,
      ...(after === undefined ? {} : { cursor: after }),
    })
    const rows = page.documents.map(rowOf)
    return { rows, ...(page.cursor === undefined ? {} : { cursor: `${state}.${page.cursor}` }) }
  }
  if (cursor?.startsWith('final.') === true) return pageOf('final', cursor.slice('final.'.length))
  const open = await pageOf('decided', cursor?.slice('decided.'.length))
  if ('cursor' in open) return open
  const over = await pageOf('final', undefined)
  return { ...over, rows: [...open.rows, ...over.rows] }
}

function rowOf({ union, unionName, year, state, result }: AssessmentRecord) {
  return { union, unionName, year, state, ...(result === undefined ? {} : { result }) }
}
