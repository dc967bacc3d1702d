import type { UnionType } from '../org/union'
import { policyKeys } from './schemas'
import type { PolicyKey } from './values'

/** 法律规定的: no union sets them (劳动法 §15; 会籍管理办法 §14). */
const byLaw: readonly PolicyKey[] = ['minAge', 'secondmentMonths']

/** What must not change at a district’s border: where somebody belongs, of how few people figures are told, and by what a review is judged (001 gives the city’s standard). */
const ofCity: readonly PolicyKey[] = [
  'reviewSmallGroup',
  'reviewGrades',
  'reviewThresholds',
  'reviewMostlyCounts',
  'reviewParticipation',
  'smallCount',
  'dispatch',
  'newFormPrimary',
  'dissolvedRetain',
]

/** 谁说了算: what a union of this type may set for its own place; only the general union of a city or a district sets anything. */
export function keysOwnedBy(type: UnionType): readonly PolicyKey[] {
  switch (type) {
    case 'city_general':
      return policyKeys.filter((key) => !byLaw.includes(key))
    case 'district_general':
      return policyKeys.filter((key) => !byLaw.includes(key) && !ofCity.includes(key))
    default:
      return []
  }
}

/** Whether a union of this type sets any. */
export function setsRules(type: UnionType): boolean {
  return keysOwnedBy(type).length > 0
}
