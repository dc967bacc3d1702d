import type { IsoTime } from '../../../shared/core/time'

/** What the clock measures at each round. */
export interface Gauges {
  /** A transaction of one document, begun and acknowledged. */
  readonly storeMs: number
  readonly backlogs: readonly { readonly name: string; readonly waiting: number; readonly limit: number }[]
  /** How often each failed in a row. */
  readonly jobs: readonly { readonly name: string; readonly failures: number }[]
  /** What today’s walk over the audit chains has found. */
  readonly chainFindings: number
  /** 统计差错: sums that did not add up, members who changed without an entry. */
  readonly figureDrift: number
}

export type AlertCode = 'SLOW_STORE' | 'BACKLOG' | 'JOB_FAILING' | 'CHAIN_BROKEN' | 'FIGURES_OFF'

export interface Alert {
  readonly code: AlertCode
  /** Which backlog or job. */
  readonly about: string
  readonly value: number
  readonly limit: number
}

/**
 * From when on somebody has to look. A round is half a minute on one machine and a minute in the cloud; what each alert asks for stands in
 * docs/operations.md.
 */
export const limits = {
  /** What a person who waits for an answer notices; a commit takes a few milliseconds locally and tens of them in the cloud. */
  storeMs: 1_000,
  /** The first may be a deployment under way. */
  failures: 3,
  chainFindings: 1,
  figureDrift: 1,
} as const

/** 该看的: which gauges are beyond their limits. Pure; the order is that of urgency. */
export function alertsOf({ storeMs, backlogs, jobs, chainFindings, figureDrift }: Gauges): readonly Alert[] {
  const alerts: Alert[] = []
  if (chainFindings >= limits.chainFindings)
    alerts.push({ code: 'CHAIN_BROKEN', about: 'audit', value: chainFindings, limit: limits.chainFindings })
  for (const { name, failures } of jobs)
    if (failures >= limits.failures)
      alerts.push({ code: 'JOB_FAILING', about: name, value: failures, limit: limits.failures })
  for (const { name, waiting, limit } of backlogs)
    if (waiting >= limit) alerts.push({ code: 'BACKLOG', about: name, value: waiting, limit })
  if (figureDrift >= limits.figureDrift)
    alerts.push({ code: 'FIGURES_OFF', about: 'figures', value: figureDrift, limit: limits.figureDrift })
  if (storeMs >= limits.storeMs)
    alerts.push({ code: 'SLOW_STORE', about: 'store', value: storeMs, limit: limits.storeMs })
  return alerts
}

/** One line for the cloud’s log alarm, which looks for `ALERT`: words and numbers, nothing of a person. */
export function alertLine({ code, about, value, limit }: Alert, since: IsoTime): string {
  return `ALERT ${code} about=${about} value=${Math.round(value)} limit=${limit} since=${since}`
}
