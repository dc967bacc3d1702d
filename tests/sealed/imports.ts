import {
  carried,
  checkedFile,
  digestOf,
  importedFile,
  pieceOf,
  rosterCsv,
  rosterRow,
} from '../../cloudfunctions/membership/import/import.fixture'
import { castUnions } from '../../local/demo/personas'
import { ImportId } from '../../shared/core/ids'
import { somebody } from '../forms'
import type { Asking } from './asking'

const by = { as: 'demo-factory-chair', union: castUnions.factory.id }
const { as, union } = by

/** Somebody whom a roster brings, and a file with their number in its name. */
export async function importing({ system, call }: Asking): Promise<void> {
  const person = { ...somebody(), name: '欧阳导入丙' }
  await importedFile(system, by, Buffer.from(rosterCsv([rosterRow(person)])))
  const wrong = rosterRow(somebody(), { education: '' })
  const file = Buffer.from(rosterCsv([rosterRow(person, { mobile: '15429990001' }), wrong]))
  const fileName = `${person.number}.csv`

  const asked = { union, fileName, bytes: file.length, digest: digestOf(file) }
  const opened = await call(as, 'membership', 'openImport', asked)
  const id = ImportId.parse(Reflect.get(Object(opened), 'import'))
  await call(as, 'membership', 'putImportPiece', { union, import: id, piece: 0, content: pieceOf(file, 0) })
  await call(as, 'membership', 'carryImport', { union, import: id })
  await call(as, 'membership', 'importColumns', { union, import: id })
  const columns = { name: 1, idNumber: 3 }
  await call(as, 'membership', 'mapImport', { union, import: id, annex: 'roster', headRow: 1, columns })
  await call(as, 'membership', 'imports', { union })

  const { id: other } = await checkedFile(system, by, file, fileName)
  await call(as, 'membership', 'importRows', { union, import: other, outcome: 'changed' })
  await call(as, 'membership', 'putReasons', { union, import: other })
  await call(as, 'membership', 'reasonsPiece', { union, import: other, piece: 0 })
  await call(as, 'membership', 'applyImport', { union, import: other })
  await carried(system, by, other)
  await call(as, 'membership', 'cancelImport', { union, import: id })
}
