import { unreachable } from '../../core/unreachable'
import type { UnionType } from '../../org/union'
import type { UnitKind } from '../../org/unit'
import type { Category } from './keys'

/** Of whom it is asked. `unitKind` is that of the unit that it belongs to; absent where it has none of its own. */
interface Categorised {
  readonly type: UnionType
  readonly unitKind: UnitKind | undefined
}

/**
 * S2: 国企、非公、社会组织; 机关、事业; 镇街、开发区、村社区、区市及以下区域性行业性. Of a city there is no standard. A union of a place or an industry is one wherever it has its
 * office; 工会工作委员会 by its unit, where it has one.
 */
export function categoryOf({ type, unitKind }: Categorised): Category | undefined {
  switch (type) {
    case 'city_general':
      return undefined
    case 'organ':
    case 'institution':
      return ofUnit(unitKind) ?? 'PUB'
    case 'enterprise':
    case 'enterprise_group':
    case 'social_organisation':
    case 'other':
      return ofUnit(unitKind) ?? 'ENT'
    case 'district_general':
    case 'township_general':
    case 'devzone_union':
    case 'community_federation':
    case 'community_joint':
    case 'building_joint':
    case 'market_joint':
    case 'industry_joint':
    case 'new_form_joint':
    case 'area_federation':
    case 'industry_federation':
    case 'industrial_union':
      return 'REG'
    case 'work_committee':
      return ofUnit(unitKind) ?? 'REG'
    default:
      return unreachable(type)
  }
}

function ofUnit(unitKind: UnitKind | undefined): Category | undefined {
  if (unitKind === undefined) return undefined
  return unitKind === '机关' || unitKind === '事业单位' ? 'PUB' : 'ENT'
}

/** 区域、行业, and the city: what is asked of a single unit by the year is not asked of them. */
export function isRegional(subject: Categorised): boolean {
  const category = categoryOf(subject)
  return category === undefined || category === 'REG'
}
