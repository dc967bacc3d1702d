import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { confirming } from '../../_kernel/desk/confirming'
import { memberships } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'

/** 查看全号: one value, of one member, for a stated purpose; the member reads in their own trail that it happened. */
export const reveal = implement(contract.procedures.reveal, async (call) => {
  const { union, person: id, value, reason, confirmation } = call.input
  const [membership, person] = await Promise.all([call.store.get(memberships, id), call.store.get(persons, id)])
  if (membership?.union !== union || person === undefined) return refuse('NOT_FOUND')
  const place = { collection: persons.name, id, field: 'secrets' }
  const secrets = openJson(call.sealer, place, PersonSecrets, person.secrets)
  const confirmed = confirming({ kind: 'reveal', union, person: id, value }, confirmation, call)
  const audit = auditing(call, { action: `reveal.${value}`, subject: id, union, content: { reason } })
  return call.act(async (tx) => {
    const allowed = await confirmed(tx)
    if (!allowed.ok) return allowed
    await audit(tx)
    return succeed({ value: secrets[value] })
  })
})
