import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { coverages, units } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

const aPage = 50

/** 覆盖的单位, as the registry lists them. */
export const unitsCovered = implement(registry.procedures.unitsCovered, async ({ store, input: { union, cursor } }) => {
  const page = await store.find(coverages, {
    index: 'byUnion',
    equals: { union },
    limit: aPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const found = await Promise.all(page.documents.map(({ unit }) => store.get(units, unit)))
  return succeed({
    rows: found.flatMap((unit) =>
      unit === undefined ? [] : [{ unit: unit._id, name: unit.name, place: unit.place, staff: unit.staff }],
    ),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
