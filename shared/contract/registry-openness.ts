import { z } from 'zod'
import { FileId, PersonId, PublicationId, Revision, UnionId } from '../core/ids'
import { shownText } from '../core/shown-text'
import { IsoDate, IsoTime } from '../core/time'
import {
  ActivityFacts,
  activityShape,
  Audience,
  mostPlaces,
  PublicationFacts,
  PublicationKind,
} from '../org/publication'
import { PaperPicture } from './picture'
import { anyone, command, officerOf, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Cursor = z.string().max(400).optional()
const Count = z.number().int()
const one = { union: UnionId, publication: PublicationId }

/** A line of a list. */
const PublicationRow = z.object({
  publication: PublicationId,
  unionName: z.string(),
  kind: PublicationKind,
  audience: Audience,
  title: z.string(),
  publishedAt: IsoTime,
  /** Of an activity. */
  day: IsoDate.optional(),
})

/** 双亮、会务公开: what a union publishes, and who comes to what it arranges. */
export const opennessProcedures = {
  publications: query({
    summary: 'What a union published, the newest first: everything for its members, else what is for everybody',
    access: anyone,
    input: z.strictObject({ union: UnionId, cursor: Cursor }),
    output: z.object({
      unionName: z.string(),
      /** The caller reads what is for members. */
      member: z.boolean(),
      rows: z.array(PublicationRow),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  myNews: query({
    summary: 'The newest that my union and the unions above it published; nothing for who is no member',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({ rows: z.array(PublicationRow) }),
    errors: [],
  }),
  publication: query({
    summary:
      'One publication as it reads now, with the days on which it was changed; of an activity, what places are left',
    access: anyone,
    input: z.strictObject({ publication: PublicationId }),
    output: PublicationRow.extend({
      union: UnionId,
      text: z.string(),
      pictures: z.array(FileId),
      version: Revision,
      /** Of every version, the first one first. */
      versions: z.array(z.object({ version: Revision, from: IsoTime })),
      withdrawn: z.object({ reason: z.string(), at: IsoTime }).optional(),
      activity: z
        .object({
          ...activityShape,
          signedUp: Count,
          left: Count,
          phase: z.enum(['open', 'full', 'over']),
          /** The caller has a place, and may still give it back. */
          mine: z.enum(['none', 'has', 'kept']),
          attended: Count.optional(),
        })
        .optional(),
    }),
    errors: [],
  }),
  publicationVersion: query({
    summary: 'How a publication read before it was changed',
    access: anyone,
    input: z.strictObject({ publication: PublicationId, version: Revision }),
    output: z.object({ title: z.string(), text: z.string(), activity: ActivityFacts.optional(), from: IsoTime }),
    errors: [],
  }),
  publicationPicture: query({
    summary: 'A picture of a publication that the caller may read, as a data URL',
    access: anyone,
    input: z.strictObject({ publication: PublicationId, picture: FileId }),
    output: z.object({ picture: z.string() }),
    errors: [],
  }),
  writtenPublications: query({
    summary: 'Everything this union published, what was withdrawn as well',
    access: officerOf(ofUnion, 'publish'),
    input: z.strictObject({ union: UnionId, cursor: Cursor }),
    output: z.object({
      rows: z.array(PublicationRow.extend({ withdrawn: z.boolean() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  putPicture: command({
    summary: 'A picture for a publication that is being written; what none keeps is swept',
    access: officerOf(ofUnion, 'publish'),
    input: z.strictObject({ union: UnionId, picture: PaperPicture }),
    output: z.object({ picture: FileId }),
    errors: ['DOCUMENT_INVALID'],
  }),
  publish: command({
    summary: 'Published from now on; members who asked for messages are told, once a day at most',
    access: officerOf(ofUnion, 'publish'),
    input: z.strictObject({ union: UnionId, facts: PublicationFacts }),
    output: z.object({ publication: PublicationId }),
    errors: ['UNION_NOT_ACTIVE', 'DOCUMENT_MISSING'],
  }),
  changePublication: command({
    summary: 'A new version takes the place of the one that was seen; how it read before stays to be read',
    access: officerOf(ofUnion, 'publish'),
    input: z.strictObject({ ...one, seen: Revision, facts: PublicationFacts }),
    output: z.object({ version: Revision }),
    errors: ['PUBLICATION_CHANGED', 'PUBLICATION_WITHDRAWN', 'PLACES_FEWER', 'FIELD_INVALID', 'DOCUMENT_MISSING'],
  }),
  withdrawPublication: command({
    summary: '撤下: nobody reads it any more but who may publish; with the reason',
    access: officerOf(ofUnion, 'publish'),
    input: z.strictObject({ ...one, reason: shownText('请写撤下的原因', 200) }),
    output: z.object({}),
    errors: ['PUBLICATION_WITHDRAWN'],
  }),
  signUp: command({
    summary: '一键报名: one place for the caller, if one is left; a second time changes nothing',
    access: signedIn,
    input: z.strictObject({ publication: PublicationId }),
    output: z.object({}),
    errors: ['NOT_FOR_YOU', 'PUBLICATION_WITHDRAWN', 'SIGN_UP_OVER', 'ACTIVITY_FULL', 'ACTIVITY_BUSY'],
  }),
  giveBackPlace: command({
    summary: '取消报名: the place is free again at once',
    access: signedIn,
    input: z.strictObject({ publication: PublicationId }),
    output: z.object({}),
    errors: ['SIGN_UP_OVER'],
  }),
  signUps: query({
    summary: 'Who signed up for an activity, and who was there',
    answers: 'sealed',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ ...one, cursor: Cursor }),
    output: z.object({
      title: z.string(),
      day: IsoDate,
      signedUp: Count,
      present: Count,
      attended: Count.optional(),
      rows: z.array(z.object({ person: PersonId, name: z.string(), unitName: z.string(), present: z.boolean() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  tickPresence: command({
    summary: '签到: whether somebody who signed up was there',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ ...one, person: PersonId, present: z.boolean() }),
    output: z.object({}),
    errors: ['ACTIVITY_NOT_YET'],
  }),
  countAttendance: command({
    summary: '参加人数: a number without names, which stays; what the subsidy’s worksheet reads',
    access: officerOf(ofUnion, 'publish'),
    input: z.strictObject({ ...one, attended: Count.min(0, '请填人数').max(50 * mostPlaces, '请填人数') }),
    output: z.object({}),
    errors: ['ACTIVITY_NOT_YET', 'PUBLICATION_WITHDRAWN'],
  }),
} as const
