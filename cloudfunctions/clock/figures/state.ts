import { chinaDay, type IsoTime } from '../../../shared/core/time'
import { monthOf } from '../../../shared/org/figures'
import { figuresStates, type FiguresState } from '../../_kernel/records/figures'
import type { Runtime } from '../../_kernel/runtime'
import type { Reader, Transaction } from '../../_kernel/store/port'

/** How far the figures are. A system that never counted begins with this month: nothing before it is closed. */
export async function figuresState(store: Reader, now: IsoTime): Promise<FiguresState> {
  return (await store.get(figuresStates, 'now')) ?? begun(now)
}

function begun(now: IsoTime): FiguresState {
  const today = chinaDay(now)
  return { _id: 'now', followed: now, open: monthOf(today), driftOn: today, drift: 0, driftBefore: 0 }
}

/** Changes some of it, as it stands then. */
export async function changeState(
  tx: Transaction,
  now: IsoTime,
  change: (state: FiguresState) => FiguresState,
): Promise<void> {
  await tx.put(figuresStates, change(await figuresState(tx, now)))
}

/** 正在结账: a month’s numbers have to fit together, so that nothing is counted while they are written. */
export async function unlessClosing(
  { store, now }: Pick<Runtime, 'store' | 'now'>,
  work: () => Promise<number>,
): Promise<number> {
  return (await figuresState(store, now())).closingAfter === undefined ? work() : 0
}
