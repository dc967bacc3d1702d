import type { IsoTime } from '../../../shared/core/time'
import { health, type HealthRecord } from '../records/operations'
import type { Reader } from '../store/port'

/** A clock that has not looked for so long has stopped: a round is half a minute on one machine and a minute in the cloud. */
const silentMs = 10 * 60_000

export interface HealthState {
  readonly status: 'ok' | 'degraded'
  readonly record: HealthRecord | undefined
}

/** What the clock found last. One read, since anybody may ask; a clock that stopped cannot say so itself, so that its silence counts. */
export async function healthState(store: Reader, now: IsoTime): Promise<HealthState> {
  const record = await store.get(health, 'now')
  const heard = record !== undefined && Date.parse(now) - Date.parse(record.at) < silentMs
  return { record, status: heard && record.alerts.length === 0 ? 'ok' : 'degraded' }
}
