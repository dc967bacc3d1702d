import type { IsoDate } from '../../../shared/core/time'
import { isComplete, type ManagementFacts, type ManagementKind } from '../../../shared/home/management/facts'
import type { YearDone } from '../../../shared/home/management/standing'
import { hasQuorum } from '../../../shared/home/meetings/standing'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import type { UnionRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'
import { dutiesOf } from './year-done'

interface Written {
  readonly day: IsoDate
  readonly entitled?: number
  readonly attended?: number
}

/** 年度待办办结: what is about to be written is the last that its year lacked. Looked at before the transaction; the clock looks again each day. `before`: the record as it stands, where it is amended; what its year counts already is counted once. */
export async function finishingDuties(
  union: UnionRecord,
  { day, entitled = 0, attended = 0 }: Written,
  adds: keyof YearDone,
  call: Pick<Call<unknown>, 'store' | 'today' | 'account' | 'now'>,
  before?: Required<Written>,
): Promise<(tx: Transaction) => Promise<void>> {
  const year = Number(day.slice(0, 4))
  const id = taskId('yearly-duties', `${union._id}.${year}`)
  const nothing = async () => {}
  if ((await call.store.get(tasks, id))?.state !== 'open') return nothing
  const { values } = await policyOfUnion(union, call)
  if (!hasQuorum({ entitled, attended }, values.meetingQuorum)) return nothing
  if (before !== undefined && Number(before.day.slice(0, 4)) === year && hasQuorum(before, values.meetingQuorum))
    return nothing
  const { left } = await dutiesOf(union, year, values, call.store, adds)
  if (left.length > 0) return nothing
  return async (tx) => {
    if ((await tx.get(tasks, id))?.state === 'open')
      await stepTask(tx, id, { kind: 'finish' }, union, { by: call.account, at: call.now })
  }
}

/** As what a year counts it; boards and contracts are of no year. */
const counts: Readonly<Record<ManagementKind, 'appraisals' | 'disclosures' | undefined>> = {
  board: undefined,
  disclosure: 'disclosures',
  contract: undefined,
  appraisal: 'appraisals',
}

/** The same of a record of 民主管理 as it is about to stand. */
export async function finishingWith(
  union: UnionRecord,
  facts: ManagementFacts,
  call: Parameters<typeof finishingDuties>[3],
): Promise<(tx: Transaction) => Promise<void>> {
  const adds = isComplete(facts) ? counts[facts.kind] : undefined
  return adds === undefined ? async () => {} : finishingDuties(union, { day: facts.day }, adds, call)
}
