import { titleProcedures } from '../../../shared/contract/home-titles'
import { refuse, succeed } from '../../../shared/core/outcome'
import { advanceTitle } from '../../../shared/home/titles/machine'
import { dueOn } from '../../../shared/membership/due'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { titles } from '../../_kernel/records/titles'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { closeTask, keeperOfUnion, stepped, taskSubject, titleId } from './keeping'

/** 创建、申报、撤回: by the union itself. An application waits at the keeper’s desk. */
export const stepTitle = implement(titleProcedures.stepTitle, async (call) => {
  const { union: id, level, step } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const keeper = await keeperOfUnion(union, level, call.store)
  if (keeper === undefined) return refuse('TITLE_WITHOUT_KEEPER')
  const { taskWorkingDays } = (await policyOfUnion(keeper, call)).values
  const _id = titleId(id, level)
  const audit = auditing(call, { action: `title.${step.kind}`, subject: _id, union: id, content: step })
  const who = { by: call.account, at: call.now, union }
  return call.act(async (tx) => {
    const known = await tx.get(titles, _id)
    const next = advanceTitle(known?.state ?? 'none', step.kind)
    if ('refuse' in next) return refuse(next.refuse)
    const before = known ?? {
      _id,
      union: id,
      unionName: union.name,
      level,
      keeper: keeper._id,
      state: 'none' as const,
      next: call.today,
      by: call.account,
      past: [],
    }
    if (step.kind === 'take-back') await closeTask(tx, before, 'drop', who)
    const told = step.kind === 'apply' ? { note: step.note } : {}
    // Whoever stands above now has it: the union may have come under another one since it last began.
    const mine = {
      ...before,
      unionName: union.name,
      by: call.account,
      ...(step.kind === 'take-back' ? {} : { keeper: keeper._id }),
    }
    const after = stepped(mine, { step: step.kind, to: next.to, next: call.today, ...told }, who)
    await tx.put(titles, after)
    if (step.kind === 'apply') {
      const task = {
        kind: 'title',
        subject: taskSubject(after),
        union: keeper,
        dueOn: dueOn(call.today, taskWorkingDays),
      } as const
      await openTask(tx, task, who)
    }
    await audit(tx)
    return succeed({})
  })
})
