import { z } from 'zod'
import { collection } from '../store/port'

/** 投出的选票 and 补充评价: all that is kept of them. No time, no account, and of the review only its digest; in a store of their own (`Runtime.ballots`). */
export const CastRecord = z.strictObject({
  /** `castId` in base64url: of one token there is one cast. */
  _id: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** `announcementDigest` in base64url. */
  review: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  envelope: z.enum(['ballot', 'remark']),
  /** The whole cast in base64url, as it came. */
  cast: z.string().regex(/^[A-Za-z0-9_-]+$/),
})
export type CastRecord = z.infer<typeof CastRecord>

export const casts = collection<CastRecord>({
  name: 'casts',
  schema: CastRecord,
  indexes: { byReview: ['review', 'envelope'] },
})

/** Every collection of the store that knows nobody. */
export const ballotCollections = [casts] as const
