import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { applications } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import { implement } from '../../_kernel/serve'
import { withinReach } from './within-reach'

/** 建会前看一看. */
export const foundPreview = implement(registry.procedures.foundPreview, async ({ store, input }) => {
  const unit = await unitNow(input.unit, store)
  const upper = await store.get(unions, input.union)
  if (unit === undefined || upper === undefined) return refuse('UNIT_UNKNOWN', { field: 'unit' })
  const reach = await withinReach(upper, [unit], store, 'unit')
  if (!reach.ok) return reach
  if (unit.union !== undefined && (await store.get(unions, unit.union))?.status === 'active')
    return refuse('ALREADY_FOUNDED', { field: 'unit' })
  const here = { unit: unit._id, state: 'active' } as const
  const [members, dispatched, sent, covering] = await Promise.all([
    store.count(memberships, { index: 'byUnit', equals: here }),
    store.count(memberships, { index: 'byAgency', equals: { agency: unit._id, state: 'active' } }),
    store.count(applications, { index: 'byUnit', equals: { unit: unit._id, state: 'submitted' } }),
    Promise.all(unit.coveredBy.map((union) => store.get(unions, union))),
  ])
  return succeed({
    unitName: unit.name,
    place: unit.place,
    staff: unit.staff,
    coveredBy: covering.flatMap((union) => (union?.status === 'active' ? [union.name] : [])),
    members,
    dispatched,
    applications: sent,
    suggestedName: `${unit.name}工会`,
  })
})
