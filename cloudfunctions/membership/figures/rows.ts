import { addFigures, addFlows, isNoFlow, movesOf, noFigures, noFlows, sameFigures } from '../../../shared/org/figures'
import type { FigureMonthRecord, UnionFiguresRecord } from '../../_kernel/records/figures'

/** A union that has ended has a row in the month only as long as there is something in it, which its upper union’s total counts. */
export function standsIn({ active, own, below, months }: UnionFiguresRecord, month: string): boolean {
  const flows = months.find((one) => one.month === month)
  const moved = flows !== undefined && !isNoFlow(addFlows(flows.own, flows.below))
  return active || moved || !sameFigures(addFigures(own, below), noFigures)
}

/** A union with its tree, as it is now, with the changes of this month. */
export function rowOf({ _id, name, own, below, months }: UnionFiguresRecord, month: string) {
  const flows = months.find((one) => one.month === month) ?? { own: noFlows, below: noFlows }
  return { union: _id, name, figures: addFigures(own, below), flows: movesOf(addFlows(flows.own, flows.below)) }
}

/** The same without what is below. */
export function ownRowOf({ _id, name, own, months }: UnionFiguresRecord, month: string) {
  const flows = months.find((one) => one.month === month)?.own ?? noFlows
  return { union: _id, name, figures: own, flows: movesOf(flows) }
}

/** The same of a closed month. */
export function closedRowOf({ union, name, figures, flows }: FigureMonthRecord) {
  return { union, name, figures, flows: movesOf(flows) }
}

export function closedOwnRowOf({ union, name, own, ownFlows }: FigureMonthRecord) {
  return { union, name, figures: own, flows: movesOf(ownFlows) }
}
