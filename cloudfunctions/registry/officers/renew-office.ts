import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isTerm, mayAppoint } from '../../../shared/org/appointment'
import { roleName } from '../../../shared/org/officers'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { appointingAt } from './standpoint'
import { endOfTerm } from './term'

/** 续任: for somebody still in office; one who left takes a new code. */
export const renewOffice = implement(registry.procedures.renewOffice, async (call) => {
  const { union, officer: key, until } = call.input
  const [appointing, seen] = await Promise.all([appointingAt(union, call), call.store.get(officers, key)])
  if (appointing === undefined || seen?.union !== union) return refuse('OFFICER_UNKNOWN')
  if (!mayAppoint(appointing.standpoint, seen.role)) return refuse('NOT_ALLOWED')
  if (!isTerm(until, call.today)) return refuse('TERM_INVALID', { field: 'until' })
  const told = notifying(call, {
    account: seen.account,
    text: `您在${appointing.union.name}的${roleName[seen.role]}职务任期到 ${until}。`,
  })
  const person = call.sealer.open({ collection: officers.name, id: key, field: 'name' }, seen.name)
  const note = notingChange({ union, office: await actingOffice(appointing.union.line, call), person }, call)
  const audit = auditing(call, { action: 'office.renew', subject: key, union, content: { until } })
  return call.act(async (tx) => {
    const officer = await tx.get(officers, key)
    if (officer === undefined || (officer.until !== undefined && officer.until <= call.now))
      return refuse('OFFICER_UNKNOWN')
    await tx.put(officers, { ...officer, until: endOfTerm(until) })
    await note(tx, { kind: 'officer', act: 'renewed', role: officer.role, on: until })
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})
