import { z } from 'zod'
import { MemberCongressId, StaffCongressId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { officerAbove, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Count = z.number().int()

const row = { period: Count, session: Count, day: IsoDate, delegates: z.boolean(), entitled: Count, attended: Count }

/** A line of a list; which kind of meeting it is, is said by its id as well. */
const MeetingRow = z.discriminatedUnion('meeting', [
  z.object({ meeting: z.literal('members'), id: MemberCongressId, ...row }),
  z.object({ meeting: z.literal('staff'), id: StaffCongressId, ...row }),
])

/** 会员(代表)大会、职工(代表)大会. */
export const meetingProcedures = {
  meetingsOfUnion: query({
    summary:
      'Both kinds of meeting that a union held in a year, each kind the newest first; for every union above as well',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, year: z.number().int().min(1950).max(2200) }),
    output: z.object({ unionName: z.string(), rows: z.array(MeetingRow) }),
    errors: [],
  }),
} as const
