import { z } from 'zod'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 换钥匙的进度: how far one collection has been walked. `_id` is `{what}:{collection}`. */
export const RotationRecord = z.strictObject({
  _id: z.string(),
  /** The key, or keys, that everything is being brought under; another one begins the walk anew. */
  under: z.string(),
  begunAt: IsoTime,
  /** The second pass finds what was still written in the old way while the first one ran. */
  pass: z.union([z.literal(1), z.literal(2)]),
  /** After which document to go on. */
  cursor: z.string().optional(),
  /** Everything is under the key; what it replaced may be taken away. */
  doneAt: IsoTime.optional(),
})
export type RotationRecord = z.infer<typeof RotationRecord>

export const rotations = collection<RotationRecord>({ name: 'rotations', schema: RotationRecord, indexes: {} })
