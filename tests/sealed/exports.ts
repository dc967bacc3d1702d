import { openedExport } from '../../cloudfunctions/membership/exports/export.fixture'
import { castUnions } from '../../local/demo/personas'
import { joinedMember } from '../members'
import type { Asking } from './asking'

const by = { as: 'demo-factory-chair', union: castUnions.factory.id }
const { as, union } = by

/** A table on its way out, and the sheet of one member. */
export async function exporting({ system, call }: Asking): Promise<void> {
  const id = await openedExport(system, by)
  await call(as, 'membership', 'carryExport', { union, export: id })
  await call(as, 'membership', 'sealExport', { union, export: id, part: 0 })

  const member = await joinedMember(system)
  await call(as, 'membership', 'memberForm', { union, person: member.person })
  await call(member.as, 'membership', 'myForm', {})
}
