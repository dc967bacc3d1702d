import type { UnionId } from '../../../shared/core/ids'
import { isoTime, type IsoTime } from '../../../shared/core/time'
import { countChanged } from '../../membership/figures/count-union'
import { writeCounts } from '../../membership/figures/tree'
import { unionFigures } from '../../_kernel/records/figures'
import { membershipEvents } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { rounds } from '../../_kernel/records/rounds'
import type { Runtime } from '../../_kernel/runtime'
import type { Collection, Store, Stored } from '../../_kernel/store/port'
import { changeState, figuresState } from './state'

export interface FollowLimits {
  /** Unions counted in one run: a dozen index counts each. */
  readonly unions: number
  /** Entries read in one run, of each kind. */
  readonly entries: number
}
const oneRun: FollowLimits = { unions: 200, entries: 1_000 }

/** An entry carries the time of the call that wrote it and is there when that call commits: never so long afterwards. */
export const settledMs = 5 * 60_000

/**
 * 跟上变动: the unions in whose histories something was written since the last run are counted anew, by their indexes. Nobody who writes a membership has to
 * remember the figures, and no two of them ever wait for one document. A union is counted at once, and once more when nothing of that moment can still
 * be under way. Answers how many were counted.
 */
export async function followChanges({ store, now }: Pick<Runtime, 'store' | 'now'>, limits = oneRun): Promise<number> {
  const begun = now()
  const state = await figuresState(store, begun)
  const from = earlier(state.followed, settledMs)
  const found = [
    await entriesSince(store, membershipEvents, 'at', from, limits.entries),
    await entriesSince(store, rounds, 'closedAt', from, limits.entries),
  ]
  // Where one kind was not read to its end, the other is not believed beyond that moment either.
  const read = found.reduce<IsoTime>(
    (least, { until }) => (until !== undefined && until < least ? until : least),
    begun,
  )
  const wanted = new Map<UnionId, IsoTime>()
  let followed: IsoTime = read < begun ? later(read, settledMs) : begun
  for (const { at, union } of found.flatMap(({ entries }) => entries).sort(byTime)) {
    if (!wanted.has(union) && wanted.size >= limits.unions) {
      followed = later(at, settledMs)
      break
    }
    if (await isUncounted(union, at, begun, store)) wanted.set(union, at)
  }
  const counted = []
  for (const id of wanted.keys()) {
    const union = await store.get(unions, id)
    if (union === undefined) continue
    const before = await store.get(unionFigures, id)
    counted.push(await countChanged(union, before, state.open, { store, now: now() }))
  }
  if (!(await writeCounts(counted, store))) return 0
  // A stretch of one moment’s entries that is longer than a run is passed: the day’s recount has them.
  const further = followed > state.followed || read === begun ? followed : later(state.followed, 1)
  await store.transact((tx) => changeState(tx, begun, (latest) => ({ ...latest, followed: further })))
  return counted.length
}

interface Entry {
  readonly at: IsoTime
  readonly union: UnionId
}

async function entriesSince<D extends Stored & { readonly union: UnionId }>(
  store: Store,
  collection: Collection<D & { readonly fromUnion?: UnionId | undefined }>,
  field: keyof D,
  from: IsoTime,
  limit: number,
): Promise<{ readonly entries: readonly Entry[]; readonly until?: IsoTime }> {
  const page = await store.find(collection, { index: 'byTime', equals: {}, from, limit })
  const entries = page.documents.flatMap((document): Entry[] => {
    const at = document[field] as IsoTime
    const { union, fromUnion } = document
    return [{ at, union }, ...(fromUnion === undefined ? [] : [{ at, union: fromUnion }])]
  })
  const last = entries.at(-1)
  return page.cursor === undefined || last === undefined ? { entries } : { entries, until: last.at }
}

/** Not since it was written, or not since it must have been there. What a clock ahead of this one wrote waits for its time: until then it would be new in every run. */
async function isUncounted(union: UnionId, at: IsoTime, now: IsoTime, store: Store): Promise<boolean> {
  if (at > now) return false
  const countedAt = (await store.get(unionFigures, union))?.countedAt
  if (countedAt === undefined || countedAt < at) return true
  const settled = later(at, settledMs)
  return now >= settled && countedAt < settled
}

const byTime = (one: Entry, other: Entry) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
const earlier = (at: IsoTime, ms: number) => isoTime(Date.parse(at) - ms)
const later = (at: IsoTime, ms: number) => isoTime(Date.parse(at) + ms)
