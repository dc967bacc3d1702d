import { z } from 'zod'
import { MemberCongressId, StaffCongressId, type UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { Resolution, type MemberCongress, type StaffCongress } from '../../../shared/home/meetings/facts'
import {
  memberCongresses,
  staffCongresses,
  type MemberCongressRecord,
  type StaffCongressRecord,
} from '../../_kernel/records/congresses'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Collection, Store } from '../../_kernel/store/port'

type Sealing = Pick<Call<unknown>, 'sealer'>
type Facts = MemberCongress | StaffCongress
type Written = 'version' | 'recordedAt' | 'changedAt' | 'changedBy'
/** Who wrote a record, when, and how often. */
export type Writing = Pick<MemberCongressRecord, Written>

/**
 * 一种会: where its records lie and how they are read. There is one for each kind, and nothing that takes a record from the one to the other.
 * The two are alike line by line and stay apart: a single one made of both would have one place where a record of the one could be written as the other (000 三(一): 不得互相代替; M1).
 */
export interface CongressKind<Held extends Facts, Kept extends MemberCongressRecord | StaffCongressRecord> {
  readonly collection: Collection<Kept>
  readonly action: string
  /** As what a year counts it. */
  readonly counts: 'memberCongresses' | 'staffCongresses'
  idOf(union: UnionId, held: Pick<Held, 'period' | 'session'>): Kept['_id']
  keptOf(union: UnionId, held: Held, writing: Writing, sealing: Sealing): Kept
  heldOf(kept: Kept, sealing: Sealing): Held
  /** Those of one day. */
  onDay(union: UnionId, day: IsoDate, store: Pick<Store, 'find'>): Promise<readonly Kept[]>
}

/** More than meet on one day. */
const mostOnADay = 5

export const memberKind: CongressKind<MemberCongress, MemberCongressRecord> = {
  collection: memberCongresses,
  action: 'member-congress',
  counts: 'memberCongresses',
  idOf: (union, { period, session }) => MemberCongressId.parse(`${union}~m${period}-${session}`),
  keptOf(union, held, writing, sealing) {
    const { meeting: _, agenda, resolutions, ...rest } = held
    const _id = this.idOf(union, held)
    return {
      _id,
      union,
      ...rest,
      minutes: sealMinutes(memberCongresses.name, _id, { agenda, resolutions }, sealing),
      ...writing,
    }
  },
  onDay: async (union, day, store) =>
    (await store.find(memberCongresses, { index: 'byUnion', equals: { union, day }, limit: mostOnADay })).documents,
  heldOf: (kept, sealing) => ({
    meeting: 'members',
    ...shared(kept),
    powers: kept.powers,
    ...minutesOf(memberCongresses.name, kept, sealing),
  }),
}

export const staffKind: CongressKind<StaffCongress, StaffCongressRecord> = {
  collection: staffCongresses,
  action: 'staff-congress',
  counts: 'staffCongresses',
  idOf: (union, { period, session }) => StaffCongressId.parse(`${union}~s${period}-${session}`),
  keptOf(union, held, writing, sealing) {
    const { meeting: _, agenda, resolutions, ...rest } = held
    const _id = this.idOf(union, held)
    return {
      _id,
      union,
      ...rest,
      minutes: sealMinutes(staffCongresses.name, _id, { agenda, resolutions }, sealing),
      ...writing,
    }
  },
  onDay: async (union, day, store) =>
    (await store.find(staffCongresses, { index: 'byUnion', equals: { union, day }, limit: mostOnADay })).documents,
  heldOf: (kept, sealing) => ({
    meeting: 'staff',
    ...shared(kept),
    powers: kept.powers,
    proposals: kept.proposals,
    ...minutesOf(staffCongresses.name, kept, sealing),
  }),
}

const Minutes = z.strictObject({ agenda: z.array(z.string()), resolutions: z.array(Resolution) })
type Minutes = z.infer<typeof Minutes>
const placeOf = (collection: string, id: string) => ({ collection, id, field: 'minutes' })

function sealMinutes(collection: string, id: string, minutes: Minutes, { sealer }: Sealing): string {
  return sealJson<Minutes>(sealer, placeOf(collection, id), minutes)
}

function minutesOf(
  collection: string,
  { _id, minutes }: MemberCongressRecord | StaffCongressRecord,
  { sealer }: Sealing,
): Minutes {
  return openJson(sealer, placeOf(collection, _id), Minutes, minutes)
}

function shared(kept: MemberCongressRecord | StaffCongressRecord) {
  const { period, session, day, place, convened, entitled, attended, banner, papers, paper } = kept
  return { period, session, day, place, convened, entitled, attended, banner, papers, paper }
}
