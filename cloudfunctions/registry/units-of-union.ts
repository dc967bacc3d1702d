import { registry } from '../../shared/contract/registry'
import { succeed } from '../../shared/core/outcome'
import { coverages, units } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { unitHit } from './hits'

const most = 200

/** 本会组织的单位: its own, and those that it covers. */
export const unitsOfUnion = implement(registry.procedures.unitsOfUnion, async ({ store, input: { union } }) => {
  const [own, covered] = await Promise.all([
    store.find(units, { index: 'byUnion', equals: { union }, limit: most }),
    store.find(coverages, { index: 'byUnion', equals: { union }, limit: most }),
  ])
  const known = new Set(own.documents.map(({ _id }) => _id))
  const others = await Promise.all(
    covered.documents.filter(({ unit }) => !known.has(unit)).map(({ unit }) => store.get(units, unit)),
  )
  return succeed({ units: [...own.documents, ...others.flatMap((unit) => unit ?? [])].map(unitHit) })
})
