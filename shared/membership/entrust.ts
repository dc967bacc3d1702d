import type { UnionId, UnitId } from '../core/ids'

/** A unit of a dispatched worker’s, with the unions that organise it. */
export interface DispatchUnit {
  readonly unit: UnitId
  readonly unions: readonly UnionId[]
}

/**
 * 委托管理 (000 二(一), 总工发〔2016〕35号 §9; R20, R21, R24): the union that does not hold the membership looks after the member; one of the two units pays. What
 * may be agreed on is between these two units and nobody else.
 */
export function mayEntrust(
  held: UnionId,
  parties: readonly DispatchUnit[],
  { to, payingUnit }: { readonly to: UnionId; readonly payingUnit: UnitId },
): boolean {
  const other = to !== held && parties.some(({ unions }) => unions.includes(to))
  return other && parties.some(({ unit }) => unit === payingUnit)
}
