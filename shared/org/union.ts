import { z } from 'zod'
import { RegionId, UnionId, UnitId } from '../core/ids'

/** 工会类型 (ORG-07: 003 附件1 note 4; 000; 004 5–6). That list ends in 等, hence `other`, which no rule names. */
export const UnionType = z.enum([
  'city_general',
  'district_general',
  'township_general',
  'devzone_union',
  'community_federation',
  'community_joint',
  'building_joint',
  'market_joint',
  'industry_joint',
  'new_form_joint',
  'area_federation',
  'industry_federation',
  'industrial_union',
  'work_committee',
  'enterprise_group',
  'enterprise',
  'institution',
  'organ',
  'social_organisation',
  'other',
])
export type UnionType = z.infer<typeof UnionType>

/** What people call the type. */
export const unionTypeName: Readonly<Record<UnionType, string>> = {
  city_general: '市总工会',
  district_general: '区县总工会',
  township_general: '镇街总工会',
  devzone_union: '开发区（工业园区）工会',
  community_federation: '社区（村）工会联合会',
  community_joint: '社区（村）联合工会',
  building_joint: '商贸楼宇联合工会',
  market_joint: '集贸市场联合工会',
  industry_joint: '行业联合工会',
  new_form_joint: '新就业形态联合工会',
  area_federation: '区域性工会联合会',
  industry_federation: '行业工会联合会',
  industrial_union: '产业工会',
  work_committee: '工会工作委员会',
  enterprise_group: '集团工会',
  enterprise: '企业工会',
  institution: '事业单位工会',
  organ: '机关工会',
  social_organisation: '社会组织工会',
  other: '其他工会',
}

/** 属地工会: the types that take the workers of a place where the unit has no union (ROUTING.md, Words). */
export const territorialTypes: ReadonlySet<UnionType> = new Set<UnionType>([
  'community_federation',
  'community_joint',
  'township_general',
  'devzone_union',
  'district_general',
])

/** 席位: the types that routing looks for in a place; a region's document keeps exactly these of its unions. */
export const seatTypes: ReadonlySet<UnionType> = new Set<UnionType>([
  ...territorialTypes,
  'new_form_joint',
  'industry_federation',
])

/** 工会状态: only an active union is a target. 撤销 and 合并 need the upper union's approval (工会法 §13). */
export const UnionStatus = z.enum(['active', 'dissolved', 'merged'])
export type UnionStatus = z.infer<typeof UnionStatus>

/** 工会, as routing reads it. `status` is active and `direct` (accepts individuals) is true unless they say otherwise. */
export const Union = z.object({
  name: z.string().optional(),
  /** A type that is not on the list is no reason to refuse a whole registry: no rule names it. */
  type: UnionType.catch('other'),
  status: UnionStatus.optional(),
  region: RegionId.nullish(),
  parent: UnionId.nullish(),
  direct: z.boolean().optional(),
  industries: z.array(z.string()).optional(),
  /** 联合工会: the units that it organises. */
  covers: z.array(UnitId).optional(),
})
export type Union = z.infer<typeof Union>
