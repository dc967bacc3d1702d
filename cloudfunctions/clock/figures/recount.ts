import { chinaDay, isoTime } from '../../../shared/core/time'
import { countWhole } from '../../membership/figures/count-union'
import { writeCounts, type Counted } from '../../membership/figures/tree'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { unionFigures } from '../../_kernel/records/figures'
import { membershipEvents } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'
import type { Store } from '../../_kernel/store/port'
import { settledMs } from './follow'
import { changeState, figuresState } from './state'

/** Unions in one run: 28,000 take some two hours of runs. */
const together = 200
/** Counted side by side: their reads wait for the same network. */
const abreast = 10

/**
 * 每天重新清点: every union once a day by its indexes, those under one parent together. What nobody writes a history of is brought up to date by it: cards, staff, the
 * units of a place, years since founding. Members who changed without an entry are a fault of ours, and counted as one.
 */
export async function recountUnions(
  { store, now }: Pick<Runtime, 'store' | 'now'>,
  after: string | undefined,
  limit = together,
): Promise<RoundStep | 'later'> {
  const state = await figuresState(store, now())
  const page = await store.find(unions, {
    index: 'byParent',
    equals: {},
    limit,
    ...(after === undefined ? {} : { cursor: after }),
  })
  const counted: Counted[] = []
  for (let at = 0; at < page.documents.length; at += abreast)
    counted.push(
      ...(await Promise.all(
        page.documents.slice(at, at + abreast).map((union) => countWhole(union, state.open, { store, now: now() })),
      )),
    )
  const unwritten = await Promise.all(counted.map((one) => changedUnseen(one, store)))
  const drift = unwritten.filter(Boolean).length
  if (!(await writeCounts(counted, store))) return 'later'
  await noteDrift(drift, { store, now })
  return { done: counted.length, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

/** Adds to the day’s; the last day’s stands until this one is through. */
export async function noteDrift(drift: number, { store, now }: Pick<Runtime, 'store' | 'now'>): Promise<void> {
  const today = chinaDay(now())
  await store.transact((tx) =>
    changeState(tx, now(), (state) =>
      state.driftOn === today
        ? { ...state, drift: state.drift + drift }
        : { ...state, driftOn: today, drift, driftBefore: state.drift },
    ),
  )
}

/** Whether members came or went although no history says so since the count before. */
async function changedUnseen({ union, own }: Counted, store: Store): Promise<boolean> {
  const before = await store.get(unionFigures, union._id)
  if (before?.countedAt === undefined || before.own.members === own.members) return false
  const from = isoTime(Date.parse(before.countedAt) - settledMs)
  const [here, away] = await Promise.all([
    store.find(membershipEvents, { index: 'byUnion', equals: { union: union._id }, from, limit: 1 }),
    store.find(membershipEvents, { index: 'byFrom', equals: { fromUnion: union._id }, from, limit: 1 }),
  ])
  return here.documents.length === 0 && away.documents.length === 0
}
