import { registry } from '../../shared/contract/registry'
import { refuse, succeed } from '../../shared/core/outcome'
import { regions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { regionHit } from './hits'

const most = 500

/** 地区: the places inside one, with the way down to it; the cities where none is given. */
export const listRegions = implement(registry.procedures.regions, async ({ store, input }) => {
  const { parent } = input
  const inside = await store.find(
    regions,
    parent === undefined
      ? { index: 'byLevel', equals: { level: 'city' }, limit: most }
      : { index: 'byParent', equals: { parent }, limit: most },
  )
  const record = parent === undefined ? undefined : await store.get(regions, parent)
  if (parent !== undefined && record === undefined) return refuse('REGION_UNKNOWN', { field: 'parent' })
  const path = await Promise.all([...(record?.path ?? [])].reverse().map((step) => store.get(regions, step)))
  return succeed({
    regions: inside.documents.map(regionHit),
    path: path.flatMap((step) => (step === undefined ? [] : [{ region: step._id, name: step.name }])),
  })
})
