import { homeAboveProcedures } from '../../../shared/contract/home-above'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { homeReportOf, mayReport, yearOf } from '../../../shared/home/above/report-day'
import { reachedIn } from '../../../shared/home/above/sums'
import { documents } from '../../../shared/policy/documents'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { homeReports, reportId, type HomeReportRecord } from '../../_kernel/records/home-above'
import { homeStandings } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { stepTask, taskId } from '../../_kernel/tasks'
import { reportSubject } from './report-task'
import { leadsOthers, sumsOf } from './rows'

const pageSize = 50
/** More unions than this lead others directly below none in the registry. */
const mostLeading = 500

/** 一年的报送: one’s own, those of a page of the unions below that lead others, and how many of these have reported. */
export const homeReport = implement(homeAboveProcedures.homeReport, async (call) => {
  const { union: id, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const policy = await policyOfUnion(union, call)
  const thisYear = yearOf(call.today)
  const { year, dueOn, late } = homeReportOf(policy.values.homeReportDue, call.input.year ?? thisYear, call.today)
  const source = policy.provenance.get('homeReportDue')
  const [upper, sent, standing, below, reported] = await Promise.all([
    union.parent === undefined ? undefined : call.store.get(unions, union.parent),
    call.store.get(homeReports, reportId(id, year)),
    call.store.get(homeStandings, id),
    call.store.find(homeStandings, {
      index: 'leading',
      equals: { parent: id, active: true, leads: true },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    reportedBelow(id, year, call),
  ])
  const rows = below.documents.map(async ({ _id, name }) => {
    const report = await call.store.get(homeReports, reportId(_id, year))
    return { union: _id, name, ...(report === undefined ? {} : { sent: viewOf(report) }) }
  })
  return succeed({
    name: union.name,
    year,
    other: year === thisYear ? thisYear - 1 : thisYear,
    ...(dueOn === undefined ? {} : { dueOn }),
    late,
    source: source === undefined ? '' : `${documents[source.source].short} ${source.clause}`,
    ...(upper === undefined ? {} : { upperName: upper.name }),
    open:
      upper !== undefined &&
      union.status === 'active' &&
      leadsOthers(standing) &&
      mayReport(year, sent !== undefined, call.today),
    ...(sent === undefined ? {} : { sent: viewOf(sent) }),
    reported,
    rows: await Promise.all(rows),
    ...(below.cursor === undefined ? {} : { cursor: below.cursor }),
  })
})

/** 已报几家. */
async function reportedBelow(parent: UnionId, year: number, { store }: Pick<Call<unknown>, 'store'>) {
  const equals = { parent, active: true, leads: true } as const
  const { documents } = await store.find(homeStandings, { index: 'leading', equals, limit: mostLeading })
  const sent = await Promise.all(documents.map(({ _id }) => store.get(homeReports, reportId(_id, year))))
  return { of: documents.length, sent: sent.filter((report) => report !== undefined).length }
}

/** 报送 (002 四（六）): the numbers are those of this moment, and stay. What was in time the first time is in time. */
export const sendHomeReport = implement(homeAboveProcedures.sendHomeReport, async (call) => {
  const { union: id, year, text } = call.input
  const union = await call.store.get(unions, id)
  if (union?.parent === undefined) return refuse('NOBODY_ABOVE')
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const to = union.parent
  const { late } = homeReportOf((await policyOfUnion(union, call)).values.homeReportDue, year, call.today)
  const _id = reportId(id, year)
  const audit = auditing(call, { action: 'home.report', subject: _id, union: id, content: { text } })
  return call.act(async (tx) => {
    const [standing, before] = [await tx.get(homeStandings, id), await tx.get(homeReports, _id)]
    if (!mayReport(year, before !== undefined, call.today)) return refuse('REPORT_YEAR_OVER', { field: 'text' })
    if (standing === undefined)
      return refuse('COUNT_NOT_READY', { field: 'text', message: '底数还没有数完，明天再报。' })
    if (!leadsOthers(standing)) return refuse('NOBODY_BELOW')
    const total = sumsOf(standing)
    const [by, at] = [call.account, call.now]
    await tx.put(homeReports, {
      _id,
      union: id,
      year,
      to,
      at,
      ...(late && (before === undefined || before.late === true) ? { late: true as const } : {}),
      by,
      text,
      unions: total.unions,
      reached: reachedIn(total),
    })
    await stepTask(tx, taskId('home-report', reportSubject(id, year)), { kind: 'finish' }, union, { by, at })
    await audit(tx)
    return succeed({})
  })
})

function viewOf({ at, text, reached, late }: HomeReportRecord) {
  return { at, text, reached, ...(late === undefined ? {} : { late }) }
}
