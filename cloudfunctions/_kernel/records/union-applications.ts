import { z } from 'zod'
import { AccountId, FileId, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Reply } from '../../../shared/org/union-change'
import { applicationPapers, UnionApplicationKind, UnionApplicationState } from '../../../shared/org/union-application'
import { collection } from '../store/port'

export const ApplicationPaper = z.strictObject({ paper: z.enum(applicationPapers), file: FileId })

/** 向上级的申请 (建会、换届、补选、撤销). */
export const UnionApplicationRecord = z.strictObject({
  _id: z.string(),
  kind: UnionApplicationKind,
  state: UnionApplicationState,
  /** The union that is asked. */
  upper: UnionId,
  /** The union it is about; of a founding the one that came of it. */
  union: UnionId.optional(),
  /** The unit that founds. */
  unit: UnitId.optional(),
  /** Of the unit or the union: what lists call it. */
  name: z.string(),
  by: AccountId,
  /** Sealed JSON of UnionApplicationBody at unionApplications/{_id}/body. */
  body: z.string(),
  papers: z.array(ApplicationPaper),
  /** How often it was sent: part of its task’s subject. */
  sent: z.number().int().min(1),
  sentAt: IsoTime,
  /** Of one that is returned or approved: what the time of keeping counts from. */
  closedAt: IsoTime.optional(),
  /** The body holds numbers and phones of people, who are forgotten when their time is over. */
  personal: z.boolean(),
  /** What is to be mended, of a returned one. */
  returned: z.strictObject({ reason: z.string(), at: IsoTime }).optional(),
  /** 批复. */
  reply: Reply.extend({ union: UnionId, on: IsoDate, event: z.string().optional() }).optional(),
})
export type UnionApplicationRecord = z.infer<typeof UnionApplicationRecord>
export const unionApplications = collection<UnionApplicationRecord>({
  name: 'unionApplications',
  schema: UnionApplicationRecord,
  indexes: {
    byUpper: ['upper', 'sentAt'],
    byUnion: ['union', 'sentAt'],
    byAccount: ['by', 'sentAt'],
    closed: ['state', 'personal', 'closedAt'],
    all: [],
  },
})

/** 一件一件地办: what a unit or a union has open; `_id` is `{unit}` or `{union}`. */
export const UnionApplicationClaim = z.strictObject({ _id: z.string(), application: z.string() })
export type UnionApplicationClaim = z.infer<typeof UnionApplicationClaim>
export const unionApplicationClaims = collection<UnionApplicationClaim>({
  name: 'unionApplicationClaims',
  schema: UnionApplicationClaim,
  indexes: {},
})

/** 建会邀请: `_id` digests the code that the union above hands to those who prepare a founding. It belongs to whoever applies with it first. */
export const FoundingOfferRecord = z.strictObject({
  _id: z.string(),
  upper: UnionId,
  unit: UnitId,
  by: AccountId,
  account: AccountId.optional(),
  application: z.string().optional(),
  expiresAt: IsoTime,
})
export type FoundingOfferRecord = z.infer<typeof FoundingOfferRecord>
export const foundingOffers = collection<FoundingOfferRecord>({
  name: 'foundingOffers',
  schema: FoundingOfferRecord,
  indexes: { byExpiry: ['expiresAt'] },
})

/** 批复编号: `_id` is `{union}:{year}`. */
export const ReplyCounter = z.strictObject({ _id: z.string(), last: z.number().int().min(1) })
export type ReplyCounter = z.infer<typeof ReplyCounter>
export const replyCounters = collection<ReplyCounter>({ name: 'replyCounters', schema: ReplyCounter, indexes: {} })
