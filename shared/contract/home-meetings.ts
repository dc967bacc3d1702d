import { z } from 'zod'
import { FileId, MemberCongressId, Revision, StaffCongressId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { MemberCongress, StaffCongress } from '../home/meetings/facts'
import { missingOrder } from '../home/meetings/standing'
import { separateOrder } from '../home/meetings/together'
import { PaperPicture } from './picture'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Count = z.number().int()

const row = { period: Count, session: Count, day: IsoDate, delegates: z.boolean(), entitled: Count, attended: Count }

/** A line of a list; which kind of meeting it is, is said by its id as well. */
const MeetingRow = z.discriminatedUnion('meeting', [
  z.object({ meeting: z.literal('members'), id: MemberCongressId, ...row }),
  z.object({ meeting: z.literal('staff'), id: StaffCongressId, ...row }),
])

const standing = {
  unionName: z.string(),
  version: Revision,
  changedAt: IsoTime,
  missing: z.array(z.enum(missingOrder)),
  /** The caller is an officer of the union itself. */
  mine: z.boolean(),
}
/** 同日的另一个会: what the two do not have apart. */
const notSeparate = z.array(
  z.object({ what: z.enum(separateOrder), why: z.enum(['members-lacks', 'staff-lacks', 'both-lack', 'same']) }),
)

const ofMembers = { union: UnionId, id: MemberCongressId }
const ofStaff = { union: UnionId, id: StaffCongressId }
const recordErrors = ['UNION_NOT_ACTIVE', 'DAY_INVALID', 'MEETING_RECORDED', 'DOCUMENT_MISSING'] as const
const amendErrors = ['UNION_NOT_ACTIVE', 'DAY_INVALID', 'MEETING_CHANGED', 'FIELD_INVALID', 'DOCUMENT_MISSING'] as const

/**
 * 会员(代表)大会、职工(代表)大会: every procedure that writes or shows a record is there twice, each with the input of its own kind; none takes both (000 三(一)).
 */
export const meetingProcedures = {
  meetingsOfUnion: query({
    summary:
      'Both kinds of meeting that a union held in a year, each kind the newest first; for every union above as well',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ union: UnionId, year: z.number().int().min(1950).max(2200) }),
    output: z.object({ unionName: z.string(), rows: z.array(MeetingRow) }),
    errors: [],
  }),
  memberCongress: query({
    summary:
      '会员(代表)大会: one record with what is missing; where the staff met the same day, what the two do not have apart',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject(ofMembers),
    output: z.object({
      ...standing,
      facts: MemberCongress,
      sameDay: z.array(z.object({ id: StaffCongressId, notSeparate })),
    }),
    errors: [],
  }),
  staffCongress: query({
    summary:
      '职工(代表)大会: one record with what is missing; where the members met the same day, what the two do not have apart',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject(ofStaff),
    output: z.object({
      ...standing,
      facts: StaffCongress,
      sameDay: z.array(z.object({ id: MemberCongressId, notSeparate })),
    }),
    errors: [],
  }),
  recordMemberCongress: command({
    summary: '登记一次会员(代表)大会: once for each session',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, facts: MemberCongress }),
    output: z.object({ id: MemberCongressId }),
    errors: recordErrors,
  }),
  recordStaffCongress: command({
    summary: '登记一次职工(代表)大会: once for each session',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, facts: StaffCongress }),
    output: z.object({ id: StaffCongressId }),
    errors: recordErrors,
  }),
  amendMemberCongress: command({
    summary: '修改会员(代表)大会的记录 that was seen; which session it was stays',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...ofMembers, seen: Revision, facts: MemberCongress }),
    output: z.object({ version: Revision }),
    errors: amendErrors,
  }),
  amendStaffCongress: command({
    summary: '修改职工(代表)大会的记录 that was seen; which session it was stays',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...ofStaff, seen: Revision, facts: StaffCongress }),
    output: z.object({ version: Revision }),
    errors: amendErrors,
  }),
  dropMemberCongress: command({
    summary: '删去登记错了的会员(代表)大会, as it was seen; its session can be recorded anew',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...ofMembers, seen: Revision }),
    output: z.object({}),
    errors: ['MEETING_CHANGED'],
  }),
  dropStaffCongress: command({
    summary: '删去登记错了的职工(代表)大会, as it was seen; its session can be recorded anew',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...ofStaff, seen: Revision }),
    output: z.object({}),
    errors: ['MEETING_CHANGED'],
  }),
  putMeetingPaper: command({
    summary: 'A photographed paper for a record that is being written; what none keeps is swept',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, picture: PaperPicture }),
    output: z.object({ picture: FileId }),
    errors: ['DOCUMENT_INVALID'],
  }),
  meetingPaper: query({
    summary: 'A photographed paper of one record, as a data URL',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ union: UnionId, id: z.union([MemberCongressId, StaffCongressId]), picture: FileId }),
    /** `recordedBy`: the officer who wrote the record last, as long as they hold the office. */
    output: z.object({ picture: z.string(), recordedBy: z.string().optional() }),
    errors: [],
  }),
} as const
