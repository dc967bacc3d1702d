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
import type { UnionRecord } from '../../_kernel/records/registry'
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
    before.active === active
  )
    return
  const after: StandingRecord = {
    _id: union._id,
    name: union.name,
    ...(union.parent === undefined ? {} : { parent: union.parent }),
    active,
    ...(standing === undefined ? {} : { standing }),
    own,
    below: before?.below ?? noTotals,
    revision: (before?.revision ?? 0) + 1,
  }
  await tx.put(homeStandings, after)
  const was = addTotals(before?.own ?? noTotals, before?.below ?? noTotals)
  const is = addTotals(own, after.below)
  if (before === undefined || before.parent === union.parent)
    return raise(tx, union.parent, lessTotals(is, was), union.line)
  await raise(tx, before.parent, lessTotals(noTotals, was), union.line)
  await raise(tx, union.parent, is, union.line)
}

/** Adds to everything from here upward, by the parents that the kept standings themselves name. */
async function raise(
  tx: Transaction,
  from: UnionId | undefined,
  more: StandingTotals,
  line: readonly UnionId[],
): Promise<void> {
  if (isNothing(more)) return
  for (let id = from; id !== undefined;) {
    const here: StandingRecord = (await tx.get(homeStandings, id)) ?? blank(id, line)
    await tx.put(homeStandings, { ...here, below: addTotals(here.below, more), revision: here.revision + 1 })
    id = here.parent
  }
}

/** Of a union that was not looked at yet: it holds what is below it until it is. */
function blank(_id: UnionId, line: readonly UnionId[]): StandingRecord {
  const parent = line.includes(_id) ? line[line.indexOf(_id) + 1] : undefined
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
