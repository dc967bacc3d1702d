import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { advanceApplication } from '../../../shared/org/union-application'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { unions } from '../../_kernel/records/registry'
import {
  replyCounters,
  unionApplicationClaims,
  unionApplications,
  type UnionApplicationRecord,
} from '../../_kernel/records/union-applications'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'
import { carryingOut } from './carry-out'
import { applicationAt, bodyOf, subjectOf } from '../../_kernel/unions/applications'

/** 批复: number, effect, the sender’s message and the end of the task commit together. */
export const approveUnionApplication = implement(registry.procedures.approveUnionApplication, async (call) => {
  const { union: deskId, application: id } = call.input
  const found = await applicationAt(id, deskId, call.store)
  if (found?.side !== 'decides') return refuse('NOT_FOUND')
  const { application: seen } = found
  if ('refuse' in advanceApplication(seen.state, 'approve')) return refuse('APPLICATION_CHANGED')
  const body = bodyOf(seen, call)
  const carrying = await carryingOut(seen, body, call)
  if (!carrying.ok) return carrying
  const { union, event, grants, write } = carrying.data
  const year = Number(call.today.slice(0, 4))
  const told = notifying(call, { account: seen.by, text: `${seen.name}的申请，上级工会已经批复同意。` })
  const audit = auditing(call, { action: 'union-application.approve', subject: id, union: deskId, content: { body } })
  return call.act(async (tx) => {
    const application = await openedAs(seen, tx)
    const desk = await tx.get(unions, deskId)
    if (application === undefined) return refuse('APPLICATION_CHANGED')
    if (desk?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const counter = `${deskId}:${year}`
    const serial = ((await tx.get(replyCounters, counter))?.last ?? 0) + 1
    await tx.put(replyCounters, { _id: counter, last: serial })
    const reply = { unionName: desk.name, year, serial }
    const done = await write(tx, reply)
    if (!done.ok) return done
    await tx.put(unionApplications, {
      ...application,
      state: 'approved',
      closedAt: call.now,
      union,
      reply: { ...reply, union: deskId, on: call.today, ...(event === undefined ? {} : { event }) },
    })
    await settle(tx, application, desk, call)
    await told(tx)
    await audit(tx)
    const answered = { ...reply, on: call.today }
    return succeed({ union, reply: answered, ...(event === undefined ? {} : { event }), grants: [...grants] })
  })
})

/** 退回: with a sentence; the next one may be sent. */
export const returnUnionApplication = implement(registry.procedures.returnUnionApplication, async (call) => {
  const { union: deskId, application: id, reason } = call.input
  const found = await applicationAt(id, deskId, call.store)
  if (found?.side !== 'decides') return refuse('NOT_FOUND')
  const { application: seen } = found
  const told = notifying(call, { account: seen.by, text: `${seen.name}的申请被上级工会退回，请按提示修改后再报。` })
  const audit = auditing(call, { action: 'union-application.return', subject: id, union: deskId, content: { reason } })
  return call.act(async (tx) => {
    const application = await openedAs(seen, tx)
    const desk = await tx.get(unions, deskId)
    if (application === undefined || desk === undefined) return refuse('APPLICATION_CHANGED')
    await tx.put(unionApplications, {
      ...application,
      state: 'returned',
      closedAt: call.now,
      returned: { reason, at: call.now },
    })
    await settle(tx, application, desk, call)
    await told(tx)
    await audit(tx)
    return succeed({})
  })
})

/** The application as it was seen: still to be decided, and not sent again meanwhile. */
async function openedAs(seen: UnionApplicationRecord, tx: Transaction): Promise<UnionApplicationRecord | undefined> {
  const now = await tx.get(unionApplications, seen._id)
  return now?.state === 'submitted' && now.sent === seen.sent ? now : undefined
}

/** The unit or union may send another one, and nobody is asked any more. */
async function settle(
  tx: Transaction,
  application: UnionApplicationRecord,
  desk: { readonly _id: NonNullable<UnionApplicationRecord['union']>; readonly name: string },
  { account: by, now: at }: Call<unknown>,
): Promise<void> {
  await tx.remove(unionApplicationClaims, application.unit ?? application.union ?? application._id)
  await stepTask(tx, taskId('union-application', subjectOf(application)), { kind: 'finish' }, desk, { by, at })
}
