import { titleProcedures } from '../../../shared/contract/home-titles'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { advanceTitle, recheckAfter } from '../../../shared/home/titles/machine'
import { wasEntered } from '../../../shared/home/titles/title'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { titles, type TitleRecord } from '../../_kernel/records/titles'
import { implement } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { enter, keptElsewhere, notYet, type Entering, type Keeping } from './enter'
import { closeTask, isTheirOwn, keeperOfUnion, levelWord, stepped, titleId } from './keeping'

/** 更正: by whoever keeps the register. What stood there before stays in the history (T7). */
export const correctTitle = implement(titleProcedures.correctTitle, async (call) => {
  const { union: desk, of, level, to } = call.input
  const _id = titleId(of, level)
  const [seen, union, acting] = await Promise.all([
    call.store.get(titles, _id),
    call.store.get(unions, of),
    call.store.get(unions, desk),
  ])
  if (seen?.keeper !== desk || union === undefined || acting === undefined) return refuse('NOT_FOUND')
  if (await isTheirOwn(of, call)) return refuse('NOT_ALLOWED')
  if (to.on > call.today) return refuse('DAY_INVALID', notYet)
  const moves = to.level !== level
  if (moves && !wasEntered(seen.past))
    return refuse('FIELD_INVALID', { field: 'level', message: '这一级是申报、考核得来的，层级不能改。' })
  if (moves && (await keeperOfUnion(union, to.level, call.store))?._id !== desk)
    return refuse('TITLE_WITHOUT_KEEPER', keptElsewhere)
  const years = (await policyOfUnion(acting, call)).values.titleRecheckYears
  const audit = auditing(call, { action: 'title.correct', subject: _id, union: desk, content: { of, level, to } })
  const who = { by: call.account, at: call.now, union: acting }
  return call.act(async (tx) => {
    const record = await tx.get(titles, _id)
    if (record === undefined) return refuse('TITLE_CHANGED')
    await closeTask(tx, record, 'drop', who)
    const given = { ...to, union, years }
    const done = moves ? await move(tx, record, given, call.today, who) : await put(tx, record, given, who)
    if (!done.ok) return done
    await audit(tx)
    return succeed({})
  })
})

/** The same title: another day or paper. A re-check that the wrong day called is called anew. */
async function put(
  tx: Transaction,
  record: TitleRecord,
  { on, paper, years }: Entering,
  who: Keeping,
): Promise<Outcome<void, 'TITLE_CHANGED'>> {
  const next = advanceTitle(record.state, 'correct')
  if ('refuse' in next) return refuse(next.refuse)
  const right: TitleRecord = { ...record, awardedOn: on, paper }
  const day = recheckAfter(record, on, years)
  await tx.put(titles, stepped(right, { step: 'correct', to: next.to, next: day, on, paper }, who))
  return succeed(undefined)
}

/** Another level: it never was one of this level, and is entered there. */
async function move(
  tx: Transaction,
  { awardedOn: _on, paper: _paper, ...record }: TitleRecord,
  given: Entering,
  today: IsoDate,
  who: Keeping,
): Promise<Outcome<void, 'TITLE_CHANGED'>> {
  const next = advanceTitle(record.state, 'strike')
  if ('refuse' in next) return refuse(next.refuse)
  const note = `层级登记错了，改登${levelWord[given.level]}`
  await tx.put(titles, stepped(record, { step: 'strike', to: next.to, next: today, note }, who))
  const entered = await enter(tx, given, who)
  return entered.ok
    ? entered
    : refuse(entered.code, { field: 'level', message: '这个工会已经有这一级的称号了，请核对层级。' })
}
