import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { phoneIsProof } from '../../../shared/membership/binding'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { identifierUnder } from '../../_kernel/locks'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { openQuota } from '../../_kernel/quota'
import { openJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'
import { identifyPerson } from '../joining/identify'
import { lookUpStanding } from '../joining/standing'
import { tying } from './tie'

const notHere = succeed({ outcome: 'not-here' as const })

/**
 * 会员网上认证: number, name and the phone that WeChat verified have to be those on file. Whatever does not match gets one and the same answer, after the same
 * reads; only the owner of the phone on file learns more.
 */
export const bindMine = implement(contract.procedures.bindMine, async (call) => {
  const identified = identifyPerson(call.input.identity, call)
  if (!identified.ok) return identified
  const quota = await openQuota('number', identified.data.locks[0], call)
  const spent = quota.ok ? await quota.data.spend() : quota
  if (!spent.ok) return spent
  const { shown, verifiedMobile } = await lookUpStanding(identified.data, call)
  if (verifiedMobile === undefined) return refuse('PHONE_FIRST')
  if (shown.kind !== 'on-file' && shown.kind !== 'bound') return notHere

  const identifier = await identifierUnder(call.store, identified.data.locks)
  const [person, membership, union] = await Promise.all([
    identifier === undefined ? undefined : call.store.get(persons, identifier.person),
    identifier === undefined ? undefined : call.store.get(memberships, identifier.person),
    call.store.get(unions, shown.union),
  ])
  if (person === undefined || membership === undefined) return notHere
  const place = { collection: persons.name, id: person._id, field: 'secrets' }
  const { name } = openJson(call.sealer, place, PersonSecrets, person.secrets)
  if (name !== identified.data.name || !phoneIsProof(person.mobileEditedAt, call.today)) return notHere

  const unionName = union?.name ?? ''
  const tie = tying({ membership, unionName, account: call.account, how: 'phone', before: person.account }, call)
  return call.act(async (tx) => {
    const tied = await tie(tx)
    return tied.ok ? succeed({ outcome: 'bound' as const, unionName }) : tied
  })
})
