import { z } from 'zod'
import { ManagementId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { HomeCategory } from '../home/archive/papers'
import { ManagementFacts } from '../home/management/facts'
import { dutyOrder } from '../home/management/standing'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

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
      /** Each kind the newest first, so many of each. */
      rows: z.array(z.object({ id: ManagementId, facts: ManagementFacts })),
    }),
    errors: [],
  }),
  recordManagement: command({
    summary: '登记一条民主管理的记录',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, facts: ManagementFacts }),
    output: z.object({ id: ManagementId }),
    errors: ['UNION_NOT_ACTIVE', 'DAY_INVALID', 'FIELD_INVALID'],
  }),
  dropManagement: command({
    summary: '删去登记错了的一条; what is right is recorded anew',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, id: ManagementId }),
    output: z.object({}),
    errors: [],
  }),
} as const
