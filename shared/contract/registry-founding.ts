import { z } from 'zod'
import { FileId, RegionId, UnionId, UnitId } from '../core/ids'
import { IsoDate } from '../core/time'
import { Industry } from '../membership/joining'
import { PaperKind } from '../membership/union-event'
import { foundableAlone, foundableTogether } from '../org/founding'
import { command, officerAbove, query } from './procedure'

/** The union above, which approves: 工会法 §12, §13. */
const ofUnion = (input: { union: UnionId }) => input.union
const Reason = z.string().trim().min(2, '请写一句原因').max(200, '最多 200 个字')
const Papers = z.array(z.strictObject({ paper: PaperKind, file: FileId })).max(6)
const Opened = z.object({ union: UnionId, event: z.string() })
const ofJoint = { union: UnionId, joint: UnionId }
const ending = { union: UnionId, ending: UnionId, reason: Reason, papers: Papers }

/** 建会、撤销、合并: procedures of the registry function. */
export const foundingProcedures = {
  putPaper: command({
    summary: 'A photographed paper (报告、决议、批复), kept for a day until the act that it belongs to',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, picture: z.string().min(1).max(180_000) }),
    output: z.object({ file: FileId }),
    errors: ['DOCUMENT_INVALID'],
  }),
  foundPreview: query({
    summary: 'What founding a union at this unit would touch: numbers only',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, unit: UnitId }),
    output: z.object({
      unitName: z.string(),
      place: z.string(),
      staff: z.number().int(),
      coveredBy: z.array(z.string()),
      members: z.number().int(),
      dispatched: z.number().int(),
      applications: z.number().int(),
      suggestedName: z.string(),
    }),
    errors: ['UNIT_UNKNOWN', 'ALREADY_FOUNDED'],
  }),
  foundUnion: command({
    summary: '建会: a union of a unit’s own, below this one, or a joint union for a place',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({
      union: UnionId,
      name: z.string().trim().min(4, '请写工会全称').max(60, '最多 60 个字'),
      body: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('alone'), type: z.enum(foundableAlone), unit: UnitId }),
        z.strictObject({
          kind: z.literal('together'),
          type: z.enum(foundableTogether),
          region: RegionId,
          units: z.array(UnitId).max(30, '一次最多 30 家'),
          industries: z.array(Industry).max(11),
        }),
      ]),
      foundedOn: IsoDate,
      reason: Reason,
      papers: Papers,
    }),
    output: z.object({ union: UnionId, event: z.string().optional() }),
    errors: [
      'UNIT_UNKNOWN',
      'REGION_UNKNOWN',
      'ALREADY_FOUNDED',
      'UNION_NOT_ACTIVE',
      'DAY_INVALID',
      'DOCUMENT_MISSING',
    ],
  }),
  coveredUnits: query({
    summary: 'The units that a joint union directly below organises, a page at a time',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ ...ofJoint, cursor: z.string().max(400).optional() }),
    output: z.object({
      name: z.string(),
      count: z.number().int(),
      rows: z.array(z.object({ unit: UnitId, name: z.string(), place: z.string() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  coverUnits: command({
    summary: 'A joint union organises these units as well; none of them has a union of its own, and nobody moves',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ ...ofJoint, units: z.array(UnitId).min(1, '请选单位').max(15, '一次最多 15 家') }),
    output: z.object({}),
    errors: ['UNIT_UNKNOWN', 'ALREADY_FOUNDED', 'UNION_NOT_ACTIVE'],
  }),
  uncoverUnit: command({
    summary: 'A joint union organises this unit no more; its members stay where they are',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ ...ofJoint, unit: UnitId }),
    output: z.object({}),
    errors: [],
  }),
  endPreview: query({
    summary: 'What the end of a union directly below would touch: numbers only',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, ending: UnionId }),
    output: z.object({
      name: z.string(),
      active: z.number().int(),
      retained: z.number().int(),
      applications: z.number().int(),
      units: z.number().int(),
      officers: z.number().int(),
      leadsOthers: z.boolean(),
    }),
    errors: ['UNION_NOT_ACTIVE'],
  }),
  dissolveUnion: command({
    summary:
      '撤销: the union ends, approved by the one above; its people are routed again, or retained where employment has ended too',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ ...ending, employment: z.enum(['goes-on', 'ended']) }),
    output: Opened,
    errors: ['UNION_NOT_ACTIVE', 'UNION_LEADS_OTHERS', 'DOCUMENT_MISSING'],
  }),
  mergeUnion: command({
    summary: '合并: the union ends, approved by the one above; its people and units go to the successor',
    access: officerAbove(ofUnion, 'found'),
    input: z.strictObject({ ...ending, successor: UnionId }),
    output: Opened,
    errors: ['UNION_NOT_ACTIVE', 'UNION_LEADS_OTHERS', 'SUCCESSOR_INVALID', 'DOCUMENT_MISSING'],
  }),
} as const
