import { registry } from '../../../shared/contract/registry'
import { dayInWords } from '../../../shared/core/calendar'
import { refuse, succeed } from '../../../shared/core/outcome'
import { covers, isLeave } from '../../../shared/org/leave'
import { roleName } from '../../../shared/org/officers'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { officers, unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { endActing } from './acting'
import { isInOffice, ownOffice } from './own-office'
import { endOfTerm } from './term'

/** 请假: both sides are written in one transaction, so that on no day two act, or nobody does. */
export const takeLeave = implement(registry.procedures.takeLeave, async (call) => {
  const { union, from, until, deputy: deputyKey } = call.input
  if (!isLeave({ from, until }, call.today)) return refuse('LEAVE_INVALID', { field: 'until' })
  const [mine, seen, record] = await Promise.all([
    ownOffice(call.store, union, call),
    call.store.get(officers, deputyKey),
    call.store.get(unions, union),
  ])
  if (mine === undefined || record === undefined) return refuse('OFFICER_UNKNOWN')
  if (seen?.union !== union || seen._id === mine._id) return refuse('DEPUTY_INVALID', { field: 'deputy' })
  const told = notifying(call, {
    account: seen.account,
    text: `${record.name}${roleName[mine.role]}请假，${dayInWords(from)}到 ${dayInWords(until)}由您代行职务。`,
  })
  const audit = auditing(call, {
    action: 'office.leave',
    subject: mine._id,
    union,
    content: { from, until, deputyKey },
  })
  return call.act(async (tx) => {
    const [own, deputy] = [await ownOffice(tx, union, call), await tx.get(officers, deputyKey)]
    if (own === undefined) return refuse('OFFICER_UNKNOWN')
    if (own.until !== undefined && own.until < endOfTerm(until))
      return refuse('LEAVE_INVALID', { field: 'until', message: '请假不能超过任期。' })
    const free =
      deputy !== undefined &&
      isInOffice(deputy, call.now) &&
      (deputy.acting === undefined || deputy.acting.until < call.today || deputy.acting.officer === own._id) &&
      !(deputy.leave !== undefined && (covers(deputy.leave, from) || covers({ from, until }, deputy.leave.from)))
    if (!free) return refuse('DEPUTY_INVALID', { field: 'deputy' })
    if (own.leave !== undefined && own.leave.deputy !== deputy._id) await endActing(tx, own)
    await tx.put(officers, { ...own, leave: { from, until, deputy: deputy._id } })
    await tx.put(officers, { ...deputy, acting: { role: own.role, officer: own._id, from, until } })
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})
