import { membership } from '../../../shared/contract/membership'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import type { EventItemRecord } from '../../_kernel/records/union-events'
import { implement, type Call } from '../../_kernel/serve'
import { stepTask } from '../../_kernel/tasks'
import { carryingOut } from './item'
import { mattersOf, settlingMatters } from './matters'
import { objectedAt } from './objected'
import { stepItem } from './step-item'
import { isThere, mayKeep } from './still-there'

/** 处理异议: what is decided is carried out in the same transaction, and told. */
export const settleObjection = implement(membership.procedures.settleObjection, async (call) => {
  const { union: id, task: taskKey, verdict } = call.input
  const [found, union] = await Promise.all([objectedAt(call.store, id, taskKey), call.store.get(unions, id)])
  if (found === undefined || union === undefined) return refuse('NOT_FOUND')
  const { event } = found
  const item = await decided(found.item, call)
  if (!item.ok) return item
  const carryOut = verdict.kind === 'keep' ? undefined : carryingOut(event, item.data, call)
  const matters = verdict.kind === 'keep' ? undefined : await mattersAround(item.data, call)
  const told = verdict.kind === 'keep' ? await tellingKept(item.data, call) : undefined
  const audit = auditing(call, {
    action: 'event.settle',
    subject: item.data.person ?? item.data._id,
    union: id,
    content: verdict,
  })
  return call.act(async (tx) => {
    const step = await stepTask(tx, taskKey, { kind: 'finish' }, union, { by: call.account, at: call.now })
    if (!step.ok) return step
    if (verdict.kind !== 'keep' && !(await isThere(item.data, tx))) return refuse('UNION_NOT_ACTIVE')
    const { plan, to } = item.data
    const after = await stepItem(tx, item.data._id, verdict.kind === 'keep' ? 'keep' : 'move', call, { plan, to })
    if (!after.ok) return after
    const before = await matters?.before(tx)
    if (before?.kind === 'changed') return refuse('EVENT_CHANGED')
    const done = before?.kind === 'carried' ? undefined : await carryOut?.(tx)
    if (done?.ok === false) return refuse(done.code === 'MEMBERSHIP_MOVED' ? done.code : 'MEMBERSHIP_ENDED')
    await matters?.after(tx)
    await told?.(tx)
    await audit(tx)
    return succeed({})
  })
})

async function mattersAround(item: EventItemRecord, call: Call<unknown>) {
  const { person } = item
  return person === undefined ? undefined : settlingMatters({ ...item, person }, await mattersOf(person, call), call)
}

/** Staying wants a union that is there; another destination lies below the one that decides, takes members, and is there as well. */
async function decided(
  item: EventItemRecord,
  { input: { union, verdict }, store }: Pick<Call<Parameters<typeof settleObjection>[0]['input']>, 'input' | 'store'>,
): Promise<Outcome<EventItemRecord, 'UNION_NOT_ACTIVE' | 'UNION_NOT_OFFERED'>> {
  switch (verdict.kind) {
    case 'move':
      return succeed(item)
    case 'keep': {
      return (await mayKeep(item, store)) ? succeed(item) : refuse('UNION_NOT_ACTIVE')
    }
    case 'elsewhere': {
      const target = await store.get(unions, verdict.to)
      if (target === undefined || !target.direct || !target.line.includes(union) || target._id === item.from.union)
        return refuse('UNION_NOT_OFFERED', { field: 'to', message: '这个工会不能接收他，请另选一个。' })
      if (target.status !== 'active') return refuse('UNION_NOT_ACTIVE', { field: 'to' })
      return succeed({ ...item, plan: 'move', to: { union: target._id, name: target.name } })
    }
  }
}

async function tellingKept({ person, from }: EventItemRecord, call: Call<unknown>) {
  const account = person === undefined ? undefined : (await call.store.get(persons, person))?.account
  return account === undefined
    ? undefined
    : notifying(call, { account, text: `上级工会看过您的意见：您的会籍留在${from.name}，不转。` })
}
