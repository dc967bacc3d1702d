import { z } from 'zod'
import { PersonId, ReviewId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { outReasons, paperReasons } from '../../../shared/review/electorate'
import { collection } from '../store/port'

const Count = z.number().int().min(0)

/** 名单的几部分, gone through one after the other: who is here, who ended within the year, and who has moved away since the cut-off. */
export const listParts = ['active', 'retained', 'left', 'expelled', 'deceased', 'moved-away', 'whole'] as const
export type ListPart = (typeof listParts)[number]

/** 选民名单的进度与人数. `_id` is the review. */
export const ElectorListRecord = z.strictObject({
  _id: ReviewId,
  part: z.enum(listParts),
  /** After which page of the part it goes on. */
  cursor: z.string().optional(),
  electors: Count,
  out: z.record(z.enum(outReasons), Count),
  onPaper: z.record(z.enum(paperReasons), Count),
})
export type ElectorListRecord = z.infer<typeof ElectorListRecord>

export const electorLists = collection<ElectorListRecord>({
  name: 'electorLists',
  schema: ElectorListRecord,
  indexes: {},
})

/** 对选民名单的异议. Its task, `review-objection:{_id}`, says where it lies. */
export const ListObjectionRecord = z.strictObject({
  _id: z.string(),
  review: ReviewId,
  union: UnionId,
  /** Who objects. */
  person: PersonId,
  about: z.enum(['self', 'other']),
  /** Sealed JSON of ObjectionSecrets at listObjections/{_id}/said. */
  said: z.string(),
  at: IsoTime,
  open: z.boolean(),
  settled: z
    .strictObject({ kind: z.enum(['admit', 'strike', 'stands', 'dropped']), at: IsoTime, person: PersonId.optional() })
    .optional(),
  /** Sealed, at listObjections/{_id}/reason: may name somebody. */
  reason: z.string().optional(),
})
export type ListObjectionRecord = z.infer<typeof ListObjectionRecord>

/** `name`: whom it is about, as they wrote it. */
export const ObjectionSecrets = z.strictObject({ sentence: z.string(), name: z.string().optional() })

export const listObjections = collection<ListObjectionRecord>({
  name: 'listObjections',
  schema: ListObjectionRecord,
  indexes: { byOpen: ['review', 'open', 'at'], byPerson: ['person', 'open', 'review'], all: [] },
})

export function emptyList(_id: ReviewId): ElectorListRecord {
  return {
    _id,
    part: 'active',
    electors: 0,
    out: { 'joined-after-cutoff': 0, retained: 0, ended: 0, struck: 0 },
    onPaper: { 'written-form': 0, 'no-account': 0, 'bound-after-cutoff': 0 },
  }
}
