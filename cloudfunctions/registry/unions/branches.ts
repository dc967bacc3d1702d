import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { unionBranches } from '../../_kernel/records/union-registry'
import { implement } from '../../_kernel/serve'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'

/** 设分工会、工会小组, or give one another name. */
export const saveBranch = implement(registry.procedures.saveBranch, async (call) => {
  const { union: id, branch: named, kind, name } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const _id = named ?? call.random.id()
  const note = notingChange({ union: id, office: await actingOffice(union.line, call) }, call)
  const audit = auditing(call, { action: 'branch.save', subject: _id, union: id, content: { kind, name } })
  return call.act(async (tx) => {
    const before = await tx.get(unionBranches, _id)
    if (named !== undefined && (before?.union !== id || before.state !== 'active')) return refuse('NOT_FOUND')
    if (before === undefined) {
      await tx.insert(unionBranches, { _id, union: id, kind, name, state: 'active', since: call.today })
      await note(tx, { kind: 'branch', act: 'created', branch: kind, name })
    } else {
      await tx.put(unionBranches, { ...before, name })
      await note(tx, { kind: 'branch', act: 'renamed', branch: before.kind, name, before: before.name })
    }
    await audit(tx)
    return succeed({ branch: _id })
  })
})

/** 撤掉分工会、工会小组: it stays on record, ended. */
export const endBranch = implement(registry.procedures.endBranch, async (call) => {
  const { union: id, branch: _id } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const note = notingChange({ union: id, office: await actingOffice(union.line, call) }, call)
  const audit = auditing(call, { action: 'branch.end', subject: _id, union: id })
  return call.act(async (tx) => {
    const before = await tx.get(unionBranches, _id)
    if (before?.union !== id || before.state !== 'active') return refuse('NOT_FOUND')
    await tx.put(unionBranches, { ...before, state: 'ended', endedOn: call.today })
    await note(tx, { kind: 'branch', act: 'ended', branch: before.kind, name: before.name })
    await audit(tx)
    return succeed({})
  })
})
