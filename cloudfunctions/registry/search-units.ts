import { registry } from '../../shared/contract/registry'
import type { RegionId, UnitId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { endingsWith } from '../../shared/org/unit-search'
import { spendQuota } from '../_kernel/quota'
import { regions, unitNames } from '../_kernel/records/registry'
import { unitNow } from '../_kernel/units'
import { implement } from '../_kernel/serve'
import type { Store } from '../_kernel/store/port'
import { unitHit } from './hits'

const shown = 20
/** Names looked at: bounded, however common the text. */
const lookedAt = 200

/** 按名称找单位: those of the same place first, then by how much of the place they share. */
export const searchUnits = implement(registry.procedures.searchUnits, async (call) => {
  const { store } = call
  const { text, region, agenciesOnly = false } = call.input
  const spent = await spendQuota('search', text, call)
  if (!spent.ok) return spent
  const range = endingsWith(text)
  const [near, anywhere] = await Promise.all([
    region === undefined
      ? []
      : store
          .find(unitNames, { index: 'byPlace', equals: { region }, ...range, limit: lookedAt })
          .then((page) => page.documents),
    store
      .find(
        unitNames,
        agenciesOnly
          ? { index: 'byAgency', equals: { agency: true }, ...range, limit: lookedAt }
          : { index: 'byText', equals: {}, ...range, limit: lookedAt },
      )
      .then((page) => page.documents),
  ])
  const places = new Map<UnitId, RegionId>(
    [...near, ...anywhere]
      .filter(({ agency }) => agency || !agenciesOnly)
      .map(({ unit, region: place }) => [unit, place]),
  )
  const ranked = await nearestFirst(places, region, store)
  const found = await Promise.all(ranked.slice(0, shown).map((unit) => unitNow(unit, store)))
  // A merged record is found by its own name and shows the one that stands for it, once.
  const distinct = new Map(found.flatMap((unit) => (unit === undefined ? [] : [[unit._id, unit] as const])))
  return succeed({ units: [...distinct.values()].map(unitHit) })
})

async function nearestFirst(
  places: ReadonlyMap<UnitId, RegionId>,
  region: RegionId | undefined,
  store: Store,
): Promise<readonly UnitId[]> {
  const around = region === undefined ? undefined : await store.get(regions, region)
  if (around === undefined) return [...places.keys()]
  const distinct = [...new Set(places.values())]
  const records = await Promise.all(distinct.map((place) => store.get(regions, place)))
  const shared = new Map(
    records.flatMap((record) =>
      record === undefined
        ? []
        : [[record._id, record.path.filter((step) => around.path.includes(step)).length] as const],
    ),
  )
  const sharedOf = (place: RegionId) => shared.get(place) ?? 0
  return [...places].sort(([, a], [, b]) => sharedOf(b) - sharedOf(a)).map(([unit]) => unit)
}
