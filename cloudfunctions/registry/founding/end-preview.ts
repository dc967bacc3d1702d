import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { applications } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { coverages, officers, unions, units } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/** 撤销、合并前看一看. */
export const endPreview = implement(registry.procedures.endPreview, async ({ store, input, now }) => {
  const union = await store.get(unions, input.ending)
  if (union?.parent !== input.union) return refuse('NOT_FOUND')
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const id = union._id
  const [active, retained, sent, own, covered, below, offices] = await Promise.all([
    store.count(memberships, { index: 'byUnion', equals: { union: id, state: 'active' } }),
    store.count(memberships, { index: 'byUnion', equals: { union: id, state: 'retained' } }),
    store.count(applications, { index: 'ofUnion', equals: { union: id, state: 'submitted' } }),
    store.count(units, { index: 'byUnion', equals: { union: id } }),
    store.count(coverages, { index: 'byUnion', equals: { union: id } }),
    store.find(unions, { index: 'byParent', equals: { parent: id }, limit: 200 }),
    store.find(officers, { index: 'byUnion', equals: { union: id }, limit: 200 }),
  ])
  return succeed({
    name: union.name,
    active,
    retained,
    applications: sent,
    units: own + covered,
    officers: offices.documents.filter(({ until }) => until === undefined || until > now).length,
    leadsOthers: below.documents.some(({ status }) => status === 'active'),
  })
})
