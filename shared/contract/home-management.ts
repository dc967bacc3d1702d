import { z } from 'zod'
import { ManagementId, Revision, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { HomeCategory } from '../home/archive/papers'
import { ManagementFacts, ManagementKind } from '../home/management/facts'
import { dutyOrder } from '../home/management/standing'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Row = z.object({ id: ManagementId, facts: ManagementFacts })

/** 民主管理: 职工董事监事、厂务公开、集体合同、民主评议, and what a year asks for. */
export const managementProcedures = {
  managementOfUnion: query({
    summary:
      'Democratic management on record, how it stands against the region’s rules, and which of this year’s duties are left',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      unionName: z.string(),
      /** The caller is an officer of the union itself. */
      mine: z.boolean(),
      category: HomeCategory,
      stateOwned: z.boolean(),
      board: z.object({
        directors: z.enum(['met', 'short', 'not-asked', 'unknown']),
        supervisors: z.enum(['met', 'short', 'no-board', 'unknown']),
      }),
      contract: z.discriminatedUnion('state', [
        z.object({ state: z.literal('none') }),
        z.object({ state: z.enum(['running', 'ending']), until: IsoDate }),
      ]),
      year: z.number().int(),
      duties: z.array(z.object({ duty: z.enum(dutyOrder), left: z.boolean() })),
      /** Each kind the newest first, so many of each; and of which there is more, from where on. */
      rows: z.array(Row),
      more: z.array(z.object({ kind: ManagementKind, cursor: z.string() })),
    }),
    errors: [],
  }),
  managementOfKind: query({
    summary: 'Everything of one kind on record, the newest first, a page at a time',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ union: UnionId, kind: ManagementKind, cursor: z.string().max(400).optional() }),
    output: z.object({ rows: z.array(Row), cursor: z.string().optional() }),
    errors: [],
  }),
  managementRecord: query({
    summary: 'One record of democratic management, to be amended',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, id: ManagementId }),
    output: z.object({ facts: ManagementFacts, version: Revision }),
    errors: [],
  }),
  recordManagement: command({
    summary: '登记一条民主管理的记录',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, facts: ManagementFacts }),
    output: z.object({ id: ManagementId }),
    errors: ['UNION_NOT_ACTIVE', 'DAY_INVALID', 'FIELD_INVALID'],
  }),
  amendManagement: command({
    summary: '修改一条, of the same kind: what is filed on paper or made known later is added',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, id: ManagementId, seen: Revision, facts: ManagementFacts }),
    output: z.object({ version: Revision }),
    errors: ['UNION_NOT_ACTIVE', 'DAY_INVALID', 'FIELD_INVALID', 'MEETING_CHANGED'],
  }),
  dropManagement: command({
    summary: '删去登记错了的一条; what is right is recorded anew',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, id: ManagementId }),
    output: z.object({}),
    errors: [],
  }),
} as const
