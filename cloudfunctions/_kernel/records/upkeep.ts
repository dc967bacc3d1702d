import { z } from 'zod'
import { AccountId, ApplicationId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { withChain } from '../migrations/0001-audit-chain'
import { collection } from '../store/port'

/** 重复提交: what a command answered, so that the same request gets the same answer for 24 h. `_id` digests caller, procedure and requestId. */
export const RequestRecord = z.strictObject({
  _id: z.string(),
  /** Keyed digest of the input: the same id with another input is refused. */
  input: z.string(),
  /** Sealed JSON of the answer at requests/{_id}/answer. */
  answer: z.string(),
  expiresAt: IsoTime,
})
export type RequestRecord = z.infer<typeof RequestRecord>
export const requests = collection<RequestRecord>({
  name: 'requests',
  schema: RequestRecord,
  indexes: { byExpiry: ['expiresAt'], all: [] },
})

/**
 * 审计: written in the transaction of the change itself; holds ids and codes, never personal data. `seq`, `previous` and `hash` are added once, by the
 * sequencer, and chain the entries of one union.
 */
export const AuditRecord = z.strictObject({
  _id: z.string(),
  at: IsoTime,
  /** `operator`: whoever holds the keys, by a command of theirs. */
  actor: z.union([AccountId, z.literal('clock'), z.literal('operator')]),
  onBehalfOf: z.string().optional(),
  union: UnionId.optional(),
  action: z.string(),
  subject: z.string(),
  policyVersion: z.string().optional(),
  /** Salted commitment to the content, so that it can be proved without being kept. */
  commitment: z.string().optional(),
  /** What everybody may compare, in plain: the digest of an announcement, the root of a board. Never of anything that names somebody. */
  digest: z.string().optional(),
  /** 会签: the head of another chain as this chain saw it. */
  witnessed: z.strictObject({ seq: z.number().int(), hash: z.string() }).optional(),
  /** The union’s id, or `system` for what belongs to none. */
  chain: z.string(),
  /** From 1, without a gap; absent until the sequencer has been there. */
  seq: z.number().int().optional(),
  previous: z.string().optional(),
  hash: z.string().optional(),
})
export type AuditRecord = z.infer<typeof AuditRecord>
export const auditEntries = collection<AuditRecord>({
  name: 'audit',
  schema: AuditRecord,
  indexes: { bySubject: ['subject', 'at'], inChain: ['chain', 'seq'], waiting: ['seq', 'chain', 'at'] },
  upgrade: withChain,
})

/** 审计链头: where each chain ends. `_id` is the chain. */
export const AuditHead = z.strictObject({ _id: z.string(), seq: z.number().int(), hash: z.string(), at: IsoTime })
export type AuditHead = z.infer<typeof AuditHead>
export const auditHeads = collection<AuditHead>({
  name: 'auditHeads',
  schema: AuditHead,
  indexes: { byTime: ['at'], all: [] },
})

/** 消息: what the first page tells an account until it is put aside. */
export const NoticeRecord = z.strictObject({
  _id: z.string(),
  account: AccountId,
  at: IsoTime,
  text: z.string(),
  application: ApplicationId.optional(),
  /** 机构变动 that it tells of. */
  event: z.string().optional(),
})
export type NoticeRecord = z.infer<typeof NoticeRecord>
export const notices = collection<NoticeRecord>({
  name: 'notices',
  schema: NoticeRecord,
  indexes: { byAccount: ['account', 'at'], byTime: ['at'] },
})

/** 次数: what an account tried today, as keyed digests. `_id` is `{what}:{account}:{day}`. */
export const QuotaRecord = z.strictObject({ _id: z.string(), day: IsoDate, seen: z.array(z.string()) })
export type QuotaRecord = z.infer<typeof QuotaRecord>
export const quotas = collection<QuotaRecord>({ name: 'quotas', schema: QuotaRecord, indexes: { byDay: ['day'] } })
