import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { isoTime, type IsoTime } from '../core/time'

dayjs.extend(utc)

/** 保存期限: how long something is kept, from when, and which clause says so. What is over is deleted by `clock`. */
export interface RetentionRule {
  readonly keep: { readonly hours: number } | { readonly days: number } | { readonly months: number }
  /** What the time counts from. */
  readonly from: string
  readonly source: string
}

/**
 * 个人信息保护法 §19: as short as the purpose allows; REQUIREMENTS D5 for the defaults. The privacy notice (privacy.ts) promises the first line to everybody.
 * A membership and its approved application are kept as long as the membership, and then for the archive period that the region sets.
 */
export const retention = {
  unapprovedApplication: {
    keep: { months: 6 },
    from: 'the day it was rejected or withdrawn, or returned and not touched again',
    source: 'D5; 个人信息保护法 §19, §47',
  },
  returnedUnionApplication: {
    keep: { months: 6 },
    from: 'the day it was returned and not sent again',
    source: 'D5; 个人信息保护法 §19, §47',
  },
  peopleOfUnionApplication: {
    keep: { months: 6 },
    from: 'the reply: who was entered or took office stands in the register; report, resolution and reply are the union’s archive',
    source: 'D5; 个人信息保护法 §19, §47',
  },
  closedTransfer: {
    keep: { months: 6 },
    from: 'the day it was done, stopped or withdrawn; the membership’s history stays',
    source: 'D5; 个人信息保护法 §19, §47',
  },
  draft: { keep: { days: 30 }, from: 'the last time it was saved', source: '个人信息保护法 §19' },
  notice: { keep: { months: 6 }, from: 'the day it was written', source: '个人信息保护法 §19' },
  rememberedAnswer: { keep: { hours: 24 }, from: 'the answer', source: 'docs/decisions/0003' },
  quota: { keep: { days: 1 }, from: 'the day it counts', source: 'docs/decisions/0004' },
  serviceUse: {
    keep: { months: 25 },
    from: 'the day it counts',
    source: 'a month stands beside the same one of the year before; nothing in it is of a person (docs/decisions/0015)',
  },
  signUp: {
    keep: { months: 12 },
    from: 'the day of the activity; how many signed up and came stays',
    source: '个人信息保护法 §19; docs/decisions/0025',
  },
  code: { keep: { hours: 1 }, from: 'the end of its time', source: '个人信息保护法 §19' },
  undeliveredMessage: { keep: { days: 30 }, from: 'the last attempt', source: '个人信息保护法 §19' },
  dataRequest: { keep: { months: 36 }, from: 'its settlement', source: '个人信息保护法 §50, §56' },
  importedFile: {
    keep: { days: 1 },
    from: 'the last step of its import, whether it came to an end or not',
    source: '个人信息保护法 §19, §47: what it brought is in the register',
  },
  exportedTable: {
    keep: { days: 1 },
    from: 'the last step of its export: rows and encrypted files',
    source: '个人信息保护法 §19, §47: the register has what it holds',
  },
  exportRecord: {
    keep: { months: 36 },
    from: 'the day its rows and files were removed: which table, whose, how many rows and why',
    source: 'D5; 个人信息保护法 §56',
  },
  orphanedFile: { keep: { days: 1 }, from: 'when it was put', source: '个人信息保护法 §19, §47' },
} as const satisfies Readonly<Record<string, RetentionRule>>

/**
 * Kept at least so long: who did what. The audit trail is where this stands, and nothing shortens it, as a chain cannot lose its beginning; its entries hold no
 * personal data (docs/decisions/0007).
 */
export const keptAtLeast = {
  accessLog: { keep: { months: 6 }, from: 'the access', source: 'D5; 网络安全法 §23 (2026)' },
  exportLog: { keep: { months: 36 }, from: 'the export', source: 'D5; 个人信息保护法 §56' },
} as const satisfies Readonly<Record<string, RetentionRule>>

/** What dates from before this is over. */
export function overBefore({ keep }: Pick<RetentionRule, 'keep'>, now: IsoTime): IsoTime {
  const at = dayjs.utc(now)
  if ('hours' in keep) return isoTime(at.subtract(keep.hours, 'hour').valueOf())
  return isoTime(('days' in keep ? at.subtract(keep.days, 'day') : at.subtract(keep.months, 'month')).valueOf())
}
