import type { z } from 'zod'
import { titleProcedures } from '../../../shared/contract/home-titles'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { unreachable } from '../../../shared/core/unreachable'
import { advanceTitle, honourDue, recheckDue } from '../../../shared/home/titles/machine'
import { wasEntered } from '../../../shared/home/titles/title'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { titles, type TitleRecord } from '../../_kernel/records/titles'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { telling } from '../telling'
import { closeTask, isTheirOwn, levelWord, stepped, taskSubject, titleAt, titleId } from './keeping'

type Verdict = z.output<typeof titleProcedures.decideTitle.input>['verdict']

/** 考核、表彰、复查: by whoever keeps the register, or the desk that the matter went up to. */
export const decideTitle = implement(titleProcedures.decideTitle, async (call) => {
  const { union: desk, of, level, verdict } = call.input
  const [title, acting] = await Promise.all([titleAt(call.input, call.store), call.store.get(unions, desk)])
  if (title === undefined || acting === undefined) return refuse('NOT_FOUND')
  if (title.may === 'look') return refuse('TITLE_CHANGED')
  // T7: the register is its keeper’s; a desk above decides what waits there.
  if (verdict.kind === 'strike' && title.may !== 'keep') return refuse('TITLE_CHANGED')
  const seen = title.record
  const keeper = await call.store.get(unions, seen.keeper)
  if (await isTheirOwn(of, call)) return refuse('NOT_ALLOWED')
  if (verdict.kind === 'award' && verdict.on > call.today)
    return refuse('DAY_INVALID', { field: 'on', message: '表彰日期不能晚于今天。' })
  const { titleRecheckYears } = (await policyOfUnion(acting, call)).values
  const _id = titleId(of, level)
  const audit = auditing(call, { action: `title.${verdict.kind}`, subject: _id, union: desk, content: { of, verdict } })
  const tell = await telling(of, newsOf(seen, verdict), call)
  const who = { by: call.account, at: call.now, union: acting }
  return call.act(async (tx) => {
    const record = await tx.get(titles, _id)
    const next = record === undefined ? undefined : advanceTitle(record.state, verdict.kind)
    if (record === undefined || next === undefined || 'refuse' in next) return refuse('TITLE_CHANGED')
    if (verdict.kind === 'strike' && !wasEntered(record.past)) return refuse('TITLE_CHANGED')
    await closeTask(tx, record, 'finish', who)
    const { kind: step, ...told } = verdict
    const day = lookedForOn(verdict, call.today, titleRecheckYears)
    const after = stepped(holding(record, verdict), { step, to: next.to, next: day, ...told }, who)
    await tx.put(titles, after)
    // The honour is the keeper’s to give, whoever assessed.
    if (verdict.kind === 'pass' && keeper !== undefined) {
      const task = { kind: 'title', subject: taskSubject(after), union: keeper, dueOn: honourDue(call.today) } as const
      await openTask(tx, task, who)
    }
    await tell(tx)
    await audit(tx)
    return succeed({})
  })
})

/** What it holds of an award: given with one, gone when it is withdrawn or struck out. */
function holding({ awardedOn, paper, ...record }: TitleRecord, verdict: Verdict): TitleRecord {
  if (verdict.kind === 'withdraw' || verdict.kind === 'strike') return record
  if (verdict.kind === 'award') return { ...record, awardedOn: verdict.on, paper: verdict.paper }
  return {
    ...record,
    ...(awardedOn === undefined ? {} : { awardedOn }),
    ...(paper === undefined ? {} : { paper }),
  }
}

function lookedForOn(verdict: Verdict, today: IsoDate, years: number): IsoDate {
  switch (verdict.kind) {
    case 'award':
      return recheckDue(verdict.on, years)
    case 'keep':
      return recheckDue(today, years)
    case 'pass':
    case 'fail':
    case 'withdraw':
    case 'strike':
      return today
    default:
      return unreachable(verdict)
  }
}

function newsOf({ level }: TitleRecord, verdict: Verdict): string {
  const what = `${levelWord[level]}模范职工之家`
  switch (verdict.kind) {
    case 'pass':
      return `${what}考核通过，等待表彰。`
    case 'fail':
      return `${what}考核没有通过，原因在“模范职工之家”里，改好可以再申报。`
    case 'award':
      return `本会获得${what}。`
    case 'keep':
      return `${what}复查通过，称号保留。`
    case 'withdraw':
      return `${what}称号已经撤销，原因在“模范职工之家”里。`
    case 'strike':
      return `${what}是登记错的，已经划去，原因在“模范职工之家”里。`
    default:
      return unreachable(verdict)
  }
}
