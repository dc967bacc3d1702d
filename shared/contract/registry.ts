import { z } from 'zod'
import { RegionId, Scene, UnionId, UnitId } from '../core/ids'
import { Industry } from '../membership/joining'
import { anyone, command, officerOf, query, signedIn } from './procedure'

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

export const registry = {
  name: 'registry',
  procedures: {
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
        'What everybody may know of a union: name, kind, line above, phone, address, officers who consented to be shown',
      access: anyone,
      input: z.strictObject({ union: UnionId }),
      output: z.object({
        name: z.string(),
        type: z.string(),
        phone: z.string().optional(),
        address: z.string().optional(),
        above: z.object({ union: UnionId, name: z.string() }).optional(),
        officers: z.array(z.object({ role: z.string(), maskedName: z.string() })),
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
  },
} as const
