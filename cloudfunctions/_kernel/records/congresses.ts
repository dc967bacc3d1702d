import { z } from 'zod'
import { AccountId, FileId, MemberCongressId, Revision, StaffCongressId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Convened, MemberPower, Paper, StaffPower } from '../../../shared/home/meetings/facts'
import { collection } from '../store/port'

const Count = z.number().int().min(0)

const held = {
  union: UnionId,
  period: z.number().int().min(1),
  session: z.number().int().min(1),
  day: IsoDate,
  place: z.string(),
  convened: Convened,
  entitled: Count,
  attended: Count,
  banner: z.string(),
  /** 议程、决议, which may name who was elected: sealed JSON at {collection}/{_id}/minutes. */
  minutes: z.string(),
  papers: z.array(FileId),
  paper: Paper,
  version: Revision,
  recordedAt: IsoTime,
  changedAt: IsoTime,
  changedBy: AccountId,
}

/** 会员(代表)大会, one document a session: `_id` is `{digest of union}:m{period}.{session}`, so that none is recorded twice. */
export const MemberCongressRecord = z.strictObject({ _id: MemberCongressId, ...held, powers: z.array(MemberPower) })
export type MemberCongressRecord = z.infer<typeof MemberCongressRecord>
export const memberCongresses = collection<MemberCongressRecord>({
  name: 'memberCongresses',
  schema: MemberCongressRecord,
  indexes: { byUnion: ['union', 'day'], all: [] },
})

/** 职工(代表)大会: a collection of its own, since the two never share a record, a file or an archive (000 三(一)). */
export const StaffCongressRecord = z.strictObject({
  _id: StaffCongressId,
  ...held,
  powers: z.array(StaffPower),
  proposals: z.strictObject({ received: Count, answered: Count }),
})
export type StaffCongressRecord = z.infer<typeof StaffCongressRecord>
export const staffCongresses = collection<StaffCongressRecord>({
  name: 'staffCongresses',
  schema: StaffCongressRecord,
  indexes: { byUnion: ['union', 'day'], all: [] },
})
