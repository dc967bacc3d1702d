import type { UnitKind } from '../org/unit'
import { unreachable } from '../core/unreachable'
import type { ReviewKind } from './kinds'
import type { ReviewCategory } from './verdict'

export const reviewCategories = [
  'enterprise',
  'stateOwned',
  'publicInstitution',
  'regionalSample',
  'regionalStaff',
] as const satisfies readonly ReviewCategory[]

/** 第一、二、三类 (001 二（一）): 国企、非公、社会组织; 机关、事业; regions are judged by a sample and a survey. `unit` is absent for a union without a unit of its own, a joint one. */
export function categoryOf(kind: ReviewKind, unit: UnitKind | undefined): ReviewCategory {
  switch (kind) {
    case 'sample':
      return 'regionalSample'
    case 'staff':
      return 'regionalStaff'
    case 'members':
      return categoryOfUnit(unit)
    default:
      return unreachable(kind)
  }
}

function categoryOfUnit(unit: UnitKind | undefined): ReviewCategory {
  switch (unit) {
    case '国有企业':
    case '国有控股企业':
      return 'stateOwned'
    case '机关':
    case '事业单位':
      return 'publicInstitution'
    default:
      return 'enterprise'
  }
}
