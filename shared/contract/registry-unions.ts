import { z } from 'zod'
import { RegionId, UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { CommitteeKind } from '../org/committees'
import { OfficerRole } from '../org/officers'
import { registeredFields } from '../org/registered'
import { registryFields } from '../org/registry-fields'
import { BranchKind, UnionChange } from '../org/union-change'
import { unionFieldKeys } from '../org/union-fields'
import { UnionStatus, UnionType } from '../org/union'
import { warningKinds } from '../org/warnings'
import { CountedAt } from './counted-at'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const OfficerKey = z.string().min(1).max(140)
const Cursor = z.string().max(400).optional()
const PersonName = z.string().trim().min(2, '请填写姓名').max(40, '姓名太长')
const BranchName = z.string().trim().min(2, '请写名称').max(40, '最多 40 个字')

/** 提醒, with the provision it rests on. */
export const WarningView = z.object({
  kind: z.enum(warningKinds),
  found: z.number().int().optional(),
  limit: z.number().int().optional(),
  on: IsoDate.optional(),
  /** Which document, and the clause in it. */
  source: z.string(),
  clause: z.string(),
})
export type WarningView = z.infer<typeof WarningView>

const FieldView = z.object({
  key: z.enum([...unionFieldKeys, ...registryFields]),
  value: z.string().optional(),
  /** Told by a person, computed, or on file elsewhere. */
  source: z.enum(['told', 'computed', 'registered']),
})

const Place = z.object({ union: UnionId, name: z.string(), mine: z.boolean() })

export const CommitteeView = z.object({
  kind: CommitteeKind,
  electedOn: IsoDate,
  /** 补选 in the middle of that term. */
  byElectedOn: IsoDate.optional(),
  until: IsoDate,
  seats: z.number().int(),
  chair: z.string(),
  standing: z.enum(['running', 'ending', 'ended']),
})

/** 工会名录 of one union, as its officers and those above see it. */
export const RegistryPage = z.object({
  name: z.string(),
  status: UnionStatus,
  type: UnionType,
  /** The 11 fields in the order of annex 1, then what no annex asks for. */
  fields: z.array(FieldView),
  /** 会员人数: as the roster has it, and as it was declared. */
  members: z.object({ derived: z.number().int(), declared: z.number().int().optional(), countedAt: CountedAt }),
  /** 上级工会 (条), the next one first. */
  line: z.array(Place),
  /** 所在地区 (块), from the city down. */
  territory: z.array(z.object({ region: RegionId, name: z.string() })),
  /** Of a union of several units. */
  covered: z.number().int().optional(),
  below: z.boolean(),
  committees: z.array(CommitteeView),
  branches: z.array(z.object({ branch: z.string(), kind: BranchKind, name: z.string(), since: IsoDate })),
  /** 主席 in office: what the union above has to know of them. */
  chair: z
    .object({
      officer: OfficerKey,
      name: z.string(),
      since: IsoDate,
      trainedOn: IsoDate.optional(),
      contractFiledOn: IsoDate.optional(),
    })
    .optional(),
  warnings: z.array(WarningView),
  termYears: z.array(z.number().int()),
  /** What the caller may do here. */
  may: z.object({
    fill: z.boolean(),
    elect: z.boolean(),
    apply: z.boolean(),
    note: z.boolean(),
    register: z.boolean(),
  }),
})
export type RegistryPage = z.infer<typeof RegistryPage>

const ChangeRow = z.object({
  change: z.string(),
  at: IsoTime,
  what: UnionChange,
  /** Whom it names. */
  person: z.string().optional(),
  /** Who did it; absent where nobody in office did. */
  who: z.object({ name: z.string(), role: OfficerRole, unionName: z.string() }).optional(),
})

const UnionRow = z.object({
  union: UnionId,
  name: z.string(),
  type: z.string(),
  /** It leads others. */
  leads: z.boolean(),
  /** The caller’s union leads it. */
  mine: z.boolean(),
})

/** 工会名录: fields, relations, committees, branches, history. */
export const unionProcedures = {
  registryPage: query({
    summary: 'The registry’s page of a union: 11 fields, both relations, committees, branches, what calls for a look',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId }),
    output: RegistryPage,
    errors: [],
  }),
  saveRegistryField: command({
    summary: 'One of the fields that a person must tell, with its history; the union’s own officers or those above',
    access: officerAbove(ofUnion, 'memberships'),
    input: z.strictObject({ union: UnionId, key: z.enum(registryFields), value: z.string().max(200) }),
    output: z.object({ value: z.string() }),
    errors: ['FIELD_INVALID', 'FIELD_COMPUTED', 'UNION_NOT_ACTIVE'],
  }),
  saveRegistered: command({
    summary:
      'Name or nature of the unit, name or type of the union, as it was decided; by those above, and with its history',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, field: z.enum(registeredFields), value: z.string().max(200) }),
    output: z.object({ value: z.string() }),
    errors: ['FIELD_INVALID', 'NOT_ALLOWED', 'UNION_NOT_ACTIVE'],
  }),
  unitsCovered: query({
    summary: 'The units that this union of several organises, a page at a time',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId, cursor: Cursor }),
    output: z.object({
      rows: z.array(z.object({ unit: UnitId, name: z.string(), place: z.string(), staff: z.number().int() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  registryHistory: query({
    summary: 'Who changed what of this union, the newest first',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId, cursor: Cursor }),
    output: z.object({ name: z.string(), rows: z.array(ChangeRow), cursor: z.string().optional() }),
    errors: [],
  }),
  saveBranch: command({
    summary: '分工会、工会小组: a new one, or, where `branch` says which, another name',
    access: officerAbove(ofUnion, 'officers'),
    input: z.strictObject({
      union: UnionId,
      branch: z.string().min(1).max(64).optional(),
      kind: BranchKind,
      name: BranchName,
    }),
    output: z.object({ branch: z.string() }),
    errors: ['UNION_NOT_ACTIVE'],
  }),
  endBranch: command({
    summary: 'A branch or group is there no more',
    access: officerAbove(ofUnion, 'officers'),
    input: z.strictObject({ union: UnionId, branch: z.string().min(1).max(64) }),
    output: z.object({}),
    errors: [],
  }),
  saveCommittee: command({
    summary:
      'A committee that was elected before this system knew of it; later ones come with an application’s approval',
    access: officerAbove(ofUnion, 'officers'),
    input: z.strictObject({
      union: UnionId,
      kind: CommitteeKind,
      electedOn: IsoDate,
      termYears: z.number().int().min(1).max(10),
      seats: z.number().int().min(1, '至少 1 人').max(99, '最多 99 人'),
      chair: PersonName,
    }),
    output: z.object({ until: IsoDate }),
    errors: ['COMMITTEE_ON_RECORD', 'DAY_INVALID', 'TERM_YEARS_INVALID', 'UNION_NOT_ACTIVE'],
  }),
  noteOfficer: command({
    summary: 'The chair was trained, or filed a change of their labour contract; the union above says so',
    access: officerAbove(ofUnion, 'officers'),
    input: z.strictObject({
      union: UnionId,
      officer: OfficerKey,
      what: z.enum(['trained', 'contract-filed']),
      on: IsoDate,
    }),
    output: z.object({}),
    errors: ['OFFICER_UNKNOWN', 'DAY_INVALID'],
  }),
  unionsInLine: query({
    summary: '条: the unions in being directly below this one, a page at a time',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId, cursor: Cursor }),
    output: z.object({ name: z.string(), rows: z.array(UnionRow), cursor: z.string().optional() }),
    errors: [],
  }),
  unionsInPlace: query({
    summary: '块: the unions in being at a place of this union’s territory, and the places inside it',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId, region: RegionId.optional(), cursor: Cursor }),
    output: z.object({
      region: RegionId,
      name: z.string(),
      places: z.array(z.object({ region: RegionId, name: z.string() })),
      rows: z.array(UnionRow),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  unfoundedUnits: query({
    summary: '应建未建: units of this union’s territory without a union, the largest first, a page at a time',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, why: z.enum(['nobody', 'large-enough']), cursor: Cursor }),
    output: z.object({
      count: z.number().int(),
      rows: z.array(
        z.object({
          unit: UnitId,
          name: z.string(),
          place: z.string(),
          staff: z.number().int(),
          members: z.number().int(),
          /** Somebody was asked to help. */
          task: z.object({ state: z.enum(['open', 'done', 'dropped']), deskName: z.string() }).optional(),
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
} as const
