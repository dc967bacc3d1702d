import { daysAfter } from '../core/calendar'
import type { RegionId } from '../core/ids'
import type { IsoDate } from '../core/time'
import { policySchemas } from './schemas'
import type { PolicyKey, PolicyValues, Provision } from './values'

/** 公布的规定: what a general union adopted in this system, beside the packs that it came with. */
export interface Adopted {
  readonly region: RegionId
  readonly key: PolicyKey
  /** As it was kept; read by the key’s schema. */
  readonly value: unknown
  readonly effectiveFrom: IsoDate
  /** 依据: the document’s name and clause. */
  readonly clause: string
}

/**
 * 最早施行日: the day after tomorrow. Whoever read the rules today has read all that hold today and tomorrow, so that every instance of a function may keep what it
 * read for a day, and an act that was under way at midnight is judged by the same rules everywhere.
 */
export function earliestEffect(today: IsoDate): IsoDate {
  return daysAfter(today, 2)
}

/** What was adopted for one value at one place. What its schema reads no more is left out: the rule above it holds. */
export function provisionsAdopted<Key extends PolicyKey>(
  adopted: readonly Adopted[],
  { region, key }: { readonly region: RegionId; readonly key: Key },
): readonly Provision<PolicyValues[Key]>[] {
  return adopted.flatMap((each): readonly Provision<PolicyValues[Key]>[] => {
    if (each.region !== region || each.key !== key) return []
    const value = policySchemas[key].safeParse(each.value)
    const { effectiveFrom, clause } = each
    return value.success ? [{ value: value.data, effectiveFrom, source: 'ADOPTED', clause }] : []
  })
}
