import { unreachable } from '../../../shared/core/unreachable'
import { awaitsSettling } from '../../../shared/membership/transfer'
import type { IsoDate } from '../../../shared/core/time'
import type { TaskUnion } from '../../_kernel/tasks'
import { openTask, stepTask, taskId, type TaskActor } from '../../_kernel/tasks'
import type { TransferRecord } from '../../_kernel/records/transfers'
import type { Transaction } from '../../_kernel/store/port'
import { taskSubjectOf } from '../../../shared/membership/transfer'

export type TransferTask = keyof TransferRecord['tasks']
const kinds: readonly TransferTask[] = ['transfer-out', 'transfer-in', 'transfer-dispute']

/** 待办 of a transfer: which unions are asked as it stands now. */
function isAsked(kind: TransferTask, transfer: TransferRecord): boolean {
  if (transfer.state !== 'open') return false
  switch (kind) {
    case 'transfer-out':
      return transfer.leaving === 'waiting'
    case 'transfer-in':
      return transfer.receiving === 'waiting'
    case 'transfer-dispute':
      return awaitsSettling(transfer)
    default:
      return unreachable(kind)
  }
}

function unionAsked(kind: TransferTask, { from, to, reviewer }: TransferRecord): TaskUnion | undefined {
  const asked = { 'transfer-out': from, 'transfer-in': to, 'transfer-dispute': reviewer }[kind]
  return asked === undefined ? undefined : { _id: asked.union, name: asked.name }
}

/** The tasks as they have to be after this step: those that stay, and under which id a new one is opened. */
export function tasksAfter(before: TransferRecord | undefined, after: TransferRecord): TransferRecord['tasks'] {
  const tasks: TransferRecord['tasks'] = {}
  for (const kind of kinds) {
    if (!isAsked(kind, after)) continue
    const kept = before !== undefined && unionAsked(kind, before)?._id === unionAsked(kind, after)?._id
    tasks[kind] = (kept ? before.tasks[kind] : undefined) ?? taskId(kind, taskSubjectOf(after._id, after.revision))
  }
  return tasks
}

/** Opens what is asked now, finishes what was answered and drops what nobody needs any more. `dueOn`: by when the upper union settles. */
export async function writeTasks(
  tx: Transaction,
  before: TransferRecord | undefined,
  after: TransferRecord,
  { actor, settleBy }: { readonly actor: TaskActor; readonly settleBy: IsoDate },
): Promise<void> {
  for (const kind of kinds) {
    const [earlier, now] = [before?.tasks[kind], after.tasks[kind]]
    if (earlier === now) continue
    if (earlier !== undefined && before !== undefined) {
      const union = unionAsked(kind, before)
      if (union !== undefined) await stepTask(tx, earlier, { kind: wayOut(kind, before, after) }, union, actor)
    }
    const union = unionAsked(kind, after)
    if (now === undefined || union === undefined) continue
    const dueOn = { 'transfer-out': after.releasesOn, 'transfer-in': after.acceptBy, 'transfer-dispute': settleBy }[
      kind
    ]
    const subject = taskSubjectOf(after._id, after.revision)
    await openTask(tx, { kind, subject, person: after.person, union, dueOn: dueOn ?? after.acceptBy }, actor)
  }
}

/** Answered by whoever was asked, or overtaken. */
function wayOut(kind: TransferTask, before: TransferRecord, after: TransferRecord): 'finish' | 'drop' {
  switch (kind) {
    case 'transfer-out':
      return after.leaving === before.leaving ? 'drop' : 'finish'
    case 'transfer-in':
      return after.receiving === before.receiving ? 'drop' : 'finish'
    case 'transfer-dispute':
      return ['upheld', 'assigned', 'stopped'].includes(after.steps.at(-1)?.kind ?? '') ||
        after.steps.at(-2)?.kind === 'upheld'
        ? 'finish'
        : 'drop'
    default:
      return unreachable(kind)
  }
}
