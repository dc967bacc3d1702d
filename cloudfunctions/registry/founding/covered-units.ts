import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { coverages, units } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { unitHit } from '../hits'
import { jointBelow } from './covering'

const aPage = 50

/** 联合工会覆盖的单位. */
export const coveredUnits = implement(registry.procedures.coveredUnits, async ({ store, input }) => {
  const { union, joint: id, cursor } = input
  const joint = await jointBelow(store, union, id)
  if (joint === undefined) return refuse('NOT_FOUND')
  const [page, count] = await Promise.all([
    store.find(coverages, {
      index: 'byUnion',
      equals: { union: id },
      limit: aPage,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    store.count(coverages, { index: 'byUnion', equals: { union: id } }),
  ])
  const found = await Promise.all(page.documents.map(({ unit }) => store.get(units, unit)))
  return succeed({
    name: joint.name,
    count,
    rows: found.flatMap((unit) => (unit === undefined ? [] : [unitHit(unit)])),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
