import type { UnionId } from '../../../shared/core/ids'
import { stillCounts } from '../../../shared/home/standards/assessment'
import { catalogue } from '../../../shared/home/standards/catalogue'
import {
  addTotals,
  isNothing,
  lessTotals,
  noTotals,
  totalsOf,
  type StandingTotals,
} from '../../../shared/home/standards/totals'
import { homeStandings, type AssessmentRecord, type StandingRecord } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Transaction } from '../../_kernel/store/port'
import type { GatherPorts } from './gather'
import { lookAt, resultsOf, standingsAfter, type Decided, type LookedAt } from './look-at'

const standardById = new Map(catalogue.map(({ id, standard }) => [id, standard]))
const standardOf = (id: string) => standardById.get(id)

type Standing = NonNullable<StandingRecord['standing']>

/** 现在的对照, as it is kept. */
export function standingNow(
  looked: LookedAt,
  latest: (Decided & Pick<AssessmentRecord, 'year' | 'result'>) | undefined,
  { now, today }: Pick<GatherPorts, 'now' | 'today'>,
): Standing {
  const { document, standards, age } = looked.applies
  const last = latest !== undefined && stillCounts(latest.year, today) ? latest : undefined
  const { result } = last ?? {}
  return {
    document,
    standards: [...standards],
    ...(age === undefined ? {} : { age }),
    items: Object.fromEntries(standingsAfter(looked, last).map(({ item, state }) => [item.id, state])),
    ...(last === undefined || result === undefined
      ? {}
      : { result: { year: last.year, outcome: result.outcome, on: result.on } }),
    computedAt: now,
  }
}

/** 对照 one union; of one that is no more there is nothing. */
export async function standingOfUnion(union: UnionRecord, ports: GatherPorts): Promise<Standing | undefined> {
  if (union.status !== 'active') return undefined
  const [looked, [last]] = await Promise.all([lookAt(union, ports), resultsOf(union._id, ports)])
  return standingNow(looked, last, ports)
}

/** What changed, without when it was looked at. */
const sameStanding = (one: Standing | undefined, other: Standing | undefined) =>
  JSON.stringify({ ...one, computedAt: '' }) === JSON.stringify({ ...other, computedAt: '' })

/**
 * 逐级汇总: the union’s own is written, and the difference to what stood there is added to everything above, in the same transaction: wherever a clock is
 * killed, the sums are those of what is written. A union that came under another one takes its whole tree along.
 */
export async function keepStanding(
  tx: Transaction,
  union: Pick<UnionRecord, '_id' | 'name' | 'parent' | 'line' | 'status' | 'type'>,
  standing: Standing | undefined,
): Promise<void> {
  const before = await tx.get(homeStandings, union._id)
  const { type } = union
  const own =
    standing === undefined ? noTotals : totalsOf({ ...standing, result: standing.result?.outcome, standardOf, type })
  const active = union.status === 'active'
  if (
    before !== undefined &&
    sameStanding(before.standing, standing) &&
    isNothing(lessTotals(before.own, own)) &&
    before.parent === union.parent &&
    before.name === union.name &&
    before.active === active &&
    before.leads === leading(before.below).leads
  )
    return
  const stays = before === undefined || before.parent === union.parent
  if (!stays) await settleAbove(tx, union.parent)
  const settled = stays ? before : await tx.get(homeStandings, union._id)
  const after: StandingRecord = {
    _id: union._id,
    name: union.name,
    ...(union.parent === undefined ? {} : { parent: union.parent }),
    active,
    ...(standing === undefined ? {} : { standing }),
    own,
    ...leading(settled?.below ?? noTotals),
    revision: (settled?.revision ?? 0) + 1,
  }
  await tx.put(homeStandings, after)
  const was = addTotals(settled?.own ?? noTotals, after.below)
  const is = addTotals(own, after.below)
  if (stays) return raise(tx, union.parent, lessTotals(is, was))
  await raise(tx, before.parent, lessTotals(noTotals, was))
  await raise(tx, union.parent, is)
}

function leading(below: StandingTotals): Pick<StandingRecord, 'below' | 'leads'> {
  return { below, ...(below.unions > 0 ? { leads: true } : {}) }
}

/**
 * The kept parents of everything above become those of the registry, from the top down. Where two unions changed places, the one that is above now may
 * still be kept below the other; the climb from it would never end.
 */
async function settleAbove(tx: Transaction, parent: UnionId | undefined): Promise<void> {
  if (parent === undefined) return
  const above = (await tx.get(unions, parent))?.parent
  await settleAbove(tx, above)
  const kept = await tx.get(homeStandings, parent)
  if (kept === undefined || kept.parent === above) return
  const { parent: from, ...rest } = kept
  const tree = addTotals(kept.own, kept.below)
  await raise(tx, from, lessTotals(noTotals, tree))
  await tx.put(homeStandings, {
    ...rest,
    ...(above === undefined ? {} : { parent: above }),
    revision: kept.revision + 1,
  })
  await raise(tx, above, tree)
}

/** Adds to everything from here upward, by the parents that the kept standings themselves name. Throws where they go round: a union moved while it was looked at, and is looked at again. */
async function raise(tx: Transaction, from: UnionId | undefined, more: StandingTotals): Promise<void> {
  if (isNothing(more)) return
  const met = new Set<UnionId>()
  for (let id = from; id !== undefined;) {
    if (met.has(id)) throw new Error(`the kept standings go round at ${id}`)
    met.add(id)
    const here: StandingRecord = (await tx.get(homeStandings, id)) ?? (await blank(tx, id))
    const { leads: _, ...rest } = here
    await tx.put(homeStandings, { ...rest, ...leading(addTotals(here.below, more)), revision: here.revision + 1 })
    id = here.parent
  }
}

/** Of a union that was not looked at yet: it holds what is below it until it is. */
async function blank(tx: Transaction, _id: UnionId): Promise<StandingRecord> {
  const parent = (await tx.get(unions, _id))?.parent
  return {
    _id,
    name: '',
    ...(parent === undefined ? {} : { parent }),
    active: true,
    own: noTotals,
    below: noTotals,
    revision: 0,
  }
}
