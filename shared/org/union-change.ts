import { z } from 'zod'
import { IsoDate } from '../core/time'
import { CommitteeKind } from './committees'
import { OfficerRole } from './officers'
import { registeredFields } from './registered'
import { registryFields } from './registry-fields'

/** 批复文号: of which union, of which year, the how many-th. */
export const Reply = z.strictObject({ unionName: z.string(), year: z.number().int(), serial: z.number().int().min(1) })
export type Reply = z.infer<typeof Reply>

/** 分工会、工会小组: parts of a union without a standing of their own. */
export const BranchKind = z.enum(['branch', 'group'])
export type BranchKind = z.infer<typeof BranchKind>

/** 名录变动: what the history of a union tells. Who is named by it stands sealed beside it. */
export const UnionChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('founded'), upperName: z.string(), reply: Reply.optional() }),
  z.strictObject({ kind: z.literal('ended'), how: z.enum(['dissolved', 'merged']), reply: Reply.optional() }),
  z.strictObject({ kind: z.literal('moved'), fromName: z.string(), toName: z.string() }),
  z.strictObject({
    kind: z.literal('field'),
    field: z.enum(registryFields),
    before: z.string().optional(),
    after: z.string(),
  }),
  z.strictObject({
    kind: z.literal('registered'),
    field: z.enum(registeredFields),
    before: z.string(),
    after: z.string(),
  }),
  z.strictObject({
    kind: z.literal('committee'),
    committee: CommitteeKind,
    electedOn: IsoDate,
    until: IsoDate,
    seats: z.number().int().min(1),
    reply: Reply.optional(),
  }),
  z.strictObject({
    kind: z.literal('branch'),
    act: z.enum(['created', 'renamed', 'ended']),
    branch: BranchKind,
    name: z.string(),
    before: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('covering'),
    act: z.enum(['covered', 'uncovered']),
    unitNames: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('units-merged'),
    act: z.enum(['merged', 'undone']),
    keptName: z.string(),
    mergedName: z.string(),
  }),
  z.strictObject({
    kind: z.literal('officer'),
    act: z.enum(['took-office', 'renewed', 'left-office', 'trained', 'contract-filed']),
    role: OfficerRole,
    on: IsoDate.optional(),
  }),
])
export type UnionChange = z.infer<typeof UnionChange>
