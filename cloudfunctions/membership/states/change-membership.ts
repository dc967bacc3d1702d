import { membership as contract } from '../../../shared/contract/membership'
import type { RecordedChange } from '../../../shared/contract/membership-states'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isChangeDay } from '../../../shared/membership/change-day'
import { clauseOf } from '../../../shared/membership/clauses'
import { changed, type ChangeReason } from '../../../shared/membership/life'
import { putDocument } from '../../_kernel/documents'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { changing } from '../life/change'
import { closingTasks, membershipTasks, workTasks } from '../life/closing-tasks'
import { endingOffices } from '../life/ending-offices'
import { heldHere, type Held } from '../life/held'
import { endingTransfer } from '../transfer/ending'
import { toldOf } from './told'

/** 登记变动: reason, day and paper are judged as if no page had checked anything; what the change leaves without sense ends with it. */
export const changeMembership = implement(contract.procedures.changeMembership, async (call) => {
  const { change, document } = call.input
  const held = await heldHere(call.input, call)
  if (!held.ok) return held
  const { member, union, policy } = held.data
  const next = changed(member.state, change.kind)
  if ('refuse' in next) return refuse(next.refuse)
  if (!isChangeDay(change.kind, change.on, { ...member, today: call.today }))
    return refuse('DAY_INVALID', { field: 'change.on' })
  if (document === undefined && policy.values.documentsFor.includes(change.kind))
    return refuse('DOCUMENT_MISSING', { field: 'document' })
  const kept = document === undefined ? undefined : await putDocument(document, call)
  if (kept?.ok === false) return kept

  const write = changing(
    {
      person: member._id,
      change: change.kind,
      reason: reasonOf(change),
      on: change.on,
      from: union,
      union,
      document: kept?.data,
      clause: clauseFor(change),
      tell: toldOf(change, union.name),
    },
    call,
  )
  const along = await alongWith(change, held.data, call)
  return call.act(async (tx) => {
    const done = await write(tx)
    if (!done.ok) return done
    await along(tx)
    return succeed({ state: done.data.state })
  })
})

function reasonOf(change: RecordedChange): ChangeReason {
  switch (change.kind) {
    case 'retain':
      return change.reason
    case 'resume':
      return 'working-again'
    case 'leave':
      return 'six-months-away'
    case 'decease':
      return 'deceased'
  }
}

function clauseFor({ kind }: RecordedChange): string {
  return kind === 'leave'
    ? '《中国工会章程》：六个月不交会费、不参加活动，经教育拒不改正的，视为自动退会'
    : clauseOf[kind]
}

/** 连带的事: tasks that have nothing left to act on, and the offices of somebody who acts no more. */
async function alongWith(
  { kind }: RecordedChange,
  { member, union }: Held,
  call: Call<unknown>,
): Promise<(tx: Transaction) => Promise<void>> {
  const ends = kind === 'leave' || kind === 'decease'
  const close = await closingTasks(member._id, ends ? membershipTasks : workTasks, union, call.account, call)
  const endTransfer = ends ? await endingTransfer(member._id, call) : undefined
  const endOffices = kind === 'decease' ? await endingOffices(member._id, call) : undefined
  return async (tx) => {
    await close(tx)
    await endTransfer?.(tx)
    await endOffices?.(tx)
  }
}
