import { figureProcedures } from '../../../shared/contract/membership-figures'
import { refuse, succeed } from '../../../shared/core/outcome'
import { addFigures, addFlows, monthOf, movesOf, noFigures, noFlows } from '../../../shared/org/figures'
import { rateKeys, rateOf, type RateTargets } from '../../../shared/org/rates'
import { documents } from '../../../shared/policy/documents'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { figureMonths, toldFigures, unionFigures } from '../../_kernel/records/figures'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { unionsBelow } from '../reports/report'

/** A year, and the same month of the year before. */
const monthsShown = 13

/** 统计: one document and the months before it, whatever lies below. */
export const figures = implement(figureProcedures.figures, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const { _id } = union
  const [record, policy, closed, told, below] = await Promise.all([
    call.store.get(unionFigures, _id),
    policyOfUnion(union, call),
    call.store.find(figureMonths, {
      index: 'byUnion',
      equals: { union: _id },
      order: 'descending',
      limit: monthsShown,
    }),
    call.store.get(toldFigures, _id),
    unionsBelow(_id, call.store),
  ])
  const own = record?.own ?? noFigures
  const total = addFigures(own, record?.below ?? noFigures)
  const month = monthOf(call.today)
  const ofMonth = record?.months.find((one) => one.month === month) ?? { own: noFlows, below: noFlows }
  const { homeGoal, rateTargets } = policy.values
  const source = policy.provenance.get('rateTargets')
  const targets = targetsFor(below, rateTargets)
  return succeed({
    name: union.name,
    ...(record?.countedAt === undefined ? {} : { countedAt: record.countedAt }),
    below,
    total,
    own,
    flows: movesOf(addFlows(ofMonth.own, ofMonth.below)),
    years: homeGoal.kind === 'by-age' ? homeGoal.years : 5,
    rates: rateKeys.map((key) => ({
      key,
      ...rateOf(key, total),
      ...(targets[key] === undefined ? {} : { target: targets[key] }),
    })),
    targetSource: source === undefined ? '' : `${documents[source.source].short} ${source.clause}`,
    ...(told === undefined ? {} : { ruralStaff: { count: told.ruralStaff, on: told.on } }),
    month,
    months: closed.documents
      .map(({ month: name, figures: sum, flows }) => ({ month: name, figures: sum, flows: movesOf(flows) }))
      .reverse(),
  })
})

/** 区域 or 单位: what has unions below it is held against the numbers for a territory (001). */
export function targetsFor(below: number, { region, unit }: RateTargets): RateTargets['region'] {
  return below > 0 ? region : unit
}
