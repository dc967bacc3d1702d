import { z } from 'zod'
import { AccountId, ApplicationId, FileId, PersonId, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Household } from '../../../shared/membership/joining'
import { ChangeReason, MembershipState, type LifeChange } from '../../../shared/membership/life'
import { collection } from '../store/port'

/** 会籍: one document per person, so that nobody ever holds two, whatever races happen. */
export const MembershipRecord = z.strictObject({
  _id: PersonId,
  union: UnionId,
  state: MembershipState,
  since: IsoDate,
  memberNumber: z.string(),
  unit: UnitId.optional(),
  unitName: z.string(),
  /** 派遣单位: who signs, where `unit` is where the work is done. */
  agency: UnitId.optional(),
  /** Where they work, as told last: sealed JSON of Situation at memberships/{_id}/situation. Absent on old records: then the application has it, or the unit says all. */
  situation: z.string().optional(),
  /** Since when the state or the union is what it is, and why; absent as long as nothing but joining happened. */
  changedOn: IsoDate.optional(),
  reason: ChangeReason.optional(),
  /** The last day on which the member or the union said that all this is right. */
  confirmedOn: IsoDate.optional(),
  contractUntil: IsoDate.optional(),
  /** 借调: where to, and since when. */
  seconded: z.strictObject({ host: UnitId.optional(), since: IsoDate }).optional(),
  /** `seconded.since` once more: an index reads top-level fields only. */
  secondedSince: IsoDate.optional(),
  /** 委托管理: the membership and its vote stay here, another union looks after the person; who pays is on file. */
  entrusted: z
    .strictObject({ to: UnionId, payingUnit: UnitId, since: IsoDate, agreement: FileId.optional() })
    .optional(),
  /** `entrusted.to` once more, for its index. */
  entrustedTo: UnionId.optional(),
  /** 就业状况 of annex 3, derived from the questions. */
  employment: z.string(),
  /** 担任工会职务 of annex 3, as a roster says it; who is in office stands with the officers. */
  office: z.string().optional(),
  /** Routing category, and the follow-ups that later events look for. */
  category: z.string(),
  followUps: z.array(z.string()),
  /** 户籍类型, as the person’s record has it: 农民工 are counted by it. The clock adds it where it is missing. */
  household: Household.optional(),
  application: ApplicationId.optional(),
  /** Sealed JSON of RosterSecrets at memberships/{_id}/roster: what a roster row shows, opened in one go. */
  roster: z.string(),
  /** Whose records were merged into this one: their history goes on under their ids, and is read with it. */
  earlier: z.array(PersonId).optional(),
  updatedAt: IsoTime,
})
export type MembershipRecord = z.infer<typeof MembershipRecord>

/** `sex` is not shown in a row: women are counted by it without opening every person. Absent on old rows. */
export const RosterSecrets = z.strictObject({
  name: z.string(),
  maskedNumber: z.string(),
  mobile: z.string(),
  sex: z.enum(['male', 'female']).optional(),
})
export type RosterSecrets = z.infer<typeof RosterSecrets>

export const memberships = collection<MembershipRecord>({
  name: 'memberships',
  schema: MembershipRecord,
  indexes: {
    byUnion: ['union', 'state', 'since'],
    byUnionUnit: ['union', 'unit', 'state', 'since'],
    byUnit: ['unit', 'state'],
    byAgency: ['agency', 'state'],
    byContractEnd: ['state', 'contractUntil'],
    bySecondment: ['state', 'secondedSince'],
    byEntrusted: ['entrustedTo', 'since'],
    byChange: ['union', 'state', 'changedOn'],
    byHousehold: ['household', 'union', 'state'],
    all: [],
  },
})

/** What each change of a membership is called in its history. */
export const historyKind = {
  move: 'moved',
  resume: 'resumed',
  retain: 'retained',
  leave: 'left',
  expel: 'expelled',
  decease: 'deceased',
  rejoin: 'joined',
  reinstate: 'reinstated',
  entrust: 'entrusted',
  'end-entrust': 'entrust-ended',
  'change-workplace': 'workplace-changed',
} as const satisfies Readonly<Record<LifeChange, string>>
const changedKinds = [
  'moved',
  'resumed',
  'retained',
  'left',
  'expelled',
  'deceased',
  'reinstated',
  'entrusted',
  'entrust-ended',
  'workplace-changed',
] as const

/** 会籍变动: the history of a membership, one line per change. */
export const MembershipEventRecord = z.strictObject({
  _id: z.string(),
  person: PersonId,
  at: IsoTime,
  kind: z.enum(['joined', 'bound', 'corrected', 'confirmed', 'noted', 'merged', 'unit-merged', ...changedKinds]),
  union: UnionId,
  unionName: z.string(),
  fromUnion: UnionId.optional(),
  fromUnionName: z.string().optional(),
  /** 从系统外转入: the union that they named. */
  fromOutside: z.string().optional(),
  /** 按花名册登记: of `joined`, where the union brought its roster and nobody applied here. */
  fromRoster: z.literal(true).optional(),
  /** Where they work afterwards, and where before: of a change of the workplace inside one union. */
  unitName: z.string().optional(),
  fromUnitName: z.string().optional(),
  /** Of `noted`: the contract’s last day, or since when somebody is seconded; or that neither is on file any more. */
  noted: z
    .discriminatedUnion('what', [
      z.strictObject({ what: z.literal('contract'), until: IsoDate }),
      z.strictObject({ what: z.literal('secondment'), since: IsoDate }),
      z.strictObject({ what: z.literal('contract-over') }),
      z.strictObject({ what: z.literal('secondment-over') }),
    ])
    .optional(),
  reason: ChangeReason.optional(),
  /** The day on which it took effect, where that is not the day it was recorded. */
  on: IsoDate.optional(),
  /** Who recorded it; absent on the oldest entries. */
  by: z.union([AccountId, z.literal('clock')]).optional(),
  document: FileId.optional(),
  /** The clause that it rests on, as people read it. */
  clause: z.string().optional(),
  application: ApplicationId.optional(),
  decidedOn: IsoDate.optional(),
})
export type MembershipEventRecord = z.infer<typeof MembershipEventRecord>

export const membershipEvents = collection<MembershipEventRecord>({
  name: 'membershipEvents',
  schema: MembershipEventRecord,
  indexes: {
    byPerson: ['person', 'at'],
    byUnion: ['union', 'at'],
    byFrom: ['fromUnion', 'at'],
    byUnionKind: ['union', 'kind', 'at'],
    byFromKind: ['fromUnion', 'kind', 'at'],
    byTime: ['at'],
  },
})

/** 会员号: the document's existence is what makes a number unique. */
export const MemberNumberRecord = z.strictObject({ _id: z.string(), person: PersonId })
export type MemberNumberRecord = z.infer<typeof MemberNumberRecord>

export const memberNumbers = collection<MemberNumberRecord>({
  name: 'memberNumbers',
  schema: MemberNumberRecord,
  indexes: {},
})
