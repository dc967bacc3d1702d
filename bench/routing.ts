import type { z } from 'zod'
import { chinaDay } from '../shared/core/time'
import { Situation } from '../shared/membership/joining'
import { regions, unions, units, type UnitRecord } from '../cloudfunctions/_kernel/records/registry'
import type { Store } from '../cloudfunctions/_kernel/store/port'
import { readingOnce } from '../cloudfunctions/_kernel/store/reading-once'
import { assess } from '../cloudfunctions/membership/joining/assess'
import { readSituation } from '../cloudfunctions/membership/joining/situation'
import type { LocalSystem } from '../local/runtime'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const perRound = 500
const rounds = 9

/** 分流 in a city, read from the store, against six point reads of that store. */
export async function routingRows(system: LocalSystem): Promise<BenchRow[]> {
  const { store } = system.runtime
  const today = chinaDay(system.runtime.now())
  const sample = await sampleUnits(store, perRound * 2)
  const situations = sample.flatMap((unit, index) => situationOf(unit, sample[(index * 7 + 1) % sample.length], index))

  const decisions = await sideBySide(
    async () => {
      for (const situation of situations.slice(0, perRound)) {
        const once = readingOnce(store)
        const known = await readSituation(situation, once)
        if (!known.ok) throw new Error(known.code)
        await assess(known.data, { age: 35, retired: false, standing: { kind: 'none' } }, { store: once, today })
      }
      return perRound
    },
    async () => {
      for (const unit of sample.slice(0, perRound)) {
        await Promise.all([
          store.get(units, unit._id),
          store.get(regions, unit.region),
          store.get(unions, unit.union ?? 'none'),
        ])
        await Promise.all([
          store.get(units, unit.parent ?? 'none'),
          store.get(regions, unit.region.slice(0, 6)),
          store.get(regions, unit.region.slice(0, 4)),
        ])
      }
      return perRound
    },
    rounds,
  )
  const size = {
    units: await store.count(units, { index: 'byUnion', equals: {} }),
    unions: await store.count(unions, { index: 'byParent', equals: {} }),
  }
  const ratio = decisions.peer / decisions.ours
  return [
    {
      name: `routing decision (${size.units} units, ${size.unions} unions)`,
      ours: 1e6 / decisions.ours,
      peer: 1e6 / decisions.peer,
      unit: 'µs',
      ratio,
      target: '≤ 3 × six point reads',
      ok: ratio <= 3,
    },
  ]
}

/** Units from all over the registry, evenly. */
async function sampleUnits(store: Store, count: number): Promise<readonly UnitRecord[]> {
  const all: UnitRecord[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(units, {
      index: 'byRegion',
      equals: {},
      limit: 1000,
      ...(cursor === undefined ? {} : { cursor }),
    })
    all.push(...page.documents)
    cursor = page.cursor
  } while (cursor !== undefined)
  const step = Math.max(1, Math.floor(all.length / count))
  return all.filter((_, index) => index % step === 0).slice(0, count)
}

/** The kinds of work in turn, so that every branch of the rules is paid for. */
function situationOf(unit: UnitRecord, other: UnitRecord | undefined, index: number): Situation[] {
  if (other === undefined) return []
  const listed = (one: UnitRecord) => ({ kind: 'listed', unit: one._id }) as const
  const kinds: readonly z.input<typeof Situation>[] = [
    { work: 'unit', unit: listed(unit), establishment: 'regular' },
    { work: 'dispatched', agency: listed(other), userUnit: listed(unit) },
    { work: 'outsourced', employer: listed(other), host: listed(unit) },
    { work: 'platform', industry: 'delivery', workRegion: unit.region },
    { work: 'several', jobs: [listed(unit), listed(other)], workRegion: unit.region },
    { work: 'owner', unit: listed(unit) },
  ]
  const kind = kinds[index % kinds.length]
  return kind === undefined ? [] : [Situation.parse(kind)]
}
