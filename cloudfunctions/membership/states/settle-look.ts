import { membership as contract } from '../../../shared/contract/membership'
import type { LookAnswer } from '../../../shared/contract/membership-states'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { isChangeDay } from '../../../shared/membership/change-day'
import { clauseOf } from '../../../shared/membership/clauses'
import type { TaskKind } from '../../../shared/membership/task'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { persons } from '../../_kernel/records/persons'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask } from '../../_kernel/tasks'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { changing } from '../life/change'
import { workTasks } from '../life/closing-tasks'
import { taskHere, type TaskHere } from '../life/held'
import { situationOf, workplaceOf } from '../life/workplace'
import { factsOf, keeping, type KeepRefusal } from './keeping'
import { toldOf } from './told'

type Refused = KeepRefusal | 'DAY_INVALID' | 'DOCUMENT_MISSING' | 'REASON_INVALID'
type Write = (tx: Transaction) => Promise<Outcome<unknown, Refused>>

/** To which look an answer belongs. */
const answers: Readonly<Record<LookAnswer['kind'], readonly TaskKind[]>> = {
  renewed: ['contract-end'],
  gone: ['contract-end'],
  elsewhere: ['contract-end', 'secondment-end'],
  'secondment-goes-on': ['secondment-end'],
  'secondment-over': ['secondment-end'],
  'workplace-right': ['workplace-change'],
  'workplace-wrong': ['workplace-change'],
}

/** 看过了: the answer and the end of the task together. Whoever works elsewhere is asked to transfer; the union moves nobody by itself. */
export const settleLook = implement(contract.procedures.settleLook, async (call) => {
  const found = await taskHere(call.input, workTasks, call)
  if (!found.ok) return found
  const { task, member, desk } = found.data
  if (!answers[call.input.answer.kind].includes(task.kind)) return refuse('REASON_INVALID', { field: 'answer' })
  if (member.union !== found.data.union._id) return refuse('MEMBERSHIP_MOVED')
  const ready = await writing(call.input.answer, found.data, call)
  if (!ready.ok) return ready
  return call.act(async (tx) => {
    const stepped = await stepTask(tx, task._id, { kind: 'finish' }, desk, { by: call.account, at: call.now })
    if (!stepped.ok) return stepped
    const done = await ready.data(tx)
    return done.ok ? succeed({}) : done
  })
})

async function writing(answer: LookAnswer, here: TaskHere, call: Call<unknown>): Promise<Outcome<Write, Refused>> {
  const { member, union } = here
  const person = member._id
  switch (answer.kind) {
    case 'renewed':
      if (answer.until <= call.today)
        return refuse('DAY_INVALID', { field: 'answer.until', message: '合同到期日要在今天以后。' })
      return succeed(keeping({ person, union, keep: (now) => factsOf({ ...now, contractUntil: answer.until }) }, call))
    case 'gone':
      return retaining(answer, here, call)
    case 'elsewhere':
      return succeed(await askingToTransfer(here, call))
    case 'secondment-goes-on':
      return succeed(keeping({ person, union, keep: factsOf }, call))
    case 'secondment-over':
      return succeed(await backHome(here, call))
    case 'workplace-right':
      return succeed(keeping({ person, union, keep: factsOf }, call))
    case 'workplace-wrong':
      return succeed(await askingAgain(here, call))
    default:
      return unreachable(answer)
  }
}

/** 已离职: the membership is kept here until there is work again. */
async function retaining(
  answer: Extract<LookAnswer, { kind: 'gone' }>,
  { member, union }: TaskHere,
  call: Call<unknown>,
): Promise<Outcome<Write, Refused>> {
  const { reason, on } = answer
  if (!isChangeDay('retain', on, { ...member, today: call.today })) return refuse('DAY_INVALID', { field: 'answer.on' })
  const policy = await policyOfUnion(union, call)
  if (policy.values.documentsFor.includes('retain'))
    return refuse('DOCUMENT_MISSING', { message: '本地区保留会籍要附材料，请到会员页面办理“保留会籍”。' })
  const write = changing(
    {
      person: member._id,
      change: 'retain',
      reason,
      on,
      from: union,
      union,
      clause: clauseOf.retain,
      tell: toldOf({ kind: 'retain', reason, on }, union.name),
    },
    call,
  )
  return succeed(async (tx) => {
    const done = await write(tx)
    if (done.ok) return done
    const known = done.code === 'MEMBERSHIP_MOVED' || done.code === 'MEMBERSHIP_RETAINED'
    return refuse(known ? done.code : 'MEMBERSHIP_ENDED')
  })
}

/** 不在那里工作: the union cannot write where somebody works; the member reads that it is not so and says it anew. */
async function askingAgain({ member, union }: TaskHere, call: Call<unknown>): Promise<Write> {
  const audit = auditing(call, { action: 'workplace.disputed', subject: member._id, union: union._id })
  const account = (await call.store.get(persons, member._id))?.account
  const text = `${union.name}说您登记的新工作单位和事实不符。请在“转会”里重新填写现在的单位，或者和工会核对。`
  const told = account === undefined ? undefined : notifying(call, { account, text })
  return async (tx) => {
    await audit(tx)
    await told?.(tx)
    return succeed(undefined)
  }
}

/** 已到别的单位: the facts of the old work go, so that nobody looks again; the member is told what to do. */
async function askingToTransfer({ member, union }: TaskHere, call: Call<unknown>): Promise<Write> {
  const keep = keeping({ person: member._id, union, keep: () => ({}) }, call)
  const account = (await call.store.get(persons, member._id))?.account
  const told =
    account === undefined
      ? undefined
      : notifying(call, {
          account,
          text: `${union.name}了解到您已到别的单位工作。请在“我的会籍”里办理转会，会籍和会龄都不会断。`,
        })
  return async (tx) => {
    const done = await keep(tx)
    if (done.ok) await told?.(tx)
    return done
  }
}

/** 借调结束: back at the unit that has always paid. */
async function backHome({ member, union }: TaskHere, call: Call<unknown>): Promise<Write> {
  const situation = await situationOf(member, call)
  const home = situation?.work === 'seconded' ? situation.home : undefined
  const workplace =
    home === undefined
      ? {}
      : workplaceOf(member._id, { work: 'unit', unit: home, establishment: 'regular' }, member, call)
  return keeping(
    {
      person: member._id,
      union,
      keep: ({ contractUntil }) => ({ ...workplace, ...(contractUntil === undefined ? {} : { contractUntil }) }),
    },
    call,
  )
}
