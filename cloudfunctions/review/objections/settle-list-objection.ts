import { review } from '../../../shared/contract/review'
import type { ListVerdict } from '../../../shared/contract/review-electorate'
import type { PersonId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { stepped } from '../../../shared/review/life'
import { lastStrike } from '../../../shared/review/periods'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { accounts } from '../../_kernel/records/accounts'
import { listObjections } from '../../_kernel/records/elector-lists'
import { persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { implement } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'
import { stepTask } from '../../_kernel/tasks'
import { objectionAt } from './at-desk'
import { isMeant } from './meant'
import { mending } from './mending'

/** 办理对名单的异议: list, objection, task and review change together; whoever objected is told, and whoever was struck or admitted: nobody loses a vote unawares. */
export const settleListObjection = implement(review.procedures.settleListObjection, async (call) => {
  const { union: desk, task, verdict, reason } = call.input
  const found = await objectionAt(call.store, desk, task)
  if (found === undefined) return refuse('NOT_FOUND')
  const { objection } = found
  const [seen, owner, at, officer, objector] = await Promise.all([
    call.store.get(reviews, objection.review),
    call.store.get(unions, objection.union),
    call.store.get(unions, desk),
    call.store.get(accounts, call.account),
    call.store.get(persons, objection.person),
  ])
  if (seen === undefined || owner === undefined || at === undefined) return refuse('NOT_FOUND')
  if (officer?.person === objection.person) return refuse('OWN_OBJECTION')
  if (verdict.kind === 'strike' && verdict.person !== objection.person && call.now >= lastStrike(seen))
    return refuse('STRIKE_TOO_LATE', { field: 'verdict' })
  const mend = await mending(verdict, seen, call)
  if (!mend.ok) return mend
  if (!(await isMeant(verdict, objection, call))) return refuse('ELECTOR_NOT_MEANT', { field: 'verdict' })
  const person = verdict.kind === 'stands' ? undefined : verdict.person
  const place = { collection: listObjections.name, id: objection._id, field: 'reason' }
  const settled = { kind: verdict.kind, at: call.now, ...(person === undefined ? {} : { person }) }
  const closed = { open: false, settled, reason: call.sealer.seal(place, reason) }
  const text = `您对${owner.name}选民名单的异议，${at.name}已经办好：${outcome[verdict.kind]}`
  const concerned = await concernedBy(verdict, objection.person, call.store)
  const told = [
    { account: objector?.account, text },
    { account: concerned?.account, text: `${owner.name}的选民名单有变化：${concerned?.change}` },
  ]
  const tell = told.flatMap(({ account, text }) => (account === undefined ? [] : [notifying(call, { account, text })]))
  const audit = auditing(call, {
    action: `review.objection.${verdict.kind}`,
    subject: seen._id,
    union: objection.union,
    content: { objection: objection._id, person, reason },
  })
  return call.act(async (tx) => {
    const [now, still] = [await tx.get(reviews, seen._id), await tx.get(listObjections, objection._id)]
    if (now === undefined || still === undefined) return refuse('NOT_FOUND')
    const step = await stepTask(tx, task, { kind: 'finish' }, at, { by: call.account, at: call.now })
    if (!step.ok) return step
    const next = stepped(now, 'settle')
    if ('refuse' in next) return refuse(next.refuse)
    const more = await mend.data(tx)
    if (!more.ok) return more
    const electors = (now.electors ?? 0) + more.data
    const openObjections = now.openObjections - 1
    await tx.put<ReviewRecord>(reviews, { ...now, electors, openObjections, updatedAt: call.now })
    await tx.put(listObjections, { ...still, ...closed })
    for (const each of tell) await each(tx)
    await audit(tx)
    return succeed({ electors })
  })
})

const outcome = {
  admit: '名单增补了一人。',
  strike: '名单删去了一人。',
  stands: '核对过，名单没有变化。有疑问请联系工会。',
} as const

/** Whose vote it is about, where that is somebody else. */
async function concernedBy(verdict: ListVerdict, objector: PersonId, store: Reader) {
  if (verdict.kind === 'stands' || verdict.person === objector) return undefined
  const { account } = (await store.get(persons, verdict.person)) ?? {}
  return { account, change: change[verdict.kind] }
}

const change = {
  admit: '有人提了异议，核实以后您增补进了名单，可以投票。',
  strike: '有人提了异议，核实以后您的名字划掉了。觉得不对，请在投票开始前打开“评家”提异议，或者告诉上级工会。',
} as const
