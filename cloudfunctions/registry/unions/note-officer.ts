import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { mayAppoint } from '../../../shared/org/appointment'
import { auditing } from '../../_kernel/audit'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { appointingAt } from '../officers/standpoint'

/** 上岗培训、劳动合同备案 (004 7, 21): the union above, which trained them or was told, writes it down. */
export const noteOfficer = implement(registry.procedures.noteOfficer, async (call) => {
  const { union: id, officer: key, what, on } = call.input
  const [appointing, seen] = await Promise.all([appointingAt(id, call), call.store.get(officers, key)])
  if (appointing === undefined || seen?.union !== id) return refuse('OFFICER_UNKNOWN')
  if (!mayAppoint(appointing.standpoint, seen.role)) return refuse('NOT_ALLOWED')
  if (on > call.today || on < chinaDay(seen.since))
    return refuse('DAY_INVALID', { field: 'on', message: '日期要在到任以后、今天以前（含当天）。' })
  const office = await actingOffice(appointing.union.line, call)
  const person = call.sealer.open({ collection: officers.name, id: key, field: 'name' }, seen.name)
  const note = notingChange({ union: id, office, person }, call)
  const audit = auditing(call, { action: `office.${what}`, subject: key, union: id, content: { on } })
  return call.act(async (tx) => {
    const officer = await tx.get(officers, key)
    if (officer === undefined || (officer.until !== undefined && officer.until <= call.now))
      return refuse('OFFICER_UNKNOWN')
    await tx.put(officers, { ...officer, ...(what === 'trained' ? { trainedOn: on } : { contractFiledOn: on }) })
    await note(tx, { kind: 'officer', act: what, role: officer.role, on })
    await audit(tx)
    return succeed({})
  })
})
