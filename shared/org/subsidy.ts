import type { UnitKind } from './unit'

/** 补助的一档: from so many staff to so many, both included. */
export interface SubsidyBracket {
  readonly staffFrom: number
  readonly staffTo: number | null
  readonly amountFen: number
}

/** What is known of a union when the table is held against it. */
export interface SubsidyFacts {
  readonly unitKind: UnitKind | undefined
  readonly staff: number | undefined
  /** Its half-year round of the period is closed: the roster is whole. */
  readonly checked: boolean
}

export type NoSubsidy = 'no-table' | 'not-this-kind' | 'no-staff' | 'not-checked' | 'outside-table'
export type Subsidy = { readonly amountFen: number } | { readonly why: NoSubsidy }

/** 集体、非公有制 (003 二(五)): every nature but the state’s, public offices and institutions. */
const ownKinds: ReadonlySet<UnitKind> = new Set<UnitKind>([
  '集体企业',
  '私营企业',
  '个体经济',
  '联营企业',
  '股份制企业',
  '外商投资企业',
  '港澳台投资企业',
  '劳务派遣单位',
])

/**
 * 一次性补助, as far as the system can tell (docs/rules/figures.md, B1–B4): the nature of the unit, a whole roster, and the number of staff. Whether the union did
 * something with its platform is for people to say; a number that two brackets name gets the one that the table puts it into.
 */
export function subsidyOf({ unitKind, staff, checked }: SubsidyFacts, table: readonly SubsidyBracket[]): Subsidy {
  if (table.length === 0) return { why: 'no-table' }
  if (unitKind === undefined || !ownKinds.has(unitKind)) return { why: 'not-this-kind' }
  if (staff === undefined) return { why: 'no-staff' }
  const bracket = table.find(({ staffFrom, staffTo }) => staff >= staffFrom && (staffTo === null || staff <= staffTo))
  if (bracket === undefined) return { why: 'outside-table' }
  return checked ? { amountFen: bracket.amountFen } : { why: 'not-checked' }
}
