import fc from 'fast-check'
import { castUnions } from '../../../local/demo/personas'
import { PersonId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { noRows } from '../../../shared/roster/import'
import { organisationColumns, rosterColumns } from '../../../shared/roster/annexes'
import { unguarded } from '../../../shared/roster/guarded-text'
import type { Value } from '../../../shared/roster/layout'
import { reportedUnion } from '../../../tests/faults/of-figures'
import { confirm, inOffice, signedInBrowser } from '../../../tests/faults/ready'
import { somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { exportPages, exports, MemberRow } from '../../_kernel/records/exports'
import { membershipEvents, memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { auditEntries } from '../../_kernel/records/upkeep'
import { carryOnExports, forgetExports } from './clock'
import { gatherMembers } from './gather-members'
import {
  checkedFile,
  importedFile,
  rosterFile,
  rosterRow,
  rowsOf as changesIn,
  tableFile,
  type Bringer,
} from '../import/import.fixture'
import { gathered, opened, openedExport, readyExport, reason, sealedFile } from './export.fixture'

const union = castUnions.factory.id
const chair = { as: 'demo-factory-chair', union }
const battery: Bringer = { as: 'demo-battery-chair', union: castUnions.battery.id }
const changxing = castUnions.changxingStreet.id
const rosterHeads = rosterColumns.map(({ heading }) => heading)

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const recordOf = (id: Parameters<typeof gathered>[2]) => system.runtime.store.get(exports, id)
const texts = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(String))

/** What stands below the headings and above the notes. */
function tableOf(rows: readonly (readonly unknown[])[], headings: readonly string[]) {
  const head = rows.findIndex((row) => row[1] === headings[1])
  const below = rows.slice(head + 1)
  const end = below.findIndex((row) => typeof row[0] !== 'number')
  return below.slice(0, end === -1 ? undefined : end)
}

describe('a roster is exported', () => {
  test('as annex 3: encrypted, with who examined it and for whom it was made', async () => {
    const person = somebody()
    await importedFile(system, chair, await rosterFile([rosterRow(person, { office: '=1+1' })]))
    const id = await readyExport(system, chair)
    const file = await sealedFile(system, chair, id)
    expect(file.fileName).toMatch(/^附件3 会员花名册_.*\.xlsx$/)
    expect(file.bytes.subarray(0, 4).toString('hex')).toBe('d0cf11e0')
    const rows = texts(await opened(file))
    expect(rows[0]?.[0]).toMatch(/基层工会会员花名册$/)
    expect(rows.some((row) => row.includes(person.number) && row.includes(`'=1+1`))).toBe(true)
    const notes = rows.map(([first]) => first).filter((first) => first?.startsWith('注：'))
    expect(notes).toEqual([
      expect.stringContaining('未审核'),
      expect.stringMatching(/^注：仅供.* 主席 使用 \d{4}-\d\d-\d\d \d\d:\d\d 编号 /),
    ])
  })

  test('and brought in again it changes nothing, whatever people are called and do', async () => {
    const word = fc.stringMatching(/^[\p{Script=Han}=+@'-]{1,8}$/u).filter((text) => /\p{Script=Han}/u.test(text))
    const anybody = fc.record({
      name: fc.stringMatching(/^\p{Script=Han}{2,6}$/u),
      education: fc.constantFrom('小学', '初中', '高中', '大专', '本科'),
      household: fc.constantFrom('农村', '城镇'),
      employment: word,
      office: fc.oneof(fc.constant(''), word),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anybody, { minLength: 1, maxLength: 6 }), async (people) => {
        const brought = people.map((change) => rosterRow(somebody(), change))
        await importedFile(system, battery, await rosterFile(brought))
        const rows = tableOf(
          await opened(await sealedFile(system, battery, await readyExport(system, battery))),
          rosterHeads,
        )
        const again = await checkedFile(system, battery, await tableFile(rosterHeads, rows.map(asValues)))
        expect(await changesIn(system, battery, again.id, 'changed')).toEqual([])
        expect(again.view.checked).toEqual({ ...noRows, same: rows.length })
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  test('for the province’s platform it has the headings in its first row and nothing below its last', async () => {
    const id = await readyExport(system, chair, { form: 'platform' })
    const rows = await opened(await sealedFile(system, chair, id))
    expect(rows[0]).toEqual(rosterHeads)
    expect(rows).toHaveLength(1 + ((await recordOf(id))?.rows ?? 0))
  })
})

const asValues = (row: readonly unknown[]): readonly Value[] =>
  row.map((cell) => (typeof cell === 'number' ? cell : unguarded(String(cell))))

test('annex 2 has the letter of the region and everybody who signed it', async () => {
  const id = await readyExport(system, chair, { annex: 'letter' })
  const [title, letter, headings] = texts(await opened(await sealedFile(system, chair, id)))
  expect(title?.[0]).toBe('中华全国总工会入会申请书')
  expect(letter?.[0]).toContain('我自愿加入中华全国总工会')
  expect(headings).toHaveLength(10)
})

test('annex 1 has a union and everything below it, each township together', async () => {
  const street = { as: 'demo-street', union: castUnions.street.id }
  const id = await readyExport(system, street, { annex: 'organisation' })
  const rows = tableOf(
    await opened(await sealedFile(system, street, id)),
    organisationColumns.map(({ heading }) => heading),
  )
  expect(rows[0]?.[6]).toBe(castUnions.street.name)
  expect(new Set(rows.map((row) => row[6])).size).toBe(rows.length)
  expect(rows).toHaveLength((await recordOf(id))?.rows ?? 0)
})

describe('only what was checked goes up', () => {
  test('the roster of a union below is had once its report is in order, and no more when it has gone back', async () => {
    const { below, period, checker } = await reportedUnion(system)
    const asking = { union: changxing, of: below, annex: 'roster', form: 'annex', reason }
    expect(codeOf(await system.ask(checker, 'membership', 'openExport', asking))).toBe('EXPORT_UNCHECKED')
    const verdict = { kind: 'check' }
    granted(
      await system.ask(checker, 'membership', 'checkReport', { union: changxing, below, period, seen: 1, verdict }),
    )
    const by = { as: checker, union: changxing }
    const rows = texts(await opened(await sealedFile(system, by, await readyExport(system, by, { of: below }))))
    const checks = rows.map(([first]) => first).find((first) => first?.startsWith('注：审核情况'))
    expect(checks).toContain(`${castUnions.changxingStreet.name}：已审核（${chinaDay(system.runtime.now())}）`)
    expect(checks).not.toContain('变动')

    const moved = {
      _id: 'moved-since',
      person: PersonId.parse('person-moved-since'),
      kind: 'moved',
      unionName: '下级',
    } as const
    const at = isoTime(Date.parse(system.runtime.now()) + 1)
    await system.runtime.store.insert(membershipEvents, { ...moved, at, union: below })
    const later = texts(await opened(await sealedFile(system, by, await readyExport(system, by, { of: below }))))
    expect(later.flat().join()).toContain('，此后变动 1 处')
    const list = granted(await system.ask(checker, 'membership', 'exportable', { union: changxing }))
    expect(list.platform).toBe('浙江工会业务平台')
    expect(list.rows.find((row) => row.union === below)?.checked).toBe(true)
    const back = { kind: 'return', reason: '人数请再核对' }
    granted(
      await system.ask(checker, 'membership', 'checkReport', {
        union: changxing,
        below,
        period,
        seen: 2,
        verdict: back,
      }),
    )
    expect(codeOf(await system.ask(checker, 'membership', 'openExport', asking))).toBe('EXPORT_UNCHECKED')
  })

  test('a union beside or above is nobody’s to export', async () => {
    const of = castUnions.street.id
    const asking = { union, of, annex: 'roster', form: 'annex', reason }
    expect(codeOf(await system.ask(chair.as, 'membership', 'openExport', asking))).toBe('NOT_FOUND')
  })
})

describe('a password', () => {
  test('is told once, kept nowhere, and another one when the file is made again', async () => {
    const id = await readyExport(system, chair)
    const [first, second] = [await sealedFile(system, chair, id), await sealedFile(system, chair, id)]
    expect(second.password).not.toBe(first.password)
    await expect(opened({ bytes: second.bytes, password: first.password })).rejects.toThrow()
    expect(JSON.stringify(await recordOf(id))).not.toContain(second.password)
    expect((await recordOf(id))?.files).toHaveLength(1)
  })

  test('is told at a desk only after the phone confirmed this table, once', async () => {
    const [id, other] = [await readyExport(system, chair), await readyExport(system, chair)]
    const desk = await signedInBrowser(system, chair.as)
    const seal = (confirmation?: string) =>
      desk.ask('membership', 'sealExport', { union, export: id, part: 0, confirmation })
    expect(codeOf(await seal())).toBe('CONFIRMATION_MISSING')
    const codeFor = async (table: string) => {
      const act = { kind: 'export-table', union, export: table }
      const shown = granted(await desk.ask('session', 'askConfirmation', { act }))
      const seen = granted(await system.ask(chair.as, 'session', 'seeConfirmation', { code: shown.code }))
      expect(seen.act).toMatchObject({ annex: 'roster', ofName: castUnions.factory.name })
      await confirm(system, chair.as, shown)
      return shown.code
    }
    expect(codeOf(await seal(await codeFor(other)))).toBe('CONFIRMATION_MISSING')
    const code = await codeFor(id)
    expect(granted(await seal(code)).password).toMatch(/^[A-Z2-9-]{23}$/)
    expect(codeOf(await seal(code))).toBe('CONFIRMATION_MISSING')
  })
})

test('what for is asked, and stands in the trail with every file', async () => {
  const asking = { union, of: union, annex: 'roster', form: 'annex', reason: ' ' }
  expect(codeOf(await system.ask(chair.as, 'membership', 'openExport', asking))).toBe('BAD_INPUT')
  const id = await readyExport(system, chair)
  await sealedFile(system, chair, id)
  const found = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject: id } })
  expect(found.documents.map(({ action }) => action).sort()).toEqual(['export.open', 'export.seal'])
})

test('whoever changes state, joins or leaves while a roster is gathered stands in it once, as they are at the end', async () => {
  const at = { as: 'demo-battery-chair', union: castUnions.battery.id }
  const people = Array.from({ length: 9 }, () => somebody())
  await importedFile(system, at, await rosterFile(people.map((one) => rosterRow(one))))
  const { store } = system.runtime
  const members = (
    await store.find(memberships, { index: 'byUnion', equals: { union: at.union, state: 'active' }, limit: 1000 })
  ).documents
  const [first, , ...others] = members
  const last = others.at(-1)
  if (first === undefined || last === undefined) throw new Error('nobody was brought')
  system.travel(isoTime(Date.parse(system.runtime.now()) + 60_000))
  const id = await openedExport(system, at)
  system.travel(isoTime(Date.parse(system.runtime.now()) + 1_000))
  const now = system.runtime.now()
  const ports = { ...system.runtime, now, today: chinaDay(now) }
  const change = (member: MembershipRecord, state: MembershipRecord['state']) =>
    store.transact(async (tx) => {
      const updatedAt = system.runtime.now()
      await tx.put(memberships, { ...member, state, updatedAt })
      const _id = `${member._id}:${state}`
      const event = { _id, person: member._id, at: updatedAt, kind: 'retained' as const, union: at.union }
      await tx.put(membershipEvents, { ...event, unionName: castUnions.battery.name })
    })
  await change(last, 'retained')
  let job = await recordOf(id)
  const rows: unknown[] = []
  for (let position = job?.position, step = 0; job !== undefined && position !== undefined; step++) {
    const more = await gatherMembers(job, position, { limit: 3, before: rows }, ports)
    rows.push(...more.rows)
    position = more.position
    // Through the first page of the active, and then through all of them.
    if (step === 0) await change(first, 'retained')
    if (position?.kind === 'list' && position.at === 1 && position.cursor === undefined) await change(last, 'active')
    job = await recordOf(id)
  }
  const listed = rows.map((row) => MemberRow.parse(row).person)
  const there = await Promise.all(
    (['active', 'retained'] as const).map((state) =>
      store.find(memberships, { index: 'byUnion', equals: { union: at.union, state }, limit: 1000 }),
    ),
  )
  expect([...listed].sort()).toEqual(there.flatMap(({ documents }) => documents.map(({ _id }) => _id)).sort())
})

test('an export is its officer’s alone', async () => {
  const id = await readyExport(system, chair)
  const { as } = await inOffice(system, union, 'organiser')
  expect(codeOf(await system.ask(as, 'membership', 'carryExport', { union, export: id }))).toBe('NOT_FOUND')
  expect(codeOf(await system.ask(as, 'membership', 'sealExport', { union, export: id, part: 0 }))).toBe('NOT_FOUND')
})

test('whoever leaves finds it gathered; a day later rows and files are gone, and that there was an export stays', async () => {
  const id = await openedExport(system, chair)
  const later = (hours: number) => ({
    ...system.runtime,
    now: () => isoTime(Date.parse(system.runtime.now()) + hours * 3_600_000),
  })
  expect(await carryOnExports(later(1))).toBeGreaterThan(0)
  expect(await gathered(system, chair, id)).toMatchObject({ state: 'ready' })
  const { part, file } = {
    part: 0,
    ...(await sealedFile(system, chair, id)),
    file: (await recordOf(id))?.files[0]?.file,
  }
  await forgetExports(later(48))
  expect(await recordOf(id)).toMatchObject({ state: 'removed', files: [] })
  const pages = await system.runtime.store.find(exportPages, { index: 'byExport', equals: { export: id } })
  expect(pages.documents).toEqual([])
  expect(await system.runtime.files.get(file ?? '')).toBeUndefined()
  expect(codeOf(await system.ask(chair.as, 'membership', 'exportPiece', { union, export: id, part, piece: 0 }))).toBe(
    'NOT_FOUND',
  )
})

test('two who carry it on at once gather every row once', async () => {
  const id = await openedExport(system, chair)
  await Promise.all([1, 2, 3].map(() => gathered(system, chair, id)))
  const record = await recordOf(id)
  const pages = await system.runtime.store.find(exportPages, { index: 'byExport', equals: { export: id } })
  expect(pages.documents).toHaveLength(record?.pages ?? -1)
})
