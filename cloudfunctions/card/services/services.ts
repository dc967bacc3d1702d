import { card as contract } from '../../../shared/contract/card'
import { mostOpenServices } from '../../../shared/card/service'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isHeld } from '../../../shared/membership/life'
import { accounts } from '../../_kernel/records/accounts'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { services as records } from '../../_kernel/records/services'
import { implement, type Call } from '../../_kernel/serve'
import { viewOf } from './offered'

/** 用在哪里: what the own union offers, then what each union above it offers (条). */
export const services = implement(contract.procedures.services, async (call) => {
  const id = call.input.union ?? (await unionOfCaller(call))
  if (id === undefined) return succeed({ kind: 'no-union' as const })
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const line = await Promise.all(union.line.map((above) => offeredIn(above, call)))
  return succeed({ kind: 'listed' as const, unionName: union.name, services: line.flat() })
})

async function offeredIn(id: UnionId, { store }: Pick<Call<unknown>, 'store'>) {
  const union = await store.get(unions, id)
  if (union?.status !== 'active') return []
  const open = { index: 'byUnion', equals: { union: id, state: 'open' as const }, limit: mostOpenServices }
  const { documents } = await store.find(records, open)
  return documents.map((record) => ({ ...viewOf(record), unionName: union.name }))
}

/** Undefined for somebody who is not signed in, or holds no membership. */
async function unionOfCaller({ caller, store }: Pick<Call<unknown>, 'caller' | 'store'>): Promise<UnionId | undefined> {
  const account = caller.account === undefined ? undefined : await store.get(accounts, caller.account)
  const membership = account?.person === undefined ? undefined : await store.get(memberships, account.person)
  return membership !== undefined && isHeld(membership.state) ? membership.union : undefined
}
