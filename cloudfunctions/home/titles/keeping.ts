import type { TitleView } from '../../../shared/contract/home-titles'
import type { z } from 'zod'
import type { AccountId, UnionId } from '../../../shared/core/ids'
import type { IsoDate, IsoTime } from '../../../shared/core/time'
import { keeperOf, type LineUnion } from '../../../shared/home/titles/keeper'
import type { TitleLevel, TitleState } from '../../../shared/home/titles/title'
import { isInOffice } from '../../_kernel/access'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import { tasks } from '../../_kernel/records/tasks'
import { titles, type TitleRecord } from '../../_kernel/records/titles'
import type { Reader, Transaction } from '../../_kernel/store/port'
import { stepTask, taskId } from '../../_kernel/tasks'

export const levelWord: Readonly<Record<TitleLevel, string>> = {
  township: '镇街级',
  district: '区县级',
  city: '市级',
  province: '省级',
  national: '全国',
}

export const titleId = (union: UnionId, level: TitleLevel): string => `${union}:${level}`

/** 登记的工会 of this level above a union; undefined where the line has none in being. */
export async function keeperOfUnion(
  union: UnionRecord,
  level: TitleLevel,
  reader: Reader,
): Promise<UnionRecord | undefined> {
  const above = await lineAbove(union, reader)
  const keeper = keeperOf(above, level)
  return above.find(({ _id }) => _id === keeper)
}

export async function lineAbove(union: UnionRecord, reader: Reader): Promise<readonly (UnionRecord & LineUnion)[]> {
  const line = await Promise.all(union.line.slice(1).map((id) => reader.get(unions, id)))
  return line.filter((one): one is UnionRecord => one?.status === 'active')
}

/** Who takes a step, for which union. */
export interface Stepping {
  readonly by: AccountId | 'clock'
  readonly at: IsoTime
  readonly union?: Pick<UnionRecord, '_id' | 'name'>
}

/** 走一步: the record after it, with its line of history. `next` is the day that it is looked for by. */
export function stepped(
  record: TitleRecord,
  {
    step,
    to,
    next,
    ...told
  }: Omit<TitleRecord['past'][number], 'at' | 'by' | 'union' | 'unionName'> & {
    readonly to: TitleState
    readonly next: IsoDate
  },
  { by, at, union }: Stepping,
): TitleRecord {
  const who = union === undefined ? {} : { union: union._id, unionName: union.name }
  return { ...record, state: to, next, past: [...record.past, { step, at, by, ...who, ...told }] }
}

/** What waits for the keeper is asked about anew each time: an application, the honour once it was passed, or a re-check. */
export function taskSubject({ _id, past, state }: Pick<TitleRecord, '_id' | 'past' | 'state'>): string {
  const asked = past.filter(({ step }) => step === 'apply' || step === 'fall-due')
  return `${_id}.${asked.length}${state === 'passed' ? '-award' : ''}`
}

/** The task that this record had open, if it had one, is over. */
export async function closeTask(
  tx: Transaction,
  record: TitleRecord,
  how: 'finish' | 'drop',
  { union, by, at }: Stepping & { readonly union: Pick<UnionRecord, '_id' | 'name'> },
): Promise<void> {
  if (record.state === 'applied' || record.state === 'passed' || record.state === 'rechecking')
    await stepTask(tx, taskId('title', taskSubject(record)), { kind: how }, union, { by, at })
}

export interface TitleSeen {
  readonly record: TitleRecord
  /** `keep`: it keeps the register. `decide`: what waits went up to it. `look`: what it had was decided since. */
  readonly may: 'keep' | 'decide' | 'look'
}

/** 看得到的一份: for its keeper, for the desk that its open task went up to, and for the desk that decided the last of them. */
export async function titleAt(
  { union, of, level }: { readonly union: UnionId; readonly of: UnionId; readonly level: TitleLevel },
  reader: Reader,
): Promise<TitleSeen | undefined> {
  const record = await reader.get(titles, titleId(of, level))
  if (record === undefined) return undefined
  if (record.keeper === union) return { record, may: 'keep' }
  const subjects = [
    taskSubject(record),
    taskSubject({ ...record, state: 'applied' }),
    taskSubject({ ...record, state: 'passed' }),
  ]
  const [waiting, ...before] = await Promise.all(subjects.map((subject) => reader.get(tasks, taskId('title', subject))))
  if (waiting?.state === 'open' && waiting.desk === union) return { record, may: 'decide' }
  return before.some((task) => task?.desk === union) ? { record, may: 'look' } : undefined
}

/** Nobody assesses, honours or corrects a title of a union in which they hold office, though they have one above as well. */
export function isTheirOwn(of: UnionId, { store, account, now }: Pick<Call<unknown>, 'store' | 'account' | 'now'>) {
  return isInOffice(store, account, of, now)
}

export function viewOf({ level, state, awardedOn, paper, next, past }: TitleRecord): z.input<typeof TitleView> {
  return {
    level,
    state,
    ...(awardedOn === undefined ? {} : { awardedOn }),
    ...(paper === undefined ? {} : { paper }),
    ...(state === 'held' ? { recheckOn: next } : {}),
    past: past.map(({ step, at, unionName: by, on, paper: number, note }) => ({
      step,
      at,
      ...(by === undefined ? {} : { by }),
      ...(on === undefined ? {} : { on }),
      ...(number === undefined ? {} : { paper: number }),
      ...(note === undefined ? {} : { note }),
    })),
  }
}
