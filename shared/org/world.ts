import { z } from 'zod'
import { RegionId, UnionId, UnitId } from '../core/ids'
import { Region } from './region'
import { Union } from './union'
import { Unit } from './unit'

/** 组织树: a snapshot of regions, unions and units, each under its id, in the shapes of shared/vectors/routing-cases.json. */
export const World = z.object({
  regions: z.record(RegionId, Region),
  unions: z.record(UnionId, Union),
  units: z.record(UnitId, Unit),
})
export type World = z.infer<typeof World>
