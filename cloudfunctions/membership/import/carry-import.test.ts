import { castPeople, castUnions } from '../../../local/demo/personas'
import type { ImportId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { noRows, piecesOf } from '../../../shared/roster/import'
import { somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../../clock/jobs'
import { accountOf } from '../../_kernel/caller'
import { importPages, importPieces, imports } from '../../_kernel/records/imports'
import { membershipFunction } from '../function'
import {
  carried,
  checkedFile,
  digestOf,
  importedFile,
  pieceOf,
  rosterCsv,
  rosterFile,
  rosterRow,
  uploaded,
} from './import.fixture'
import { historyOf, onFile, personWith } from './on-file.fixture'

const union = castUnions.factory.id
const chair = { as: 'demo-factory-chair', union }
const battery = { as: 'demo-battery-chair', union: castUnions.battery.id }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

describe('whatever goes wrong, nothing is done twice', () => {
  const many = (count: number) => Array.from({ length: count }, () => somebody())

  test('two bring the same file at once: one person each', async () => {
    const people = many(30)
    const file = await rosterFile(people.map((worker) => rosterRow(worker)))
    const ids = [(await checkedFile(system, chair, file)).id, (await checkedFile(system, chair, file)).id]
    for (const id of ids) granted(await system.ask(chair.as, 'membership', 'applyImport', { union, import: id }))
    const views = await Promise.all(ids.map((id) => carried(system, chair, id)))
    expect(views.map(({ applied }) => applied.refused)).toEqual([0, 0])
    expect(views.reduce((sum, { applied }) => sum + applied.new, 0)).toBe(30)
    for (const worker of people) expect(await historyOf(system, (await onFile(system, worker)).person)).toHaveLength(1)
  })

  test('two pages carry on one import at once: it comes to the same', async () => {
    const people = many(20)
    const { id } = await checkedFile(system, chair, await rosterFile(people.map((worker) => rosterRow(worker))))
    granted(await system.ask(chair.as, 'membership', 'applyImport', { union, import: id }))
    const views = await Promise.all([carried(system, chair, id), carried(system, chair, id)])
    expect(views.map(({ applied }) => applied)).toEqual([
      { ...noRows, new: 20 },
      { ...noRows, new: 20 },
    ])
  })

  test('a process that dies in the middle: what it wrote counts once, and the clock writes the rest', async () => {
    const people = many(40)
    const { id } = await checkedFile(system, chair, await rosterFile(people.map((worker) => rosterRow(worker))))
    granted(await system.ask(chair.as, 'membership', 'applyImport', { union, import: id }))
    const { store } = system.runtime
    let commits = 0
    const dying = {
      ...system.runtime,
      log: () => {},
      store: {
        ...store,
        get: store.get.bind(store),
        find: store.find.bind(store),
        count: store.count.bind(store),
        group: store.group.bind(store),
        insert: store.insert.bind(store),
        transact: <T>(work: Parameters<typeof store.transact<T>>[0]) => {
          if (++commits > 17) throw new Error('the process is gone')
          return store.transact(work)
        },
      },
    }
    const event = { procedure: 'carryImport', input: { union, import: id }, requestId: 'dying-once-00000000' }
    const caller = { openid: chair.as, account: accountOf(chair.as, system.runtime) }
    expect(await membershipFunction.answer(event, caller, dying)).toMatchObject({ ok: false })
    // What was on its way to the disk when it died.
    await store.transact(async () => {})
    const entered = (await Promise.all(people.map((worker) => personWith(system, worker)))).filter(
      (person) => person !== undefined,
    )
    expect(entered.length).toBeGreaterThan(0)
    expect(entered.length).toBeLessThan(40)

    system.travel(isoTime(Date.parse(system.runtime.now()) + 5 * 60_000))
    await runClock(system.runtime)
    expect(await carried(system, chair, id)).toMatchObject({ state: 'done', applied: { ...noRows, new: 40 } })
    for (const worker of people) expect(await historyOf(system, (await onFile(system, worker)).person)).toHaveLength(1)
  })

  test('an upload that was cut off goes on where it stopped; a piece that is not whole, or not next, is refused', async () => {
    const file = Buffer.from(rosterCsv(Array.from({ length: 3_000 }, () => rosterRow(castPeople.known))))
    const asked = { union, fileName: '大.csv', bytes: file.length, digest: digestOf(file) }
    const put = (id: ImportId, piece: number, content: string) =>
      system.ask(chair.as, 'membership', 'putImportPiece', { union, import: id, piece, content })
    const first = granted(await system.ask(chair.as, 'membership', 'openImport', asked))
    expect(first.ofPieces).toBe(piecesOf(file.length))
    granted(await put(first.import, 0, pieceOf(file, 0)))
    granted(await put(first.import, 0, pieceOf(file, 0)))
    expect(codeOf(await put(first.import, 2, pieceOf(file, 2)))).toBe('IMPORT_PIECE_INVALID')
    expect(codeOf(await put(first.import, 1, pieceOf(file, 1).slice(0, 400)))).toBe('IMPORT_PIECE_INVALID')
    const early = { union, import: first.import }
    expect(codeOf(await system.ask(chair.as, 'membership', 'carryImport', early))).toBe('IMPORT_PIECE_INVALID')
    const second = granted(await system.ask(chair.as, 'membership', 'openImport', asked))
    expect(second).toMatchObject({ import: first.import, pieces: 1 })
    const id = await uploaded(system, chair, file, '大.csv')
    expect(id).toBe(first.import)
    const left = await system.runtime.store.find(importPieces, { index: 'byImport', equals: { import: id } })
    expect(left.documents).toEqual([])
  })

  test('decisions that come too late are refused, and what was given up leaves nothing', async () => {
    const { id } = await checkedFile(system, chair, await rosterFile([rosterRow()]))
    const of = { union, import: id }
    granted(await system.ask(chair.as, 'membership', 'cancelImport', of))
    expect(codeOf(await system.ask(chair.as, 'membership', 'applyImport', of))).toBe('IMPORT_CHANGED')
    const pages = await system.runtime.store.find(importPages, { index: 'byImport', equals: { import: id } })
    expect(pages.documents).toEqual([])
  })

  test('columns that cannot be: none for the number, or one for two', async () => {
    const id = await uploaded(system, chair, await rosterFile([rosterRow()]))
    const map = (columns: Record<string, number>) =>
      system.ask(chair.as, 'membership', 'mapImport', { union, import: id, annex: 'roster', headRow: 1, columns })
    for (const columns of [{ name: 1 }, { name: 1, idNumber: 1 }, { name: 1, idNumber: 3, height: 4 }])
      expect(codeOf(await map(columns))).toBe('IMPORT_COLUMNS')
  })
})

test('an import is nobody’s but who began it', async () => {
  const { id } = await checkedFile(system, chair, await rosterFile([rosterRow()]))
  for (const procedure of ['carryImport', 'applyImport', 'cancelImport', 'putReasons'] as const)
    expect(codeOf(await system.ask(battery.as, 'membership', procedure, { union: battery.union, import: id }))).toBe(
      'NOT_FOUND',
    )
  expect(granted(await system.ask(battery.as, 'membership', 'imports', { union: battery.union })).rows).toEqual([])
})

test('a day after its last step an import is gone, with file, rows and record', async () => {
  const { id } = await importedFile(system, chair, await rosterFile([rosterRow()]))
  const file = (await system.runtime.store.get(imports, id))?.file
  system.travel(isoTime(Date.parse(system.runtime.now()) + 25 * 3_600_000))
  await runClock(system.runtime)
  expect(await system.runtime.store.get(imports, id)).toBeUndefined()
  expect(await system.runtime.files.get(file ?? '')).toBeUndefined()
  const pages = await system.runtime.store.find(importPages, { index: 'byImport', equals: { import: id } })
  expect(pages.documents).toEqual([])
})
