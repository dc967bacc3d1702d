import { outbox } from '../records/outbox'
import { auditEntries } from '../records/upkeep'
import type { Store } from '../store/port'

/** 积压: something that is written now and worked off later. */
export interface Backlog {
  readonly name: string
  /** How many may wait before somebody has to look. */
  readonly limit: number
  count(store: Store): Promise<number>
}

/** Every backlog that is watched; a new one is a line here. */
export const backlogs: readonly Backlog[] = [
  {
    name: 'audit',
    // A round of the clock chains all that waits: thousands mean that it has not kept up for a while, or not run.
    limit: 5_000,
    count: (store) => store.count(auditEntries, { index: 'waiting', equals: { seq: undefined } }),
  },
  {
    name: 'outbox',
    // WeChat takes about 300 a round.
    limit: 3_000,
    count: (store) => store.count(outbox, { index: 'due', equals: { state: 'waiting' } }),
  },
  {
    name: 'undelivered',
    // Given up after half a day of attempts: a template that was taken away, or WeChat's interface not permitted.
    limit: 100,
    count: (store) => store.count(outbox, { index: 'due', equals: { state: 'failed' } }),
  },
]
