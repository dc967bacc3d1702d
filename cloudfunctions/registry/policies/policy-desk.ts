import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { ProposedRow } from '../../../shared/contract/registry-policies'
import { daysAfter } from '../../../shared/core/calendar'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { earliestEffect } from '../../../shared/policy/adopted'
import { keysOwnedBy, setsRules } from '../../../shared/policy/ownership'
import { policyAt } from '../../_kernel/policy/policy-at'
import { provisions, type ProvisionRecord } from '../../_kernel/records/provisions'
import { officers, regions, unions, type RegionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'
import { valueOf } from './policies'

/** So many are shown: the newest of each state. */
const shown = 30

/** 规定的台面: what is open, what was decided lately, and what may be proposed. */
export const policyDesk = implement(registry.procedures.policyDesk, async (call) => {
  const { store, today, now, input } = call
  const union = await store.get(unions, input.union)
  const region = union && (await store.get(regions, union.region))
  if (union === undefined || region === undefined) return refuse('NOT_FOUND')
  const states = ['proposed', 'adopted', 'rejected', 'withdrawn'] as const
  const pages = await Promise.all(
    states.map((state) =>
      store.find(provisions, {
        index: 'byUnion',
        equals: { union: union._id, state },
        order: 'descending',
        limit: shown,
      }),
    ),
  )
  const own = await store.get(officers, `${union._id}:${call.account}`)
  const proposes = own !== undefined && (own.until === undefined || own.until > now)
  const found = pages.flatMap(({ documents }) => documents)
  return succeed({
    region: region._id,
    place: region.name,
    keys: union.status === 'active' && proposes ? [...keysOwnedBy(union.type)] : [],
    earliest: earliestEffect(today),
    proposed: await Promise.all(found.map((each) => proposedRow(each, region, call))),
    below: await openBelow(union._id, store),
  })
})

/** More unions than lie directly below any other. */
const mostBelow = 1_000

async function openBelow(parent: UnionId, store: Store) {
  const { documents } = await store.find(unions, { index: 'byParent', equals: { parent }, limit: mostBelow })
  const rows = await Promise.all(
    documents
      .filter(({ type, status }) => status === 'active' && setsRules(type))
      .map(async ({ _id: union, name }) => {
        const equals = { union, state: 'proposed' as const }
        return { union, name, open: await store.count(provisions, { index: 'byUnion', equals, atMost: shown }) }
      }),
  )
  return rows.filter(({ open }) => open > 0)
}

async function proposedRow(
  provision: ProvisionRecord,
  { path }: RegionRecord,
  { store, today, account }: Pick<Call<unknown>, 'store' | 'today' | 'account'>,
): Promise<z.input<typeof ProposedRow>> {
  const { _id, key, value, effectiveFrom, clause, state, proposedAt, proposedBy, reason } = provision
  const before = await policyAt(path, daysAfter(effectiveFrom, -1), { store, today })
  return {
    provision: _id,
    key,
    value,
    now: valueOf(key, before),
    effectiveFrom,
    clause,
    state,
    proposedAt,
    mine: proposedBy === account,
    ...(reason === undefined ? {} : { reason }),
  }
}
