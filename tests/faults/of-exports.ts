import {
  openedExport,
  readyExport,
  reason,
  sealedFile,
  type Asker,
} from '../../cloudfunctions/membership/exports/export.fixture'
import { exports, type ExportRecord } from '../../cloudfunctions/_kernel/records/exports'
import type { ExportId } from '../../shared/core/ids'
import { joinedMember } from '../members'
import type { TestSystem } from '../system'
import { asked, type Cases, type MakeAttempt } from './attempt'
import { audited, chair, inOffice, union } from './ready'

/** An officer of their own each time: a day’s exports are counted. */
async function asker(system: TestSystem): Promise<Asker> {
  return { as: (await inOffice(system, union, 'organiser')).as, union }
}

const recordOf = ({ runtime }: TestSystem, id: ExportId): Promise<ExportRecord | undefined> =>
  runtime.store.get(exports, id)

function about(
  make: (system: TestSystem, by: Asker) => Promise<ExportId>,
  more: object = {},
  isDone?: (record: ExportRecord | undefined, system: TestSystem) => boolean | Promise<boolean>,
): MakeAttempt {
  return async (system) => {
    const by = await asker(system)
    const id = await make(system, by)
    const effects = async () => ((await isDone?.(await recordOf(system, id), system)) === true ? 1 : 0)
    return { as: by.as, input: { union, export: id, ...more }, ...(isDone === undefined ? {} : { effects }) }
  }
}

/** 导出、会员登记表. */
export const exportAttempts: Readonly<Record<string, Cases>> = {
  exportable: asked(chair, { union }),
  exportedTables: {
    'look what I exported': async (system) => {
      const by = await asker(system)
      await openedExport(system, by)
      return { as: by.as, input: { union }, silent: (data) => JSON.stringify(data) === '{"rows":[]}' }
    },
  },
  openExport: {
    begin: async (system) => {
      const { as } = await asker(system)
      const mine = async () => (await system.runtime.store.find(exports, { index: 'all', equals: {} })).documents
      const before = (await mine()).length
      const input = { union, of: union, annex: 'roster', form: 'annex', reason }
      return { as, input, effects: async () => (await mine()).length - before }
    },
  },
  carryExport: { 'gather it': about(openedExport, {}, (record) => record?.state === 'ready') },
  sealExport: {
    'make the file': about(readyExport, { part: 0 }, async (record, system) => {
      if (record?.files.length !== 1) return false
      return (await audited(system, record._id, 'export.seal')) === 1
    }),
  },
  exportPiece: {
    'fetch a piece': about(
      async (system, by) => {
        const id = await readyExport(system, by)
        await sealedFile(system, by, id)
        return id
      },
      { part: 0, piece: 0 },
    ),
  },
  removeExport: { 'have it removed': about(readyExport, {}, (record) => record?.state === 'removed') },
  memberForm: {
    'print a form': async (system) => ({
      as: chair,
      input: { union, person: (await joinedMember(system)).person },
    }),
  },
  myForm: {
    'print my own': async (system) => ({
      as: (await joinedMember(system)).as,
      input: {},
      silent: (data) => JSON.stringify(data) === '{}',
    }),
  },
}
