import { z } from 'zod'
import { unreachable } from '../../core/unreachable'
import type { UnionType } from '../../org/union'
import type { UnitKind } from '../../org/unit'
import { categoryOf } from '../standards/category'

/** 应以纸质形式存档的 (001 基础建设; 002 附件 职工之家4): the records of both congresses, and contracts. */
export const PaperKind = z.enum(['member-congress', 'staff-congress', 'collective-contract', 'special-contract'])
export type PaperKind = z.infer<typeof PaperKind>

/** 职工之家的三类 (001 二(一)): 企业 (非公企业、社会组织 too), 机关事业单位, 区域性行业性. */
export const HomeCategory = z.enum(['enterprise', 'public', 'regional'])
export type HomeCategory = z.infer<typeof HomeCategory>

/** 属于哪一类: as the standards say it (docs/rules/standards.md, S2); a city’s is kept with those of places. */
export function homeCategory(type: UnionType, unitKind: UnitKind | undefined): HomeCategory {
  const category = categoryOf({ type, unitKind })
  switch (category) {
    case 'ENT':
      return 'enterprise'
    case 'PUB':
      return 'public'
    case 'REG':
    case undefined:
      return 'regional'
    default:
      return unreachable(category)
  }
}
