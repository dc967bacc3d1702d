import { roundProcedures } from '../../../shared/contract/membership-rounds'
import type { RegionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import type { Rhythm } from '../../../shared/org/half-year'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { dueOf, lastRound } from './due'

const pageSize = 50
/** Pages looked through for one answer of those that have not closed theirs. */
const mostPages = 4

/** 下级工会核对到哪了: one read per union, and one per place they are in. */
export const roundsBelow = implement(roundProcedures.roundsBelow, async (call) => {
  const { union, show } = call.input
  const rows = []
  let { cursor } = call.input
  for (let page = 0; page < mostPages; page++) {
    const found = await call.store.find(unions, {
      index: 'byParent',
      equals: { parent: union },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const active = found.documents.filter(({ status }) => status === 'active')
    const all = await statesOf(active, call)
    rows.push(...(show === 'all' ? all : all.filter(({ state }) => state === 'open' || state === 'overdue')))
    cursor = found.cursor
    if (cursor === undefined || rows.length >= pageSize || show === 'all') break
  }
  return succeed({ rows, ...(cursor === undefined ? {} : { cursor }) })
})

async function statesOf(below: readonly UnionRecord[], call: Pick<Call<unknown>, 'store' | 'today'>) {
  const rhythms = new Map<RegionId, Rhythm>()
  for (const union of below)
    if (!rhythms.has(union.region)) rhythms.set(union.region, (await policyOfUnion(union, call)).values.rosterUpdate)
  return Promise.all(
    below.map(async (union) => {
      const last = await lastRound(union, call)
      const rhythm = rhythms.get(union.region)
      if (rhythm === undefined) throw new Error('a place without a policy')
      const { state, dueOn } = dueOf(union, rhythm, last, call.today)
      return {
        union: union._id,
        name: union.name,
        state,
        dueOn,
        ...(last === undefined ? {} : { lastClosedOn: last.closedOn, members: last.composition.members }),
      }
    }),
  )
}
