import { last } from '../../../shared/core/own'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { unreachable } from '../../../shared/core/unreachable'
import { dueOn } from '../../../shared/membership/due'
import { raisedFor, type RaisedFor } from '../../../shared/membership/escalation'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { applications, isSent, type ApplicationRecord, type SentApplication } from '../../_kernel/records/applications'
import type { Runtime } from '../../_kernel/runtime'
import { stepped } from '../../membership/close'
import { desksOf, type Desk } from './desks'

const perStep = 1_000

/** 逾期的申请上交: walks what is submitted, the nearest due date first. The membership will still be where it was asked for; who decides is one level up. */
export async function raiseApplications(runtime: Runtime, after: string | undefined): Promise<RoundStep> {
  const { store } = runtime
  const today = chinaDay(runtime.now())
  const deskOf = desksOf(runtime, 'approve')
  const page = await store.find(applications, {
    index: 'byDue',
    equals: { state: 'submitted' },
    limit: perStep,
    ...(after === undefined ? {} : { cursor: after }),
  })
  let done = 0
  for (const application of page.documents) {
    const desk = await deskOf(application.desk)
    if (desk?.above === undefined || !isSent(application)) continue
    const why = whyRaised(application, desk, today)
    if (why !== undefined && (await raise(application, why, desk, runtime))) done += 1
  }
  return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

function whyRaised(application: ApplicationRecord, { office, policy }: Desk, today: IsoDate): RaisedFor | undefined {
  const { union, desk, dueOn: due } = application
  const waiting = {
    how: 'goes-up',
    union,
    desk,
    dueOn: due,
    arrivedOn: chinaDay(arrivedAt(application)),
    office,
  } as const
  return raisedFor(waiting, today, policy.values.vacantOfficeDays)
}

/** Since when it lies at its desk: the last step that brought it there. */
function arrivedAt({ timeline, submittedAt }: ApplicationRecord) {
  const brought = timeline.filter(({ kind }) => kind !== 'reminded')
  return last(brought)?.at ?? submittedAt
}

async function raise(
  seen: SentApplication,
  why: RaisedFor,
  { above, policy }: Desk,
  runtime: Runtime,
): Promise<boolean> {
  if (above === undefined) return false
  const { store, random, indexer } = runtime
  const now = runtime.now()
  const due = dueOn(chinaDay(now), policy.values.raisedWorkingDays)
  const notice = notifying(
    { now, random },
    {
      account: seen.account,
      application: seen._id,
      text: `${whatHappened(seen, why)}已经交给${above.name}办理，最晚 ${due} 答复。`,
    },
  )
  const audit = auditing(
    { now, random, indexer, account: 'clock' },
    { action: 'application.escalate', subject: seen._id, union: seen.desk, content: { to: above._id } },
  )
  return store.transact(async (tx) => {
    const before = await tx.get(applications, seen._id)
    if (before === undefined || before.revision !== seen.revision || before.desk !== seen.desk) return false
    const step = stepped(
      before,
      'escalate',
      { kind: 'escalated', at: now, by: 'clock', union: above._id, unionName: above.name },
      { desk: above._id, deskName: above.name, raisedFrom: before.desk, dueOn: due },
    )
    if (!step.ok) return false
    await tx.put(applications, step.after)
    await notice(tx)
    await audit(tx)
    return true
  })
}

/** The sentence goes on with who has it now. */
function whatHappened({ deskName }: SentApplication, why: RaisedFor): string {
  switch (why) {
    case 'overdue':
      return '您的入会申请没有按时办，'
    case 'vacant':
      return `${deskName}现在没有干部在任，您的入会申请`
    default:
      return unreachable(why)
  }
}
