import { z } from 'zod'
import { AccountId, ApplicationId, FileId, PersonId, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import {
  EventItemState,
  EventPlan,
  PaperKind,
  UnionEventKind,
  UnionEventState,
} from '../../../shared/membership/union-event'
import { collection } from '../store/port'

const Named = z.strictObject({ union: UnionId, name: z.string() })

/** 机构变动: a union founded, merged or dissolved, and how far its people have been brought. */
export const UnionEventRecord = z.strictObject({
  _id: z.string(),
  kind: UnionEventKind,
  state: UnionEventState,
  /** The union that came to be, or that ends. */
  union: UnionId,
  unionName: z.string(),
  /** The unit that founded it. */
  unit: UnitId.optional(),
  /** Of a dissolution: whether its people still work there; where they do not, R08 retains them. */
  employment: z.enum(['goes-on', 'ended']).optional(),
  /** Where everybody goes: the new union, or the one merged into; a dissolved union’s people go each where the rules send them. */
  successor: Named.optional(),
  /** The union above, which confirms foundings and dissolutions; a merger is confirmed by the successor. */
  upper: Named,
  desk: Named,
  reason: z.string(),
  papers: z.array(z.strictObject({ paper: PaperKind, file: FileId })),
  by: AccountId,
  at: IsoTime,
  /** Which of its lists is being walked, and after whom to go on; absent once it is planned. */
  walk: z.strictObject({ source: z.number().int().min(0), cursor: z.string().optional() }).optional(),
  people: z.strictObject({ move: z.number(), offer: z.number(), retain: z.number(), reroute: z.number() }),
  /** Where how many go; the first fifty. */
  destinations: z.array(Named.extend({ people: z.number().int() })),
  confirmedBy: AccountId.optional(),
  confirmedAt: IsoTime.optional(),
  /** The last day on which somebody may object. */
  objectUntil: IsoDate.optional(),
})
export type UnionEventRecord = z.infer<typeof UnionEventRecord>

export const unionEvents = collection<UnionEventRecord>({
  name: 'unionEvents',
  schema: UnionEventRecord,
  indexes: { byState: ['state', 'at'] },
})

/** 一个人在一次变动里: `_id` is `{event}:{person}` or `{event}:{application}`, so that nobody is moved twice. */
export const EventItemRecord = z.strictObject({
  _id: z.string(),
  event: z.string(),
  person: PersonId.optional(),
  application: ApplicationId.optional(),
  plan: EventPlan,
  state: EventItemState,
  from: Named,
  to: Named,
  /** What later events have to look for once it is carried out. */
  followUps: z.array(z.string()),
  /** Why somebody objects: sealed at eventItems/{_id}/sentence. */
  sentence: z.string().optional(),
  updatedAt: IsoTime,
})
export type EventItemRecord = z.infer<typeof EventItemRecord>

export const eventItems = collection<EventItemRecord>({
  name: 'eventItems',
  schema: EventItemRecord,
  indexes: { byEvent: ['event', 'state'], byPerson: ['person', 'updatedAt'], all: [] },
})
