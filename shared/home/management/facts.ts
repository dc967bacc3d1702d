import { z } from 'zod'
import { StaffCongressId } from '../../core/ids'
import { shownText } from '../../core/shown-text'
import { IsoDate } from '../../core/time'
import { line, Paper, people } from '../fields'

/** 厂务公开的形式. */
export const DisclosureWay = z.enum(['congress', 'board', 'meeting', 'online'])
export type DisclosureWay = z.infer<typeof DisclosureWay>

/** 职工董事、职工监事 as they are from a day on: how many directors the staff elected, and of how many supervisors. No board of supervisors is nought of nought. */
const Board = z.strictObject({
  kind: z.literal('board'),
  day: IsoDate,
  directors: people,
  supervisors: people,
  staffSupervisors: people,
})

/** 厂务公开 (事务公开): what was made known, and how. The legal representative answers for it, the union watches over it (000 三(二)). */
const Disclosure = z.strictObject({
  kind: z.literal('disclosure'),
  day: IsoDate,
  what: shownText('请写公开了什么', 200),
  way: DisclosureWay,
})

/** 集体合同、专项集体合同: `day` it was signed, the last day it is in force, and the 职代会 that passed its draft, where that is on record. */
const Contract = z.strictObject({
  kind: z.literal('contract'),
  day: IsoDate,
  until: IsoDate,
  scope: z.enum(['whole', 'special']),
  name: line('请写合同名称', 60),
  passedBy: StaffCongressId.optional(),
  paper: Paper,
})

/** 民主评议领导人员 by the 职代会 (001 制度(6)): how many were appraised, and when the result was made known. It is not 会员评家, which judges the union. */
const Appraisal = z.strictObject({
  kind: z.literal('appraisal'),
  day: IsoDate,
  appraised: people.min(1, '请填评议了几位'),
  publishedOn: IsoDate.optional(),
  paper: Paper,
})

/** 民主管理的一条记录. */
export const ManagementFacts = z
  .discriminatedUnion('kind', [Board, Disclosure, Contract, Appraisal])
  .refine((facts) => facts.kind !== 'board' || facts.staffSupervisors <= facts.supervisors, {
    error: '职工监事不能比监事总数多',
    path: ['staffSupervisors'],
  })
  .refine((facts) => facts.kind !== 'contract' || facts.until > facts.day, {
    error: '到期要在签订以后',
    path: ['until'],
  })
  .refine((facts) => facts.kind !== 'appraisal' || facts.publishedOn === undefined || facts.publishedOn >= facts.day, {
    error: '公布不能早于评议',
    path: ['publishedOn'],
  })
export type ManagementFacts = z.infer<typeof ManagementFacts>
export type Of<Kind extends ManagementFacts['kind']> = Extract<ManagementFacts, { kind: Kind }>

/** 办完了没有: what was appraised is told (001 制度(6)); everything else is complete as it is recorded. */
export function isComplete(facts: ManagementFacts): boolean {
  return facts.kind !== 'appraisal' || facts.publishedOn !== undefined
}

export const ManagementKind = z.enum(['board', 'disclosure', 'contract', 'appraisal'])
export type ManagementKind = z.infer<typeof ManagementKind>
