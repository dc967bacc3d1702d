import { z } from 'zod'
import { RegionId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { PolicyKeySchema } from '../policy/schemas'
import { anyone, command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
/** 依据. */
export const Clause = z.string().trim().min(4, '请写文件名和条款').max(120, '最多 120 个字')

/** One value at a place: as the key’s schema has it, and where it comes from. */
export const PolicyRow = z.object({
  key: PolicyKeySchema,
  value: z.json(),
  effectiveFrom: IsoDate,
  /** Who set it: the nation, or a place by its name. */
  place: z.string(),
  document: z.string(),
  clause: z.string(),
  /** What holds later, the next first. */
  coming: z.array(z.object({ value: z.json(), effectiveFrom: IsoDate, clause: z.string() })),
})
export type PolicyRow = z.infer<typeof PolicyRow>

export const ProposedRow = z.object({
  provision: z.string(),
  key: PolicyKeySchema,
  value: z.json(),
  /** What holds on the day before it would. */
  now: z.json(),
  effectiveFrom: IsoDate,
  clause: z.string(),
  state: z.enum(['proposed', 'adopted', 'rejected', 'withdrawn']),
  proposedAt: IsoTime,
  mine: z.boolean(),
  reason: z.string().optional(),
})
export type ProposedRow = z.infer<typeof ProposedRow>

export const PolicyDesk = z.object({
  region: RegionId,
  place: z.string(),
  /** None for a union that sets no rules, and for whoever is of the union above: they decide, and propose nothing. */
  keys: z.array(PolicyKeySchema),
  earliest: IsoDate,
  proposed: z.array(ProposedRow),
  /** 下级总工会 with something open, for whoever may decide there where they have no second officer. */
  below: z.array(z.object({ union: UnionId, name: z.string(), open: z.number().int() })),
})
export type PolicyDesk = z.infer<typeof PolicyDesk>

/** 本地规定: read by everybody, proposed by one officer of the general union of a place and adopted by another. */
export const policyProcedures = {
  policies: query({
    summary: 'Every rule that a region may set, as it holds in a place today, with document and clause',
    access: anyone,
    input: z.strictObject({ region: RegionId }),
    output: z.object({ place: z.string(), rows: z.array(PolicyRow) }),
    errors: ['REGION_UNKNOWN'],
  }),
  policyDesk: query({
    summary: 'What a general union may set for its place, what it proposed, and from when a proposal may hold',
    access: officerAbove(ofUnion, 'policies'),
    input: z.strictObject({ union: UnionId }),
    output: PolicyDesk,
    errors: [],
  }),
  proposeProvision: command({
    summary: 'Propose a value for the union’s place, with its document and clause; somebody else adopts it',
    access: officerOf(ofUnion, 'policies'),
    input: z.strictObject({
      union: UnionId,
      key: PolicyKeySchema,
      value: z.json(),
      effectiveFrom: IsoDate,
      clause: Clause,
    }),
    output: z.object({ provision: z.string() }),
    errors: ['POLICY_NOT_OWNED', 'POLICY_VALUE_INVALID', 'EFFECT_TOO_EARLY', 'UNION_NOT_ACTIVE'],
  }),
  decideProvision: command({
    summary: 'Adopt or reject what another officer proposed; an officer above may where the union has no second one',
    access: officerAbove(ofUnion, 'policies'),
    input: z.strictObject({
      union: UnionId,
      provision: z.string().max(64),
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('adopt') }),
        z.strictObject({
          kind: z.literal('reject'),
          reason: z.string().trim().min(2, '请写一句原因').max(200, '最多 200 个字'),
        }),
      ]),
    }),
    output: z.object({}),
    errors: ['PROVISION_SETTLED', 'PROVISION_OWN', 'EFFECT_TOO_EARLY'],
  }),
  withdrawProvision: command({
    summary: 'Take back what I proposed, as long as nobody decided on it',
    access: officerOf(ofUnion, 'policies'),
    input: z.strictObject({ union: UnionId, provision: z.string().max(64) }),
    output: z.object({}),
    errors: ['PROVISION_SETTLED'],
  }),
} as const
