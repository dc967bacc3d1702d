import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { mayBeRetired } from '../../../shared/membership/retirement'
import { accounts } from '../../_kernel/records/accounts'
import { unions } from '../../_kernel/records/registry'
import { transfers } from '../../_kernel/records/transfers'
import { implement, type Call } from '../../_kernel/serve'
import { transferView } from './views'
import { ageOf, memberOf, personSecretsOf, type Mine } from './where-to'

/** 我的转会: where I am a member, and what became of the transfer that I asked for last. */
export const myTransfer = implement(contract.procedures.myTransfer, async (call) => {
  const person = (await call.store.get(accounts, call.account))?.person
  if (person === undefined) return succeed({})
  const [mine, asked] = await Promise.all([
    memberOf(call),
    call.store.find(transfers, { index: 'byPerson', equals: { person }, order: 'descending', limit: 2 }),
  ])
  // One that was withdrawn and one that was asked for again may carry the same instant: the open one is meant.
  const transfer = asked.documents.find(({ state }) => state === 'open') ?? asked.documents[0]
  return succeed({
    ...(mine.ok ? { standing: await standingOf(mine.data, call) } : {}),
    ...(transfer === undefined ? {} : { transfer: transferView(transfer, call) }),
  })
})

async function standingOf({ person, member }: Mine, call: Pick<Call<unknown>, 'store' | 'sealer' | 'today'>) {
  const { union, unitName, state } = member
  return {
    union,
    unionName: (await call.store.get(unions, union))?.name ?? '',
    retained: state === 'retained',
    unitName,
    asksRetired: mayBeRetired(ageOf(person, call), personSecretsOf(person, call).sex),
  }
}
