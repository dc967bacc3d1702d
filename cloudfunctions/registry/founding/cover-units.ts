import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { unions, units } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import { implement } from '../../_kernel/serve'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { cover, jointBelow } from './covering'
import { withinReach } from './within-reach'

/** 增加覆盖单位 (E05): like those named at the founding, each is on record and has no union of its own; nobody moves by it. At most eighty operations. */
export const coverUnits = implement(registry.procedures.coverUnits, async (call) => {
  const { input } = call
  const { union, joint: id } = input
  if ((await jointBelow(call.store, union, id)) === undefined) return refuse('NOT_FOUND')
  // A unit on file twice is the one that stands for it.
  const standing = await Promise.all(input.units.map((one) => unitNow(one, call.store)))
  const upper = await call.store.get(unions, union)
  if (upper === undefined) return refuse('NOT_FOUND')
  const reach = await withinReach(upper, standing, call.store, 'units')
  if (!reach.ok) return reach
  const named = [...new Set(standing.map((unit, at) => unit?._id ?? input.units[at]))].flatMap((one) => one ?? [])
  const note = notingChange({ union: id, office: await actingOffice([union], call) }, call)
  const audit = auditing(call, { action: 'union.cover', subject: id, union, content: { units: named } })
  return call.act(async (tx) => {
    if ((await tx.get(unions, id))?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const unitNames: string[] = []
    for (const one of named) {
      const unit = await tx.get(units, one)
      if (unit === undefined || unit.mergedInto !== undefined) return refuse('UNIT_UNKNOWN', { field: 'units' })
      if (unit.union !== undefined && (await tx.get(unions, unit.union))?.status === 'active')
        return refuse('ALREADY_FOUNDED', { field: 'units', message: `${unit.name}已经有自己的工会。` })
      await cover(tx, id, one)
      unitNames.push(unit.name)
    }
    await note(tx, { kind: 'covering', act: 'covered', unitNames })
    await audit(tx)
    return succeed({})
  })
})
