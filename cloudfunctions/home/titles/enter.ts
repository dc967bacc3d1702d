import { titleProcedures } from '../../../shared/contract/home-titles'
import type { AccountId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { advanceTitle, recheckDue } from '../../../shared/home/titles/machine'
import type { TitleLevel } from '../../../shared/home/titles/title'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { titles, type TitleRecord } from '../../_kernel/records/titles'
import { implement } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { closeTask, isTheirOwn, keeperOfUnion, stepped, titleId, type Stepping } from './keeping'

/** 补录: awarded before this system, or by the province or the nation. */
export const enterTitle = implement(titleProcedures.enterTitle, async (call) => {
  const { union: desk, of, level, on, paper } = call.input
  const [union, acting] = await Promise.all([call.store.get(unions, of), call.store.get(unions, desk)])
  if (union === undefined || acting === undefined) return refuse('NOT_FOUND')
  if (await isTheirOwn(of, call)) return refuse('NOT_ALLOWED')
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if ((await keeperOfUnion(union, level, call.store))?._id !== desk)
    return union.line.includes(desk) ? refuse('TITLE_WITHOUT_KEEPER', keptElsewhere) : refuse('NOT_FOUND')
  if (on > call.today) return refuse('DAY_INVALID', notYet)
  const years = (await policyOfUnion(acting, call)).values.titleRecheckYears
  const _id = titleId(of, level)
  const audit = auditing(call, { action: 'title.enter', subject: _id, union: desk, content: { of, on, paper } })
  const who = { by: call.account, at: call.now, union: acting }
  return call.act(async (tx) => {
    const entered = await enter(tx, { union, level, on, paper, years }, who)
    if (!entered.ok) return entered
    await audit(tx)
    return succeed({})
  })
})

export const keptElsewhere = { field: 'level', message: '这一级的称号不由本会登记，请选别的层级。' } as const
export const notYet = { field: 'on', message: '表彰日期不能晚于今天。' } as const

/** The keeper, and who acts for it. */
export type Keeping = Stepping & { readonly by: AccountId; readonly union: Pick<UnionRecord, '_id' | 'name'> }

export interface Entering {
  readonly union: UnionRecord
  readonly level: TitleLevel
  readonly on: IsoDate
  readonly paper: string
  /** 几年复查一次. */
  readonly years: number
}

/** Held from then on, whatever was under way; one that is held already stays. */
export async function enter(
  tx: Transaction,
  { union, level, on, paper, years }: Entering,
  who: Keeping,
): Promise<Outcome<void, 'TITLE_CHANGED'>> {
  const _id = titleId(union._id, level)
  const known = await tx.get(titles, _id)
  const next = advanceTitle(known?.state ?? 'none', 'enter')
  if ('refuse' in next) return refuse(next.refuse)
  if (known !== undefined) await closeTask(tx, known, 'finish', who)
  const base = known ?? { _id, union: union._id, level, by: who.by, state: 'none' as const, next: on, past: [] }
  const record: TitleRecord = { ...base, unionName: union.name, keeper: who.union._id, awardedOn: on, paper }
  // One that is older than a re-check takes was due long ago: it is asked about on the next day.
  const day = recheckDue(on, years)
  await tx.put(titles, stepped(record, { step: 'enter', to: next.to, next: day, on, paper }, who))
  return succeed(undefined)
}
