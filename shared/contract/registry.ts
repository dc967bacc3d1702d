import { z } from 'zod'
import { HandedCode, RegionId, Scene, UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { Industry } from '../membership/joining'
import { CommitteeKind } from '../org/committees'
import { OfficerRole } from '../org/officers'
import { applicationProcedures } from './registry-applications'
import { foundingProcedures } from './registry-founding'
import { officeProcedures } from './registry-offices'
import { reaffiliationProcedures } from './registry-reaffiliations'
import { unionProcedures } from './registry-unions'
import { policyProcedures } from './registry-policies'
import { opennessProcedures } from './registry-openness'
import { anyone, command, officerAbove, officerOf, onPhone, query, signedIn } from './procedure'

/** 单位: as a worker finds it in a list. */
export const UnitHit = z.object({
  unit: UnitId,
  name: z.string(),
  place: z.string(),
  region: RegionId,
  unitKind: z.string(),
  industry: Industry.optional(),
  /** Agencies are offered for “which labour agency sent you?”. */
  agency: z.boolean(),
  unionised: z.boolean(),
})
export type UnitHit = z.infer<typeof UnitHit>

export const RegionHit = z.object({ region: RegionId, name: z.string(), level: z.string(), leaf: z.boolean() })
export type RegionHit = z.infer<typeof RegionHit>

export const InvitationView = z.object({
  scene: Scene,
  union: z.object({ id: UnionId, name: z.string(), type: z.string() }),
  unit: UnitHit.optional(),
  /** The union's own place, where a rider or a part-timer may start from. */
  region: z.object({ id: RegionId, name: z.string() }).optional(),
  /** Industry of a federation or a new-form union's invitation, when it has just one. */
  industry: Industry.optional(),
})
export type InvitationView = z.infer<typeof InvitationView>

/**
 * 海报上的码: `link` is drawn as a QR code by whoever shows it; a mini-program code (小程序码) only WeChat can draw, so it travels as a picture. The largest
 * that travels is far below what `callFunction` carries.
 */
export const Poster = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), link: z.string() }),
  z.object({
    kind: z.literal('mini-program-code'),
    image: z
      .string()
      .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/)
      .max(256 * 1024),
  }),
])
export type Poster = z.infer<typeof Poster>

const ofUnion = (input: { union: UnionId }) => input.union
const OfficerKey = z.string().min(1).max(140)

/** 干部: as the officers see them who may appoint. */
export const OfficerRow = z.object({
  officer: OfficerKey,
  role: OfficerRole,
  name: z.string(),
  since: IsoTime,
  until: IsoTime.optional(),
  /** The caller may end or prolong it. */
  mayEnd: z.boolean(),
  mine: z.boolean(),
  leave: z.object({ from: IsoDate, until: IsoDate, deputy: z.string() }).optional(),
  /** Whom the officer proposes to hand over to. */
  successor: z.object({ name: z.string(), mobile: z.string() }).optional(),
})
export type OfficerRow = z.infer<typeof OfficerRow>

/** 任职码 that is still open. */
const GrantRow = z.object({ grant: z.string(), role: OfficerRole, name: z.string(), expiresAt: IsoTime })

export const registry = {
  name: 'registry',
  procedures: {
    ...foundingProcedures,
    ...officeProcedures,
    ...unionProcedures,
    ...reaffiliationProcedures,
    ...applicationProcedures,
    ...policyProcedures,
    ...opennessProcedures,
    openInvitation: query({
      summary: 'What a scanned QR code says: which union invites, for which unit',
      access: anyone,
      input: z.strictObject({ scene: Scene }),
      output: InvitationView,
      errors: ['SCENE_UNKNOWN'],
    }),
    searchUnits: query({
      summary: 'Units whose name contains the text, nearest first where a region is given; at most 20',
      access: signedIn,
      input: z.strictObject({
        text: z.string().trim().min(2, '请至少写两个字').max(40),
        region: RegionId.optional(),
        agenciesOnly: z.boolean().optional(),
      }),
      output: z.object({ units: z.array(UnitHit) }),
      errors: [],
    }),
    regions: query({
      summary: 'The places inside a region, or the cities where none is given',
      access: anyone,
      input: z.strictObject({ parent: RegionId.optional() }),
      output: z.object({
        regions: z.array(RegionHit),
        path: z.array(z.object({ region: RegionId, name: z.string() })),
      }),
      errors: ['REGION_UNKNOWN'],
    }),
    unionPage: query({
      summary:
        'What everybody may know of a union: name, kind, line above, phone, address, committees, officers who consented to be shown',
      access: anyone,
      input: z.strictObject({ union: UnionId }),
      output: z.object({
        name: z.string(),
        type: z.string(),
        region: RegionId,
        phone: z.string().optional(),
        address: z.string().optional(),
        above: z.object({ union: UnionId, name: z.string() }).optional(),
        officers: z.array(
          z.object({
            officer: OfficerKey,
            role: z.string(),
            maskedName: z.string(),
            phone: z.string().optional(),
            photo: z.boolean(),
          }),
        ),
        /** 委员会, as they were elected last; whoever leads one is shown as an officer, with consent. */
        committees: z.array(
          z.object({ kind: CommitteeKind, seats: z.number().int(), electedOn: IsoDate, until: IsoDate }),
        ),
        /** 宣布退会, as a number: names would publish who is a member (PIPL §25). Absent where nobody left of late, without the number where they are fewer than `limit` (小数字保护). */
        left: z.object({ count: z.number().int().optional(), limit: z.number().int(), since: IsoDate }).optional(),
      }),
      errors: [],
    }),
    invite: command({
      summary: 'The union’s invitation for a poster; the same union and unit get the same code again',
      access: officerOf((input: { union: UnionId }) => input.union, 'invite'),
      input: z.strictObject({ union: UnionId, unit: UnitId.optional() }),
      output: InvitationView.extend({ poster: Poster }),
      errors: ['UNIT_UNKNOWN', 'UNION_NOT_ACTIVE'],
    }),
    unitsOfUnion: query({
      summary: 'The units this union organises, for an invitation per unit',
      access: officerOf((input: { union: UnionId }) => input.union, 'invite'),
      input: z.strictObject({ union: UnionId }),
      output: z.object({ units: z.array(UnitHit) }),
      errors: [],
    }),
    officers: query({
      summary: 'Who is in office at this union, and which offices wait to be taken; roles the caller may give',
      answers: 'sealed',
      access: officerAbove(ofUnion, 'officers'),
      input: z.strictObject({ union: UnionId }),
      output: z.object({
        unionName: z.string(),
        officers: z.array(OfficerRow),
        grants: z.array(GrantRow),
        mayGive: z.array(OfficerRole),
        latestEnd: IsoDate,
      }),
      errors: [],
    }),
    unionsBelow: query({
      summary: 'The unions in being directly below this one; `joint`: organises several units',
      access: officerAbove(ofUnion, 'officers'),
      input: z.strictObject({ union: UnionId, cursor: z.string().max(400).optional() }),
      output: z.object({
        unions: z.array(z.object({ union: UnionId, name: z.string(), joint: z.boolean(), leads: z.boolean() })),
        cursor: z.string().optional(),
      }),
      errors: [],
    }),
    grantOffice: command({
      summary: '任职码: an office for the owner of this phone number, to be taken on their own phone within three days',
      answers: 'sealed',
      access: officerAbove(ofUnion, 'officers'),
      input: z.strictObject({
        union: UnionId,
        role: OfficerRole,
        name: z.string().trim().min(2, '请填写姓名').max(40, '姓名太长'),
        mobile: z.string().trim().max(30),
        until: IsoDate,
        /** Whose office ends the moment this one is taken. */
        replaces: OfficerKey.optional(),
      }),
      output: z.object({ code: HandedCode, link: z.string(), expiresAt: IsoTime }),
      errors: ['MOBILE_INVALID', 'TERM_INVALID', 'UNION_NOT_ACTIVE', 'OFFICER_UNKNOWN'],
    }),
    withdrawGrant: command({
      summary: 'Take an office back that nobody has taken yet',
      access: officerAbove(ofUnion, 'officers'),
      input: z.strictObject({ union: UnionId, grant: z.string().min(1).max(64) }),
      output: z.object({}),
      errors: [],
    }),
    seeGrant: query({
      summary: 'What an office code offers',
      access: onPhone,
      input: z.strictObject({ code: HandedCode }),
      output: z.object({
        unionName: z.string(),
        role: OfficerRole,
        maskedName: z.string(),
        maskedMobile: z.string(),
        until: IsoDate,
      }),
      errors: ['GRANT_GONE'],
    }),
    takeOffice: command({
      summary: 'Take the office: only on the phone whose number WeChat verified and the code names',
      access: onPhone,
      input: z.strictObject({ code: HandedCode }),
      output: z.object({ union: UnionId }),
      errors: ['GRANT_GONE', 'GRANT_FOR_OTHER_PHONE', 'OFFICE_HELD', 'UNION_NOT_ACTIVE'],
    }),
    endOffice: command({
      summary: '免职、到任: the rights end at once',
      access: officerAbove(ofUnion, 'officers'),
      input: z.strictObject({ union: UnionId, officer: OfficerKey }),
      output: z.object({}),
      errors: ['OFFICER_UNKNOWN'],
    }),
    renewOffice: command({
      summary: '续任: another term, or an end of the one that had none',
      access: officerAbove(ofUnion, 'officers'),
      input: z.strictObject({ union: UnionId, officer: OfficerKey, until: IsoDate }),
      output: z.object({}),
      errors: ['OFFICER_UNKNOWN', 'TERM_INVALID'],
    }),
    officerPhoto: query({
      summary: 'The picture of an officer who agreed to have it published, as a data URL',
      access: anyone,
      input: z.strictObject({ officer: OfficerKey }),
      output: z.object({ picture: z.string() }),
      errors: [],
    }),
    myDisplay: query({
      summary: '双亮: what of me is published at this union, and what I am asked to agree to',
      access: signedIn,
      input: z.strictObject({ union: UnionId }),
      output: z.object({
        officer: OfficerKey,
        notice: z.object({ version: z.string(), text: z.string() }),
        shown: z.boolean(),
        phone: z.string().optional(),
        photo: z.boolean(),
        agreedAt: IsoTime.optional(),
      }),
      errors: [],
    }),
    setDisplay: command({
      summary: 'Publish my masked name, or with a consent of its own my phone and picture; or nothing',
      access: signedIn,
      input: z.strictObject({
        union: UnionId,
        display: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('nothing') }),
          z.strictObject({ kind: z.literal('name') }),
          z.strictObject({
            kind: z.literal('contact'),
            consent: z.string().max(64),
            phone: z.string().trim().max(30).optional(),
            /** Base64 of a PNG or JPEG; `keep` leaves the one that is there. */
            photo: z.union([z.literal('keep'), z.literal('none'), z.string().max(60_000)]),
          }),
        ]),
      }),
      output: z.object({}),
      errors: ['PHOTO_INVALID', 'DISPLAY_OUTDATED', 'PHONE_INVALID'],
    }),
  },
} as const
