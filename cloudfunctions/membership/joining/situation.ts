import type { RegionId, UnitId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { industryName } from '../../../shared/membership/labels'
import type { Situation, UnitReference } from '../../../shared/membership/joining'
import { unitsNamed } from '../../../shared/membership/to-worker'
import { unitNow } from '../../_kernel/units'
import { withUnits } from '../../../shared/membership/units-named'
import { regions, type RegionRecord, type UnitRecord } from '../../_kernel/records/registry'
import type { Reader } from '../../_kernel/store/port'

/** 用工情况 read against the registry: every unit and place exists, names are the registry’s, and a unit that was merged is the one that it was merged into. */
export interface KnownSituation {
  readonly situation: Situation
  readonly facts: readonly { readonly heading: string; readonly text: string }[]
  /** 所属单位 of annex 3: the first unit named. */
  readonly unitName: string
  readonly unit?: UnitId
  /** Where the work is done, from the place itself up to its city; empty where nobody said. */
  readonly place: readonly RegionId[]
  readonly unitRecords: ReadonlyMap<UnitId, UnitRecord>
}

export async function readSituation(
  told: Situation,
  store: Reader,
): Promise<Outcome<KnownSituation, 'UNIT_UNKNOWN' | 'REGION_UNKNOWN'>> {
  const situation = await unitsAsTheyStand(told, store)
  const named = unitsNamed(situation)
  const records = await Promise.all(
    named.map(({ unit }) => (unit.kind === 'listed' ? unitNow(unit.unit, store) : undefined)),
  )
  if (named.some(({ unit }, index) => unit.kind === 'listed' && records[index] === undefined))
    return refuse('UNIT_UNKNOWN', { field: 'situation' })

  const byHand = named.flatMap(({ unit }) => (unit.kind === 'by-hand' ? [unit.region] : []))
  const stated = 'workRegion' in situation ? [situation.workRegion, ...byHand] : byHand
  const statedRegions = await Promise.all(stated.map((region) => store.get(regions, region)))
  if (statedRegions.includes(undefined)) return refuse('REGION_UNKNOWN', { field: 'situation' })

  const known = new Map(records.flatMap((record) => (record === undefined ? [] : [[record._id, record] as const])))
  const place = statedRegions[0] ?? (await regionOfUnits(named, known, store))
  const first = named[0]?.unit
  return succeed({
    situation,
    facts: [
      ...named.map(({ heading, unit }) => ({ heading, text: nameOf(unit, known) })),
      ...('industry' in situation && situation.industry !== undefined
        ? [{ heading: '干什么活', text: industryName[situation.industry] }]
        : []),
      ...('workRegion' in situation ? [{ heading: '在哪儿干活', text: await placeName(statedRegions[0], store) }] : []),
      ...(situation.work === 'seconded' ? [{ heading: '借调时间', text: `${situation.months} 个月` }] : []),
      ...(situation.work === 'other' ? [{ heading: '本人说明', text: situation.note }] : []),
    ],
    unitName: first === undefined ? '' : nameOf(first, known),
    ...(first?.kind === 'listed' ? { unit: first.unit } : {}),
    place: place?.path ?? [],
    unitRecords: known,
  })
}

/** 现在的单位: the same answers, each listed unit by the id that stands for it now. */
export async function unitsAsTheyStand(situation: Situation, store: Reader): Promise<Situation> {
  const ids = unitsNamed(situation).flatMap(({ unit }) => (unit.kind === 'listed' ? [unit.unit] : []))
  const now = new Map(await Promise.all(ids.map(async (id) => [id, (await unitNow(id, store))?._id ?? id] as const)))
  return withUnits(situation, (id) => now.get(id) ?? id)
}

async function regionOfUnits(
  named: readonly { unit: UnitReference }[],
  known: ReadonlyMap<UnitId, UnitRecord>,
  store: Reader,
): Promise<RegionRecord | undefined> {
  const record = named.flatMap(({ unit }) => (unit.kind === 'listed' ? [known.get(unit.unit)] : []))[0]
  return record === undefined ? undefined : store.get(regions, record.region)
}

function nameOf(unit: UnitReference, known: ReadonlyMap<UnitId, UnitRecord>): string {
  return unit.kind === 'by-hand' ? `${unit.name}（手工填写）` : (known.get(unit.unit)?.name ?? '')
}

/** 市南区中山路街道 and not just 中山路街道: the place with the two levels above it. */
async function placeName(region: RegionRecord | undefined, store: Reader): Promise<string> {
  if (region === undefined) return ''
  const above = await Promise.all(region.path.slice(1, 3).map((id) => store.get(regions, id)))
  return [...above.reverse(), region]
    .flatMap((record) => (record === undefined || record.level === 'city' ? [] : [record.name]))
    .join(' ')
}
