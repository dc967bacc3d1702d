import type { z } from 'zod'
import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { textOf } from '../../../shared/home/standards/catalogue'
import { gapsIn } from '../../../shared/home/standards/gaps'
import { isUnderWay, nextAssessment, stillCounts } from '../../../shared/home/standards/assessment'
import { ofStandard, type MetricJudged } from '../../../shared/home/standards/standing'
import { holdsRight } from '../../_kernel/access'
import type { AssessmentRecord } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { assessmentOf, callsOf, mayStillObject, nearestCall } from './assessments'
import { lookAt, resultsOf, standingsAfter } from './look-at'
import { figuresText, isOpenTo, labelOf, metricName, placeOf, sourceOf, standardName } from './words'

type Metric = z.input<typeof home.procedures.standing.output>['standards'][number]['items'][number]['metrics'][number]

/** 对照标准: computed as it is asked for; what is kept for the union above may be a day old. */
export const standing = implement(home.procedures.standing, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const year = Number(call.today.slice(0, 4))
  const [looked, results, current, last, called, own] = await Promise.all([
    lookAt(union, call),
    resultsOf(union._id, call),
    assessmentOf(union._id, year, call.store),
    assessmentOf(union._id, year - 1, call.store),
    calledBy(union, year, call),
    holdsRight(call.store, call.account, [union._id], 'home', call.now),
  ])
  const { document, standards, age } = looked.applies
  const who = own ? 'own' : 'above'
  const standings = standingsAfter(
    looked,
    results.find((one) => stillCounts(one.year, call.today)),
  )
  const labels = new Map(standings.map(({ item }) => [item.id, labelOf(item)]))
  const { values } = looked.policy
  const shown = current ?? (last !== undefined && goesOn(last, values, call.today) ? last : undefined)
  const mayStart = 'to' in nextAssessment({ state: current?.state, objectedBefore: false }, 'start')
  return succeed({
    unionName: union.name,
    on: call.today,
    standards: standards.map((key) => ({
      key,
      name: standardName[key],
      source: sourceOf(looked.policy),
      items: ofStandard(standings, key).map(({ item, state, metrics }) => ({
        id: item.id,
        label: labelOf(item),
        section: item.section,
        text: textOf(item, document),
        state,
        metrics: metrics.map((metric) => metricView(metric, who)),
      })),
    })),
    gaps: gapsIn(standings).map(({ metric, judged, items, lifts }) => ({
      ...metricView({ name: metric, judged }, who),
      lifts,
      labels: items.flatMap((id) => labels.get(id) ?? []),
    })),
    ageUnknown: values.homeGoal.kind === 'by-age' && age === undefined,
    year,
    ...(shown === undefined ? {} : { assessment: { year: shown.year, state: shown.state } }),
    ...(called === undefined ? {} : { called }),
    results: results.flatMap(({ year: of, result }) => (result === undefined ? [] : [{ ...result, year: of }])),
    mayApply: mayStart && union.status === 'active' && union.parent !== undefined && own,
  })
})

async function calledBy(union: UnionRecord, year: number, { store, today }: Pick<Call<unknown>, 'store' | 'today'>) {
  const called = await nearestCall(union, callsOf(year, store), today)
  if (called === undefined) return undefined
  return { by: (await store.get(unions, called.union))?.name ?? '', until: called.until }
}

/** Last year’s: what is decided is over once nobody may object to it any more. */
function goesOn(
  { state, result }: AssessmentRecord,
  values: Parameters<typeof mayStillObject>[1],
  today: IsoDate,
): boolean {
  if (state === 'decided') return mayStillObject(result, values, today)
  return isUnderWay(state)
}

function metricView({ name, judged }: MetricJudged, who: 'own' | 'above'): Metric {
  const place = placeOf(name, judged)
  return {
    name: metricName[name],
    state: judged.state,
    text: figuresText(name, judged),
    ...(place === undefined || !isOpenTo(place, who) ? {} : { place }),
  }
}
