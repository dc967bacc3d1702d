import { gathered, reason } from '../../cloudfunctions/membership/exports/export.fixture'
import { castUnions } from '../../local/demo/personas'
import { ExportId } from '../../shared/core/ids'
import { joinedMember } from '../members'
import type { Asking } from './asking'

const by = { as: 'demo-factory-chair', union: castUnions.factory.id }
const { as, union } = by

/** A table on its way out, and the sheet of one member. */
export async function exporting({ system, call }: Asking): Promise<void> {
  await call(as, 'membership', 'exportable', { union })
  const begun = await call(as, 'membership', 'openExport', {
    union,
    of: union,
    annex: 'roster',
    form: 'annex',
    reason,
  })
  const id = ExportId.parse(Reflect.get(Object(begun), 'export'))
  await call(as, 'membership', 'carryExport', { union, export: id })
  await gathered(system, by, id)
  await call(as, 'membership', 'sealExport', { union, export: id, part: 0 })
  await call(as, 'membership', 'exportPiece', { union, export: id, part: 0, piece: 0 })
  await call(as, 'membership', 'exportedTables', { union })
  await call(as, 'membership', 'removeExport', { union, export: id })

  const member = await joinedMember(system)
  await call(as, 'membership', 'memberForm', { union, person: member.person })
  await call(member.as, 'membership', 'myForm', {})
}
