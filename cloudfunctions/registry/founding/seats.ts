import { seatTypes } from '../../../shared/org/union'
import { regions, type UnionRecord } from '../../_kernel/records/registry'
import type { Transaction } from '../../_kernel/store/port'

/** 席位改登: a union that is called something else, or is of another type, has the seat of what it is now, or none. */
export async function reseatUnion(tx: Transaction, union: UnionRecord): Promise<void> {
  if (seatTypes.has(union.type)) return seatUnion(tx, union)
  const region = await tx.get(regions, union.region)
  if (region?.seats.some((seat) => seat.union === union._id) !== true) return
  await tx.put(regions, { ...region, seats: region.seats.filter((seat) => seat.union !== union._id) })
}

/** 席位跟着工会走: the region’s document keeps what routing looks for in a place; it says of each of its seats what the union itself says. */
export async function seatUnion(tx: Transaction, union: UnionRecord): Promise<void> {
  if (!seatTypes.has(union.type)) return
  const region = await tx.get(regions, union.region)
  if (region === undefined) return
  const { _id, name, type, status, direct, industries } = union
  const others = region.seats.filter((seat) => seat.union !== _id)
  await tx.put(regions, { ...region, seats: [...others, { union: _id, name, type, status, direct, industries }] })
}
