import { z } from 'zod'
import type { UnionType } from '../../org/union'
import type { UnitKind } from '../../org/unit'

/** 应以纸质形式存档的 (001 基础建设; 002 附件 职工之家4): the records of both congresses, and contracts. */
export const PaperKind = z.enum(['member-congress', 'staff-congress', 'collective-contract', 'special-contract'])
export type PaperKind = z.infer<typeof PaperKind>

/** 职工之家的三类 (001 二(一)): 企业 (非公企业、社会组织 too), 机关事业单位, 区域性行业性. */
export const HomeCategory = z.enum(['enterprise', 'public', 'regional'])
export type HomeCategory = z.infer<typeof HomeCategory>

const regional: readonly UnionType[] = [
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
]
const publicUnits: readonly UnitKind[] = ['机关', '事业单位']

/** 属于哪一类: by the union’s type where that decides it, else by what its unit is. */
export function homeCategory(type: UnionType, unit: UnitKind | undefined): HomeCategory {
  if (regional.includes(type)) return 'regional'
  if (type === 'institution' || type === 'organ') return 'public'
  return unit !== undefined && publicUnits.includes(unit) ? 'public' : 'enterprise'
}
