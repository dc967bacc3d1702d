import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { termEnd } from '../../../shared/org/committees'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { committees } from '../../_kernel/records/union-registry'
import { implement } from '../../_kernel/serve'
import { actingOffice } from '../../_kernel/unions/changes'
import { electing } from '../../_kernel/unions/committees'
import { finishTermTask } from './finish-term'
import { mayRegister } from './may-register'

/**
 * 补登委员会: one that was elected before this system knew of it. What stands on record the union above alone corrects: a union that could enter its next committee
 * itself would never have to apply for an election.
 */
export const saveCommittee = implement(registry.procedures.saveCommittee, async (call) => {
  const { union: id, kind, electedOn, termYears, seats, chair } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (electedOn > call.today) return refuse('DAY_INVALID', { field: 'electedOn', message: '选举的日期不能晚于今天。' })
  const corrects = await mayRegister(union, call, 'officers')
  const { values } = await policyOfUnion(union, call)
  if (!values.termYears.includes(termYears)) return refuse('TERM_YEARS_INVALID', { field: 'termYears' })
  const until = termEnd(electedOn, termYears)
  const kept = await call.store.get(committees, `${id}:${kind}`)
  // Of the same election: who came in between sits in it still.
  const byElectedOn = kept?.electedOn === electedOn ? kept.byElectedOn : undefined
  const elect = electing(
    { union: id, kind, electedOn, until, seats, chair, byElectedOn },
    await actingOffice(union.line, call),
    call,
  )
  const content = { kind, electedOn, termYears, seats }
  const audit = auditing(call, { action: 'committee.save', subject: id, union: id, content })
  return call.act(async (tx) => {
    const led = await tx.get(unions, id)
    if (led?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const before = await tx.get(committees, `${id}:${kind}`)
    if (before !== undefined && !corrects) return refuse('COMMITTEE_ON_RECORD')
    await elect(tx)
    if (kind === 'committee' && before !== undefined && before.until < until)
      await finishTermTask(tx, led, before.until, call)
    await audit(tx)
    return succeed({ until })
  })
})
