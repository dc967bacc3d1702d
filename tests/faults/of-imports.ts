import {
  carried,
  checkedFile,
  digestOf,
  importedFile,
  pieceOf,
  rosterCsv,
  rosterRow,
  uploaded,
  type Bringer,
} from '../../cloudfunctions/membership/import/import.fixture'
import { importPieces, imports, type ImportRecord } from '../../cloudfunctions/_kernel/records/imports'
import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import type { ImportId } from '../../shared/core/ids'
import { somebody } from '../forms'
import { granted, type TestSystem } from '../system'
import type { Cases, MakeAttempt } from './attempt'
import { audited, inOffice, union } from './ready'

/** An officer of their own each time: a day’s files are counted. */
async function bringer(system: TestSystem): Promise<Bringer> {
  return { as: (await inOffice(system, union, 'organiser')).as, union }
}

/** A roster of one that nobody brought before: good, or with a row that is refused. */
const fresh = (change = {}) => Buffer.from(rosterCsv([rosterRow(somebody(), change)]))
const refused = () => fresh({ education: '' })

const recordOf = ({ runtime }: TestSystem, id: ImportId): Promise<ImportRecord | undefined> =>
  runtime.store.get(imports, id)

function about(
  make: (system: TestSystem, by: Bringer) => Promise<ImportId>,
  more: object = {},
  isDone?: (record: ImportRecord | undefined, system: TestSystem) => boolean | Promise<boolean>,
): MakeAttempt {
  return async (system) => {
    const by = await bringer(system)
    const id = await make(system, by)
    const effects = async () => ((await isDone?.(await recordOf(system, id), system)) === true ? 1 : 0)
    return { as: by.as, input: { union, import: id, ...more }, ...(isDone === undefined ? {} : { effects }) }
  }
}

const checked = async (system: TestSystem, by: Bringer, file = fresh()) => (await checkedFile(system, by, file)).id

async function opened(system: TestSystem, { as }: Bringer, file: Buffer): Promise<ImportId> {
  const asked = { union, fileName: '表.csv', bytes: file.length, digest: digestOf(file) }
  return granted(await system.ask(as, 'membership', 'openImport', asked)).import
}

async function confirmed(system: TestSystem, by: Bringer): Promise<ImportId> {
  const id = await checked(system, by)
  granted(await system.ask(by.as, 'membership', 'applyImport', { union, import: id }))
  return id
}

/** 导入. */
export const importAttempts: Readonly<Record<string, Cases>> = {
  imports: {
    'look what I brought': async (system) => {
      const by = await bringer(system)
      await uploaded(system, by, fresh())
      return { as: by.as, input: { union }, silent: (data) => JSON.stringify(data) === '{"rows":[]}' }
    },
  },
  openImport: {
    begin: async (system) => {
      const { as } = await bringer(system)
      const file = fresh()
      const input = { union, fileName: '表.csv', bytes: file.length, digest: digestOf(file) }
      const effects = async () => {
        const { documents } = await system.runtime.store.find(imports, { index: 'all', equals: {}, limit: 1000 })
        const id = granted(await system.ask(as, 'membership', 'openImport', input)).import
        return documents.filter(({ _id }) => _id === id).length
      }
      return { as, input, effects }
    },
  },
  putImportPiece: {
    'a piece': async (system) => {
      const by = await bringer(system)
      const file = fresh()
      const id = await opened(system, by, file)
      const effects = async () =>
        (await system.runtime.store.find(importPieces, { index: 'byImport', equals: { import: id } })).documents.length
      return { as: by.as, input: { union, import: id, piece: 0, content: pieceOf(file, 0) }, effects }
    },
  },
  importColumns: { 'what is it': about((system, by) => uploaded(system, by, fresh())) },
  mapImport: {
    'say what its columns are': about(
      (system, by) => uploaded(system, by, fresh()),
      { annex: 'roster', headRow: 1, columns: { name: 1, idNumber: 3 } },
      (record) => record?.run === 1,
    ),
  },
  carryImport: {
    'take the file': async (system) => {
      const by = await bringer(system)
      const file = fresh()
      const id = await opened(system, by, file)
      const piece = { union, import: id, piece: 0, content: pieceOf(file, 0) }
      granted(await system.ask(by.as, 'membership', 'putImportPiece', piece))
      const effects = async () => ((await recordOf(system, id))?.state === 'mapping' ? 1 : 0)
      return { as: by.as, input: { union, import: id }, effects }
    },
    'write its rows': async (system) => {
      const by = await bringer(system)
      const id = await confirmed(system, by)
      const before = await members(system)
      return { as: by.as, input: { union, import: id }, effects: async () => (await members(system)) - before }
    },
  },
  importRows: { 'look at rows': about(checked, { outcome: 'new' }) },
  applyImport: { 'have it written': about(checked, {}, (record) => record?.state === 'applying') },
  cancelImport: {
    'give it up': about(checked, {}, (record, system) =>
      record === undefined ? false : audited(system, record._id, 'import.cancel').then((count) => count === 1),
    ),
  },
  putReasons: {
    'ask for the reasons': about(
      (system, by) => checked(system, by, refused()),
      {},
      (record) => record?.reasons !== undefined,
    ),
  },
  reasonsPiece: {
    'fetch the reasons': about(
      async (system, by) => {
        const { id } = await importedFile(system, by, refused())
        await carried(system, by, id)
        granted(await system.ask(by.as, 'membership', 'putReasons', { union, import: id }))
        return id
      },
      { piece: 0 },
    ),
  },
}

const members = ({ runtime }: TestSystem) => runtime.store.count(memberships, { index: 'byUnion', equals: { union } })
