import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { clauseOf } from '../../../shared/membership/clauses'
import { objectionName } from '../../../shared/membership/labels'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { expulsions, type ExpulsionRecord } from '../../_kernel/records/expulsions'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask } from '../../_kernel/tasks'
import { changing } from '../life/change'
import { closingTasks, membershipTasks } from '../life/closing-tasks'
import { endingOffices } from '../life/ending-offices'
import { taskHere, type TaskHere } from '../life/held'
import { endingTransfer } from '../transfer/ending'

type Input = (typeof contract.procedures.settleFiling)['input']['_output']
type Refused = 'TASK_CLOSED' | 'MEMBERSHIP_MOVED' | 'MEMBERSHIP_ENDED'
type Write = (tx: Transaction) => Promise<Outcome<Record<string, never>, Refused>>

/** 开除报备, second half: filed, the membership ends; sent back, the committee reads what is missing and everything stays as it was. */
export const settleFiling = implement(contract.procedures.settleFiling, async (call) => {
  const found = await taskHere(call.input, ['expulsion-filing'], call)
  if (!found.ok) return found
  const report = await call.store.get(expulsions, found.data.task.subject)
  const union = report === undefined ? undefined : await call.store.get(unions, report.union)
  if (report === undefined || union === undefined) return refuse('NOT_FOUND')
  const settle = await settling(report, union, found.data, call)
  return call.act(settle)
})

async function settling(
  report: ExpulsionRecord,
  union: UnionRecord,
  here: TaskHere,
  call: Call<Input>,
): Promise<Write> {
  return call.input.verdict.kind === 'file'
    ? filingIt(report, union, here, call)
    : sendingBack(report, call.input.verdict.objection, here, call)
}

/** The day that counts is the day of filing: until then the membership stood. */
async function filingIt(
  report: ExpulsionRecord,
  union: UnionRecord,
  { task, desk }: TaskHere,
  call: Call<Input>,
): Promise<Write> {
  const write = changing(
    {
      person: report.person,
      change: 'expel',
      reason: report.reason,
      on: chinaDay(call.now),
      from: union,
      union,
      document: report.document,
      decidedOn: report.decidedOn,
      clause: clauseOf.expel,
      tell: `您在${union.name}的会籍已被开除，${desk.name}已经备案。对此有意见，可以向上级工会反映。`,
    },
    call,
  )
  const others = membershipTasks.filter((kind) => kind !== 'expulsion-filing')
  const [close, endTransfer, endOffices] = await Promise.all([
    closingTasks(report.person, others, desk, call.account, call),
    endingTransfer(report.person, call),
    endingOffices(report.person, call),
  ])
  return async (tx) => {
    const stepped = await stepTask(tx, task._id, { kind: 'finish' }, desk, { by: call.account, at: call.now })
    if (!stepped.ok) return stepped
    const done = await write(tx)
    if (!done.ok) return refuse(done.code === 'MEMBERSHIP_MOVED' ? done.code : 'MEMBERSHIP_ENDED')
    await tx.put(expulsions, { ...report, state: 'filed' as const })
    await close(tx)
    await endTransfer(tx)
    await endOffices(tx)
    return succeed({})
  }
}

async function sendingBack(
  report: ExpulsionRecord,
  objection: NonNullable<ExpulsionRecord['objection']>,
  { task, desk }: TaskHere,
  call: Call<Input>,
): Promise<Write> {
  const told = notifying(call, {
    account: report.by,
    text: `${desk.name}退回了一份开除备案：${objectionName[objection]}。补齐后请重新报。`,
  })
  const audit = auditing(call, {
    action: 'expulsion.send-back',
    subject: report.person,
    union: report.union,
    content: { objection },
  })
  return async (tx) => {
    const stepped = await stepTask(tx, task._id, { kind: 'drop' }, desk, { by: call.account, at: call.now })
    if (!stepped.ok) return stepped
    await tx.put(expulsions, { ...report, state: 'sent-back' as const, objection })
    await told(tx)
    await audit(tx)
    return succeed({})
  }
}
