import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mayAppoint } from '../../../shared/org/appointment'
import { roleName } from '../../../shared/org/officers'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { unpublished } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { endActing } from './acting'
import { appointingAt } from './standpoint'

/** 免职: from this instant on every call of that officer is judged without the office. */
export const endOffice = implement(registry.procedures.endOffice, async (call) => {
  const { union, officer: key } = call.input
  const [appointing, seen] = await Promise.all([appointingAt(union, call), call.store.get(officers, key)])
  if (appointing === undefined || seen?.union !== union) return refuse('OFFICER_UNKNOWN')
  if (!mayAppoint(appointing.standpoint, seen.role)) return refuse('NOT_ALLOWED')
  const told = notifying(call, {
    account: seen.account,
    text: `您在${appointing.union.name}的${roleName[seen.role]}职务已经结束。`,
  })
  const person = call.sealer.open({ collection: officers.name, id: key, field: 'name' }, seen.name)
  const note = notingChange({ union, office: await actingOffice(appointing.union.line, call), person }, call)
  const audit = auditing(call, { action: 'office.end', subject: key, union, content: { role: seen.role } })
  return call.act(async (tx) => {
    const officer = await tx.get(officers, key)
    if (officer === undefined || (officer.until !== undefined && officer.until <= call.now))
      return refuse('OFFICER_UNKNOWN')
    await endActing(tx, officer)
    await tx.put(officers, { ...unpublished(officer), until: call.now })
    await note(tx, { kind: 'officer', act: 'left-office', role: officer.role })
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})
