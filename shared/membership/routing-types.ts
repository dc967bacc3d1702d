import { z } from 'zod'
import { RegionId, UnionId, UnitId } from '../core/ids'
import type { Region } from '../org/region'
import type { Union } from '../org/union'
import type { Unit } from '../org/unit'

/** 会籍: where the person is a member now. `external` is a certificate of another city, whose union may be unknown here. */
export const WorkerMembership = z.object({
  union: UnionId.nullish(),
  status: z.enum(['active', 'retained']).optional(),
  external: z.boolean().optional(),
})
export type WorkerMembership = z.infer<typeof WorkerMembership>

/** 职工, in the words of ROUTING.md; the shape of `worker` in shared/vectors/routing-cases.json. */
export const Worker = z.object({
  /** regular, off_establishment, dispatched, outsourced, new_form, part_time, flexible, seconded; anything else is R99. */
  category: z.string(),
  /** Who signs and pays. */
  employer: UnitId.nullish(),
  /** Where the work is done. */
  userUnit: UnitId.nullish(),
  agency: UnitId.nullish(),
  /** The units of several part-time jobs. */
  jobs: z.array(UnitId).optional(),
  workRegion: RegionId.nullish(),
  homeRegion: RegionId.nullish(),
  industry: z.string().nullish(),
  age: z.number().optional(),
  retired: z.boolean().optional(),
  /** Owner or legal representative of a private firm. */
  isOwner: z.boolean().optional(),
  secondedMonths: z.number().optional(),
  keepsOtherJob: z.boolean().optional(),
  membership: WorkerMembership.nullish(),
  /** The union where an application is open. */
  pendingApplication: UnionId.nullish(),
  /** The union of the same person, found under another form of the number. */
  existingByNormalisedId: UnionId.nullish(),
  event: z.enum(['EMPLOYER_UNION_FOUNDED', 'UNION_DISSOLVED']).nullish(),
})
export type Worker = z.infer<typeof Worker>

/** 分流的地区政策: the part of a region's policy that routing reads. What a policy leaves out is the national value (shared/policy). */
export const RoutingPolicy = z.object({
  dispatch: z.enum(['USER_FIRST', 'AGENCY_FIRST', 'WORKER_CHOICE']),
  newFormPrimary: z.enum(['TERRITORY', 'INDUSTRY']),
  dissolvedRetain: z.enum(['RESIDENCE', 'UPPER_UNION']),
  minAge: z.number().int().optional(),
  secondmentMonths: z.number().int().optional(),
})
export type RoutingPolicy = z.infer<typeof RoutingPolicy>

/** 分流结果的动作. */
export const RoutingAction = z.enum([
  'JOIN',
  'TRANSFER',
  'RESUME_TRANSFER',
  'KEEP',
  'CHOOSE',
  'RETAIN',
  'REROUTE',
  'BLOCK_DUPLICATE',
  'MANUAL_REVIEW',
  'NEED_INFO',
  'REJECT',
])
export type RoutingAction = z.infer<typeof RoutingAction>

/** 后续: what follows from a decision, later or beside it. */
export const FollowUp = z.enum([
  'TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED',
  'TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED',
  'OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED',
  'ENTRUST_AGREEMENT',
  'ASSIST_FOUNDING',
  'PARENT_UNION_ASSISTS_FOUNDING',
  'HOST_UNION_ASSISTS_FOUNDING',
  'FREEZE_MEMBERSHIP',
  'MERGE_DUPLICATE',
  'CHECK_EXTERNAL_CERTIFICATE',
])
export type FollowUp = z.infer<typeof FollowUp>

/** 提示: what a human should look at. */
export const RoutingFlag = z.enum([
  'COVERED_TWICE',
  'GROUP_UNION_NEEDS_REVIEW',
  'HOST_UNION_NEEDS_REVIEW',
  'NO_NEW_FORM_UNION',
])
export type RoutingFlag = z.infer<typeof RoutingFlag>

/** 规则编号 of ROUTING.md and docs/rules/routing.md. */
export const RuleId = z.enum([
  ...['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09'],
  ...['R10', 'R11', 'R12', 'R13', 'R15', 'R20', 'R21', 'R22', 'R23', 'R24', 'R25', 'R26', 'R27'],
  ...['R30', 'R40', 'R41', 'R42', 'R50', 'R51', 'R52', 'R60', 'R61', 'R62', 'R63', 'R64', 'R65', 'R99'],
] as const)
export type RuleId = z.infer<typeof RuleId>

/** 分流结果. `primary` is null where nobody can be named, and where several equal choices leave the choice to the worker (R51). */
export interface RoutingResult {
  readonly action: RoutingAction
  readonly primary: UnionId | null
  /** In the order in which they are offered; never the primary, never one twice. */
  readonly alternatives: readonly UnionId[]
  readonly followUps: readonly FollowUp[]
  readonly flags: readonly RoutingFlag[]
  /** The rules that made the decision, in the order in which they spoke. */
  readonly rules: readonly RuleId[]
  readonly transferFrom?: UnionId
  readonly withdrawFrom?: UnionId
}

/**
 * What the rules look up, one by one: nothing in routing walks over all unions or units, so that a handful of documents is enough.
 * `seats` are the unions of `seatTypes` located in that very region, `joint` the unions that list the unit, both by id, whatever their status.
 * A region that is not on record has no seats.
 */
export interface RoutingIndex {
  readonly region: (id: RegionId) => Region | undefined
  readonly union: (id: UnionId) => Union | undefined
  readonly unit: (id: UnitId) => Unit | undefined
  readonly seats: (region: RegionId) => readonly UnionId[]
  readonly joint: (unit: UnitId) => readonly UnionId[]
}
