import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { coverages, units } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { jointBelow } from './covering'

/** 不再覆盖 (E06): whoever joins from there is routed as the rules say; its members stay until they transfer, or the unit founds its own. */
export const uncoverUnit = implement(registry.procedures.uncoverUnit, async (call) => {
  const { union, joint: id, unit: one } = call.input
  if ((await jointBelow(call.store, union, id)) === undefined) return refuse('NOT_FOUND')
  const note = notingChange({ union: id, office: await actingOffice([union], call) }, call)
  const audit = auditing(call, { action: 'union.uncover', subject: id, union, content: { unit: one } })
  return call.act(async (tx) => {
    const key = `${id}:${one}`
    const [unit, coverage] = [await tx.get(units, one), await tx.get(coverages, key)]
    if (unit === undefined || coverage === undefined) return refuse('NOT_FOUND')
    await tx.put(units, { ...unit, coveredBy: unit.coveredBy.filter((covering) => covering !== id) })
    await tx.remove(coverages, key)
    await note(tx, { kind: 'covering', act: 'uncovered', unitNames: [unit.name] })
    await audit(tx)
    return succeed({})
  })
})
