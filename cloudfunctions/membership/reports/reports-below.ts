import { reportProcedures } from '../../../shared/contract/membership-reports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { reportDueOn } from '../../../shared/org/report-due'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { implement } from '../../_kernel/serve'
import { currentPeriod, reportId } from '../../_kernel/unions/reports'
import { reportView, unionsBelow } from './report'

/** 本期上报到哪了: one grouped look at an index, however many unions there are below. */
export const reportsBelow = implement(reportProcedures.reportsBelow, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const { _id, parent, type } = union
  const [due, policy] = await Promise.all([currentPeriod(union, call), policyOfUnion(union, call)])
  const [groups, below, own, above] = await Promise.all([
    call.store.group(reports, { index: 'byParent', equals: { parent: _id, period: due.period }, by: 'state' }),
    unionsBelow(_id, call.store),
    call.store.get(reports, reportId(_id, due.period)),
    parent === undefined ? undefined : call.store.get(unions, parent),
  ])
  const countOf = (state: string) => groups.find(({ value }) => value === state)?.count ?? 0
  return succeed({
    ...due,
    ownDueOn: reportDueOn(due, type, policy.values.reportWorkingDays),
    below,
    reported: countOf('reported'),
    returned: countOf('returned'),
    checked: countOf('checked'),
    ...(above === undefined ? {} : { above: above.name }),
    ...(own === undefined ? {} : { own: reportView(own) }),
  })
})
