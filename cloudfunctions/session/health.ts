import { session } from '../../shared/contract/session'
import { refuse, succeed } from '../../shared/core/outcome'
import { healthState } from '../_kernel/operations/state'
import { jobRuns } from '../_kernel/records/operations'
import { unions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'

/** 运行状况: what a monitor outside asks every minute. */
export const health = implement(session.procedures.health, async ({ store, now }) => {
  const { status } = await healthState(store, now)
  return succeed({ status })
})

/** 运行详情: for officers of a union that has none above it. */
export const operations = implement(session.procedures.operations, async ({ input, store, now }) => {
  const union = await store.get(unions, input.union)
  if (union === undefined || union.parent !== undefined) return refuse('NOT_ALLOWED')
  const { status, record } = await healthState(store, now)
  const { documents } = await store.find(jobRuns, { index: 'all', equals: {}, limit: 100 })
  return succeed({
    status,
    ...(record === undefined ? {} : { at: record.at, storeMs: record.storeMs }),
    backlogs: record?.backlogs ?? [],
    alerts: record?.alerts ?? [],
    jobs: documents.map(({ _id, failures, lastSuccessAt }) => ({
      name: _id,
      failures,
      ...(lastSuccessAt === undefined ? {} : { lastSuccessAt }),
    })),
  })
})
