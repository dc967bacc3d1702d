import type { IsoTime } from '../../../shared/core/time'
import { chainWalks, health, jobRuns, type ChainWalk, type HealthRecord, type StoredAlert } from '../records/operations'
import { figuresStates, type FiguresState } from '../records/figures'
import type { Runtime } from '../runtime'
import type { Store } from '../store/port'
import { alertLine, alertsOf, type Alert, type Gauges } from './alerts'
import { backlogs } from './backlogs'

/** An alert that stands is logged again this often, so that a log alarm which forgets is reminded and nobody’s log fills up. */
const repeatMs = 60 * 60_000

type Ports = Pick<Runtime, 'store' | 'now' | 'log'>

/** 体检: measures, judges, keeps the result for whoever asks, and logs a line per alert. Answers how many alerts are new. */
export async function checkHealth({ store, now, log }: Ports, jobNames: readonly string[]): Promise<number> {
  const at = now()
  const before = await store.get(health, 'now')
  const storeMs = await latencyOf(store, at, before)
  const gauges: Gauges = {
    storeMs,
    backlogs: await Promise.all(
      backlogs.map(async ({ name, limit, count }) => ({ name, limit, waiting: await count(store) })),
    ),
    jobs: await Promise.all(jobNames.map(async (name) => ({ name, failures: await failuresOf(name, store) }))),
    chainFindings: findingsOf(await store.get(chainWalks, 'audit')),
    figureDrift: driftOf(await store.get(figuresStates, 'now')),
  }
  const judged = alertsOf(gauges).map((alert) => ({ alert, earlier: earlierOf(alert, before) }))
  const alerts = judged.map(({ alert, earlier }): StoredAlert => {
    const since = earlier?.since ?? at
    const due = earlier === undefined || Date.parse(at) - Date.parse(earlier.loggedAt) >= repeatMs
    if (due) log({ function: 'clock', procedure: 'health', code: 'ALERT', alert: alertLine(alert, since) })
    return { ...alert, since, loggedAt: due ? at : earlier.loggedAt }
  })
  const record: HealthRecord = {
    _id: 'now',
    at,
    storeMs,
    backlogs: gauges.backlogs.map(({ name, waiting }) => ({ name, waiting })),
    alerts,
  }
  await store.transact(async (tx) => tx.put(health, record))
  return judged.filter(({ earlier }) => earlier === undefined).length
}

const firstRecord = (at: IsoTime): HealthRecord => ({ _id: 'now', at, storeMs: 0, backlogs: [], alerts: [] })

/** What a command waits for: a transaction, acknowledged. It writes what it is measured with. */
async function latencyOf(store: Store, at: IsoTime, before: HealthRecord | undefined): Promise<number> {
  const begun = performance.now()
  await store.transact(async (tx) => tx.put(health, before ?? firstRecord(at)))
  return performance.now() - begun
}

/** A walk that has only begun does not clear what the one before has found. */
function findingsOf(walk: ChainWalk | undefined): number {
  if (walk === undefined) return 0
  return walk.finished ? walk.findings : Math.max(walk.findings, walk.findingsBefore)
}

/** The day’s, and the last day’s as long as this one is not through. */
function driftOf(state: FiguresState | undefined): number {
  return state === undefined ? 0 : Math.max(state.drift, state.driftBefore)
}

async function failuresOf(name: string, store: Store): Promise<number> {
  return (await store.get(jobRuns, name))?.failures ?? 0
}

function earlierOf({ code, about }: Alert, before: HealthRecord | undefined): StoredAlert | undefined {
  return before?.alerts.find((alert) => alert.code === code && alert.about === about)
}
