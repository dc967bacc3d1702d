import { IsoDate } from '../core/time'
import { unreachable } from '../core/unreachable'
import { addMonths, type Rhythm } from './half-year'
import type { UnionType } from './union'

/** 上报的一期, the same for every union of a region: rounds that each union closes by its own calendar are all closed within one. */
export interface ReportPeriod {
  /** Its first month: `2026-07`. */
  readonly period: string
  readonly opensOn: IsoDate
  /** 截止: for unions that report only themselves; see `reportDueOn` in report-due.ts. */
  readonly dueOn: IsoDate
}

/**
 * P1: where the region names months, a period begins with each of them and is due when the month is over (003 三4); P2: elsewhere the year is divided, and a
 * period is due on its last day.
 */
export function reportPeriod({ everyMonths, inMonths }: Rhythm, today: IsoDate): ReportPeriod {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const months = inMonths.length > 0 ? inMonths : divided(everyMonths)
  const past = months.filter((one) => one <= month)
  const opensOn = past.length > 0 ? firstOf(year, Math.max(...past)) : firstOf(year - 1, Math.max(...months))
  return {
    period: opensOn.slice(0, 7),
    opensOn,
    dueOn: addMonths(opensOn, inMonths.length > 0 ? 1 : everyMonths, -1),
  }
}

function divided(everyMonths: number): readonly number[] {
  return Array.from({ length: Math.ceil(12 / everyMonths) }, (_, part) => part * everyMonths + 1)
}

function firstOf(year: number, month: number): IsoDate {
  return IsoDate.parse(`${year}-${String(month).padStart(2, '0')}-01`)
}

/** 第几级: how many levels of checking lie below a union of this type (003 二(三)3: 基层 → 乡镇、产业 → 县 → 市). */
export function levelOf(type: UnionType): 0 | 1 | 2 | 3 {
  switch (type) {
    case 'city_general':
      return 3
    case 'district_general':
      return 2
    case 'township_general':
    case 'devzone_union':
    case 'community_federation':
    case 'area_federation':
    case 'industry_federation':
    case 'industrial_union':
    case 'work_committee':
    case 'enterprise_group':
      return 1
    case 'community_joint':
    case 'building_joint':
    case 'market_joint':
    case 'industry_joint':
    case 'new_form_joint':
    case 'enterprise':
    case 'institution':
    case 'organ':
    case 'social_organisation':
    case 'other':
      return 0
    default:
      return unreachable(type)
  }
}

/** 上报的状态; no report is 未上报. */
export const reportStates = ['reported', 'returned', 'checked'] as const
export type ReportState = (typeof reportStates)[number]
export type ReportStep = 'send' | 'check' | 'return'
export type ReportRefusal = 'REPORT_CHECKED' | 'REPORT_NOT_SENT'

/** P4: what each step leads to. Only what the level above has found in order goes further up. */
export function stepped(
  state: ReportState | undefined,
  step: ReportStep,
): { readonly to: ReportState } | { readonly refuse: ReportRefusal } {
  switch (step) {
    case 'send':
      return state === 'checked' ? { refuse: 'REPORT_CHECKED' } : { to: 'reported' }
    case 'check':
      return state === 'reported'
        ? { to: 'checked' }
        : { refuse: state === 'checked' ? 'REPORT_CHECKED' : 'REPORT_NOT_SENT' }
    case 'return':
      // What was found in order by mistake is taken back the same way.
      return state === 'reported' || state === 'checked' ? { to: 'returned' } : { refuse: 'REPORT_NOT_SENT' }
    default:
      return unreachable(step)
  }
}
