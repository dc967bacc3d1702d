import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unitNow } from '../../_kernel/units'
import { implement } from '../../_kernel/serve'
import { closingTasks } from '../life/closing-tasks'
import { heldHere } from '../life/held'
import { factsOf, keeping } from './keeping'

/** 记合同期限、借调: a contract runs out in the future, a secondment began in the past. A look that waits for an older fact is asked no more. */
export const keepOnFile = implement(contract.procedures.keepOnFile, async (call) => {
  const { fact } = call.input
  const held = await heldHere(call.input, call)
  if (!held.ok) return held
  const { member, union } = held.data
  if (fact.kind === 'contract' && fact.until <= call.today)
    return refuse('DAY_INVALID', { field: 'fact.until', message: '合同到期日要在今天以后。' })
  if (fact.kind === 'secondment' && fact.since > call.today)
    return refuse('DAY_INVALID', { field: 'fact.since', message: '借调日期不能晚于今天。' })
  if (fact.kind === 'secondment' && fact.host !== undefined && (await unitNow(fact.host, call.store)) === undefined)
    return refuse('UNIT_UNKNOWN', { field: 'fact.host' })

  const keep = keeping(
    {
      person: member._id,
      union,
      keep: (before) =>
        fact.kind === 'contract'
          ? factsOf({ ...before, contractUntil: fact.until })
          : factsOf({
              ...before,
              seconded: { since: fact.since, ...(fact.host === undefined ? {} : { host: fact.host }) },
            }),
    },
    call,
  )
  const overtaken = fact.kind === 'contract' ? 'contract-end' : 'secondment-end'
  const close = await closingTasks(member._id, [overtaken], union, call.account, call)
  return call.act(async (tx) => {
    const kept = await keep(tx)
    if (!kept.ok) return kept
    await close(tx)
    return succeed({})
  })
})
