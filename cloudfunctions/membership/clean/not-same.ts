import { cleanProcedures } from '../../../shared/contract/membership-clean'
import { unitProcedures } from '../../../shared/contract/membership-units'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { stepTask } from '../../_kernel/tasks'
import { taskFor } from './pair'

/** 不是同一人: for good, as a pair has one task ever. */
export const notSame = implement(cleanProcedures.notSame, (call) => settle('same-person-twice', 'pair.not-same', call))

/** 不是同一家单位: for good likewise. */
export const notSameUnits = implement(unitProcedures.notSameUnits, (call) =>
  settle('same-unit-twice', 'units.not-same', call),
)

/** 空挂清单看过了. */
export const settleHanging = implement(cleanProcedures.settleHanging, (call) =>
  settle('hanging-membership', 'hanging.settle', call),
)

async function settle(
  kind: 'same-person-twice' | 'same-unit-twice' | 'hanging-membership',
  action: string,
  call: Call<Parameters<typeof taskFor>[0]>,
) {
  const [task, union] = await Promise.all([taskFor(call.input, call.store), call.store.get(unions, call.input.union)])
  if (task?.kind !== kind || union === undefined) return refuse('NOT_FOUND' as const)
  const audit = auditing(call, { action, subject: task._id, union: union._id })
  return call.act(async (tx) => {
    const done = await stepTask(tx, task._id, { kind: 'finish' }, union, { by: call.account, at: call.now })
    if (!done.ok) return done
    await audit(tx)
    return succeed({})
  })
}
