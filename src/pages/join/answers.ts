import { z } from 'zod'
import { FileId, RegionId, Scene, UnionId } from '../../../shared/core/ids'
import {
  DocumentChoice,
  Education,
  Household,
  Industry,
  Signature,
  type Situation,
  UnionChoice,
  UnitReference,
} from '../../../shared/membership/joining'

/** 一家单位 as the flow knows it: what is sent, with what the page shows and what can be derived from it. */
export const NamedUnit = z.strictObject({
  reference: UnitReference,
  name: z.string(),
  unitKind: z.string().optional(),
  region: RegionId.optional(),
  /** The place's name, shown where the unit's place stands for the place of work. */
  place: z.string().optional(),
  industry: Industry.optional(),
  agency: z.boolean().optional(),
})
export type NamedUnit = z.infer<typeof NamedUnit>

export const NamedPlace = z.strictObject({ region: RegionId, name: z.string() })
export type NamedPlace = z.infer<typeof NamedPlace>

/** 从哪儿开始: what the poster, the search or the map said before the first question. */
export const Origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** 退回修改: everything was answered before; 转会: nobody has to be found first. There is nothing to start from. */
  z.strictObject({ kind: z.literal('returned') }),
  z.strictObject({
    kind: z.literal('invitation'),
    scene: Scene,
    union: UnionId,
    unionName: z.string(),
    unit: NamedUnit.optional(),
    place: NamedPlace.optional(),
    industry: Industry.optional(),
  }),
  z.strictObject({ kind: z.literal('unit'), unit: NamedUnit }),
  z.strictObject({ kind: z.literal('place'), place: NamedPlace }),
])
export type Origin = z.infer<typeof Origin>

/** 谁给您发工资: one of the eight kinds of situation. */
export const Work = z.enum(['unit', 'dispatched', 'outsourced', 'platform', 'several', 'seconded', 'owner', 'other'])
export type Work = Situation['work']

/** Which unit is asked for; the words of the routing rules, never shown. */
export const UnitRole = z.enum(['unit', 'agency', 'user-unit', 'employer', 'host', 'home'])
export type UnitRole = z.infer<typeof UnitRole>

export const TypedIdentity = z.strictObject({
  name: z.string(),
  document: DocumentChoice,
  number: z.string(),
  nationality: z.string().optional(),
  birth: z.string().optional(),
  sex: z.enum(['male', 'female']).optional(),
  mobile: z.string(),
})
export type TypedIdentity = z.infer<typeof TypedIdentity>

/** 转入前的会籍, as typed; its picture is with the server already. */
export const TypedElsewhere = z.strictObject({
  unionName: z.string(),
  since: z.string().optional(),
  proof: FileId.optional(),
})
export type TypedElsewhere = z.infer<typeof TypedElsewhere>

/** The union the person takes, or the one that decides, with the name the page shows. */
export const Chosen = z.strictObject({ choice: UnionChoice, handler: UnionId, handlerName: z.string() })
export type Chosen = z.infer<typeof Chosen>

/** 已同意的申请书: which text for which union. The consent for sensitive data is given on the last page and never kept in a draft. */
export const Agreed = z.strictObject({
  union: UnionId,
  letterVersion: z.string(),
  privacyVersion: z.string(),
  form: z.enum(['tick', 'signature']),
})
export type Agreed = z.infer<typeof Agreed>

/** 回答: as typed, unfinished and unchecked. */
export const Answers = z.strictObject({
  work: Work.optional(),
  units: z.partialRecord(UnitRole, NamedUnit),
  /** 站点或公司 of platform work; many have none. */
  station: z.union([z.literal('none'), NamedUnit]).optional(),
  jobs: z.array(NamedUnit).max(5).optional(),
  establishment: z.enum(['regular', 'off_establishment']).optional(),
  industry: Industry.optional(),
  place: NamedPlace.optional(),
  months: z.string().optional(),
  note: z.string().optional(),
  identity: TypedIdentity,
  retired: z.boolean().optional(),
  education: Education.optional(),
  household: Household.optional(),
  /** Told by those who say that they are members elsewhere; nobody else is asked. */
  elsewhere: TypedElsewhere.optional(),
  chosen: Chosen.optional(),
  agreed: Agreed.optional(),
  signature: Signature.optional(),
})
export type Answers = z.infer<typeof Answers>

export const noAnswers: Answers = { units: {}, identity: { name: '', document: 'resident', number: '', mobile: '' } }
