import { chinaDay } from '../../../shared/core/time'
import { raisedFor } from '../../../shared/membership/escalation'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { dataRequests, type DataRequestRecord } from '../../_kernel/records/data-requests'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'
import { desksOf } from './desks'

const perStep = 1_000

/**
 * 个人信息请求上交: of a union where nobody in office may answer. The day that the person was told stays the day; whoever takes office may answer too, and the
 * first answer counts.
 */
export async function raiseRequests(runtime: Runtime, after: string | undefined): Promise<RoundStep> {
  const today = chinaDay(runtime.now())
  const deskOf = desksOf(runtime, 'requests')
  const page = await runtime.store.find(dataRequests, {
    index: 'byDue',
    equals: { state: 'open' },
    limit: perStep,
    ...(after === undefined ? {} : { cursor: after }),
  })
  let done = 0
  for (const request of page.documents) {
    const { union, raisedTo = union, raisedAt, askedAt, dueOn } = request
    const desk = await deskOf(raisedTo)
    if (desk?.above === undefined) continue
    const lying = { how: 'goes-up-when-vacant', union, desk: raisedTo, office: desk.office } as const
    const waiting = { ...lying, dueOn, arrivedOn: chinaDay(raisedAt ?? askedAt) }
    if (raisedFor(waiting, today, desk.policy.values.vacantOfficeDays) === undefined) continue
    if (await raise(request, desk.above, runtime)) done += 1
  }
  return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

async function raise(seen: DataRequestRecord, above: UnionRecord, runtime: Runtime): Promise<boolean> {
  const { store, random, indexer } = runtime
  const now = runtime.now()
  const { _id, account, union, unionName, dueOn, person } = seen
  const text = `${unionName}现在没有干部在任，您关于个人资料的请求已经交给${above.name}办理，仍然最晚 ${dueOn} 答复。`
  const told = notifying({ now, random }, { account, text })
  const audit = auditing(
    { now, random, indexer, account: 'clock' },
    { action: 'data.escalate', subject: person ?? account, union, content: { to: above._id } },
  )
  return store.transact(async (tx) => {
    const before = await tx.get(dataRequests, _id)
    if (before?.state !== 'open' || before.raisedTo !== seen.raisedTo) return false
    await tx.put(dataRequests, { ...before, raisedTo: above._id, raisedAt: now })
    await told(tx)
    await audit(tx)
    return true
  })
}
