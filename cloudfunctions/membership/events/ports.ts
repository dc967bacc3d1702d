import { chinaDay } from '../../../shared/core/time'
import type { Runtime } from '../../_kernel/runtime'
import type { Call } from '../../_kernel/serve'
import type { TaskActor } from '../../_kernel/tasks'
import type { ChangePorts } from '../life/change'

/** What carrying an event on needs. Whoever sets it going, it is the clock that acts: the officer confirmed before. */
export type EventPorts = ChangePorts &
  Pick<Call<unknown>, 'store' | 'sealer' | 'today'> & { readonly account: TaskActor['by'] }

export function portsOf({
  store,
  sealer,
  indexer,
  random,
  now,
}: Pick<Call<unknown>, 'store' | 'sealer' | 'indexer' | 'random' | 'now'>): EventPorts {
  return { store, sealer, indexer, random, now, today: chinaDay(now), account: 'clock' }
}

export function portsOfClock({ now, ...runtime }: Runtime): EventPorts {
  return portsOf({ ...runtime, now: now() })
}
