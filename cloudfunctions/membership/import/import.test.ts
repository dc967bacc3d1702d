import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { castPeople, castUnions, castUnits } from '../../../local/demo/personas'
import type { PersonId } from '../../../shared/core/ids'
import { type ImportId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { parsePersonId } from '../../../shared/identity/person-id'
import { checkCharacter } from '../../../shared/identity/resident'
import { usccCheckCharacter } from '../../../shared/identity/uscc'
import { rosterColumns } from '../../../shared/roster/annexes'
import { noRows, piecesOf } from '../../../shared/roster/import'
import { confirm, signedInBrowser } from '../../../tests/faults/ready'
import { sent, situations, somebody } from '../../../tests/forms'
import { endedMember, joinedMember, recordOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../../clock/jobs'
import { accountOf } from '../../_kernel/caller'
import { identifierUnder, personLocks } from '../../_kernel/locks'
import { importPages, importPieces, imports } from '../../_kernel/records/imports'
import { membershipEvents } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { openJson } from '../../_kernel/secrets'
import { readAll } from '../../_kernel/workbook/read-all.fixture'
import { workbookParts, zipOf } from '../../_kernel/workbook/zip.fixture'
import { shown } from '../../../shared/roster/cell'
import { membershipFunction } from '../function'
import { sentenceOf } from '../life/history'
import {
  carried,
  checkedFile,
  digestOf,
  importedFile,
  organisationHeads,
  pieceOf,
  rosterCsv,
  rosterFile,
  rosterRow,
  rowsOf,
  tableFile,
  uploaded,
} from './import.fixture'

const union = castUnions.factory.id
const chair = { as: 'demo-factory-chair', union }
const battery = { as: 'demo-battery-chair', union: castUnions.battery.id }
const newForm = { as: 'demo-newform-chair', union: castUnions.newForm.id }
const street = { as: 'demo-street', union: castUnions.street.id }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

type Worker = ReturnType<typeof somebody>

/** Who has this number, if anybody. */
async function personWith({ number }: Pick<Worker, 'number'>): Promise<PersonId | undefined> {
  const id = parsePersonId(number, chinaDay(system.runtime.now()))
  if (!id.ok) throw new Error(id.message)
  const locks = personLocks({ number: id.normalised, documentKind: id.kind }, 'CHN', system.runtime.indexer)
  return (await identifierUnder(system.runtime.store, locks))?.person
}

async function onFile(worker: Pick<Worker, 'number'>) {
  const person = await personWith(worker)
  if (person === undefined) throw new Error('nobody has this number')
  const record = await system.runtime.store.get(persons, person)
  if (record === undefined) throw new Error('a number without its person')
  const place = { collection: 'persons', id: person, field: 'secrets' }
  const secrets = openJson(system.runtime.sealer, place, PersonSecrets, record.secrets)
  return { person, record, secrets, membership: await recordOf(system, person) }
}

/** Somebody whom another union has brought. */
async function broughtElsewhere(): Promise<Worker> {
  const worker = somebody()
  await importedFile(system, newForm, await rosterFile([rosterRow(worker)]))
  return worker
}

async function historyOf(person: PersonId): Promise<readonly string[]> {
  const found = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
  return found.documents.map(sentenceOf)
}

describe('a roster is brought', () => {
  test('many rows are written from a desk only after the phone confirmed this import, once; few without', async () => {
    const desk = await signedInBrowser(system, chair.as)
    const people = Array.from({ length: 101 }, () => rosterRow(somebody()))
    const { id } = await checkedFile(system, chair, await rosterFile(people))
    const few = await checkedFile(system, chair, await rosterFile([rosterRow(somebody())]))
    const write = (of: ImportId, confirmation?: string) =>
      desk.ask('membership', 'applyImport', { union, import: of, confirmation })
    const codeFor = async (of: ImportId) => {
      const act = { kind: 'import-table', union, import: of }
      const shownCode = granted(await desk.ask('session', 'askConfirmation', { act }))
      const seen = granted(await system.ask(chair.as, 'session', 'seeConfirmation', { code: shownCode.code }))
      expect(seen.act).toMatchObject({ kind: 'import-table', unionName: castUnions.factory.name })
      await confirm(system, chair.as, shownCode)
      return shownCode.code
    }
    expect(codeOf(await write(id))).toBe('CONFIRMATION_MISSING')
    expect(codeOf(await write(id, await codeFor(few.id)))).toBe('CONFIRMATION_MISSING')
    expect(codeOf(await write(few.id))).toBe('OK')
    expect(codeOf(await write(id, await codeFor(id)))).toBe('OK')
    expect((await carried(system, chair, id)).applied.new).toBe(101)
  })

  test('its columns are found, its rows shown before anything is written, and written once', async () => {
    const people = [somebody(), somebody(), somebody()]
    const file = await rosterFile(people.map((worker) => rosterRow(worker, { office: '工会小组长' })))
    const { id, columns, view } = await checkedFile(system, chair, file)
    expect(columns).toMatchObject({ annex: 'roster', headRow: 1, columns: { name: 1, idNumber: 3, office: 10 } })
    expect(JSON.stringify(columns.heads)).not.toContain(people[0]?.number)
    expect(view).toMatchObject({ state: 'checked', rows: 3, checked: { ...noRows, new: 3 } })
    expect(await Promise.all(people.map(personWith))).toEqual([undefined, undefined, undefined])
    expect((await rowsOf(system, chair, id, 'new'))[0]).toMatchObject({ row: 2, name: '测*人' })

    granted(await system.ask(chair.as, 'membership', 'applyImport', { union, import: id }))
    expect(await carried(system, chair, id)).toMatchObject({ state: 'done', done: 3, applied: { ...noRows, new: 3 } })
    const [first = somebody()] = people
    const { person, record, secrets, membership } = await onFile(first)
    expect(secrets).toMatchObject({ name: first.name, mobile: first.mobile, sex: expect.any(String) })
    expect(record).toMatchObject({ education: 'bachelor', household: 'rural', nationality: 'CHN' })
    expect(record.account).toBeUndefined()
    expect(membership).toMatchObject({
      union,
      state: 'active',
      household: 'rural',
      unit: castUnits.factory.id,
      employment: '在岗',
      category: '在职职工',
      office: '工会小组长',
    })
    expect(await historyOf(person)).toEqual([`按花名册登记为${castUnions.factory.name}的会员`])

    const again = await importedFile(system, chair, file)
    expect(again.view).toMatchObject({
      state: 'done',
      checked: { ...noRows, same: 3 },
      applied: { ...noRows, same: 3 },
    })
    expect(await historyOf(person)).toHaveLength(1)
  })

  test('a table without 担任工会职务 takes nobody’s away', async () => {
    const worker = somebody()
    await importedFile(system, chair, await rosterFile([rosterRow(worker, { office: '女职工委员' })]))
    const heads = rosterColumns.map(({ heading }) => heading).slice(0, -1)
    const row = rosterRow(worker, { education: '硕士' }).slice(0, -1)
    const { view } = await importedFile(system, chair, await tableFile(heads, [row]))
    expect(view.applied).toEqual({ ...noRows, changed: 1 })
    expect((await onFile(worker)).membership.office).toBe('女职工委员')
    await importedFile(system, chair, await rosterFile([rosterRow(worker, { education: '硕士' })]))
    expect((await onFile(worker)).membership.office).toBeUndefined()
  })

  test('as CSV, in UTF-8 and in GB18030, it says the same', async () => {
    const worker = somebody()
    const utf8 = await checkedFile(system, chair, Buffer.from(`\uFEFF${rosterCsv([rosterRow(worker)])}`))
    expect(utf8.view.checked).toEqual({ ...noRows, new: 1 })
    const kept = readFileSync(join(__dirname, '../../_kernel/workbook/fixtures/libreoffice-gb18030.csv'))
    const { id, columns, view } = await checkedFile(system, chair, kept)
    expect(columns).toMatchObject({ annex: 'roster', headRow: 5 })
    expect(view).toMatchObject({ state: 'checked', rows: 3 })
    const [digits] = await rowsOf(system, chair, id, 'refused')
    expect(digits?.reason).toMatch(/身份证号码：存成了数字/)
  })

  test('what a member said themselves stays, what the roster says otherwise is shown and written', async () => {
    const { worker, person, as } = await joinedMember(system)
    const row = rosterRow(worker, { mobile: '13900000001', household: '城镇', unit: '别的单位', employment: '在岗' })
    const { id, view } = await checkedFile(system, chair, await rosterFile([row]))
    expect(view.checked).toEqual({ ...noRows, changed: 1 })
    expect(await rowsOf(system, chair, id, 'changed')).toMatchObject([
      {
        changes: [
          { heading: '学历', before: '中专、技校', after: '本科' },
          { heading: '户籍类型', before: '农村（农业）', after: '城镇（非农业）' },
        ],
        notes: ['手机号由本人用微信验证过，没有改'],
      },
    ])
    granted(await system.ask(chair.as, 'membership', 'applyImport', { union, import: id }))
    await carried(system, chair, id)
    const { record, secrets, membership } = await onFile(worker)
    expect(record).toMatchObject({ education: 'bachelor', household: 'urban' })
    expect(membership.household).toBe('urban')
    expect(secrets.mobile).toBe(worker.mobile)
    expect(await historyOf(person)).toContain(`经${castUnions.factory.name}核对，更正了资料`)
    const { notices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('按花名册更新了您的学历、户籍类型')
  })

  test('whoever was brought without WeChat gets another phone, another unit and another kind of work by the next roster', async () => {
    const by = newForm
    const worker = somebody()
    await importedFile(system, by, await rosterFile([rosterRow(worker, { unit: '甲公司' })]))
    const before = await onFile(worker)
    expect(before.membership).toMatchObject({ unitName: '甲公司', category: '在职职工' })
    const row = rosterRow(worker, { unit: '乙公司', employment: '劳务派遣', mobile: '13900000002' })
    const { view } = await importedFile(system, by, await rosterFile([row]))
    expect(view.applied).toEqual({ ...noRows, changed: 1 })
    const after = await onFile(worker)
    expect(after.membership).toMatchObject({ unitName: '乙公司', employment: '劳务派遣', category: '劳务派遣' })
    expect(after.membership.memberNumber).toBe(before.membership.memberNumber)
    expect(after.secrets.mobile).toBe('13900000002')
    expect(await historyOf(before.person)).toEqual(
      expect.arrayContaining([expect.stringContaining('工作单位从甲公司改成乙公司')]),
    )
  })
})

describe('a row is refused, and says why', () => {
  const known = { name: castPeople.known.name, number: castPeople.known.number, mobile: castPeople.known.mobile }
  test.each<[string, () => Promise<Worker> | Worker, Record<string, string | number>, RegExp]>([
    ['a number that lost its digits', () => somebody(), { idNumber: 370202199003070000 }, /身份证号码：存成了数字/],
    ['a wrong number', () => somebody(), { idNumber: '370202199003070027' }, /身份证号码：/],
    ['a sex that the number contradicts', () => ({ ...known }), { sex: '女' }, /性别：与身份证号码不一致/],
    ['a child', () => ({ ...castPeople.tooYoung }), { sex: '男' }, /未满 16 周岁/],
    ['no education', () => somebody(), { education: '' }, /学历：没有填/],
    ['a member of another union', () => broughtElsewhere(), {}, /已在其他工会入会，请走转会$/],
    ['somebody who has applied', () => ({ ...castPeople.applying }), {}, /有一份入会申请正在办/],
    ['another name for a number on file', () => ({ ...known }), { name: '郑小山' }, /^姓名：姓名和证件号码对不上/],
    [
      'the number of somebody who left, typed with another name',
      async () => (await endedMember(system)).worker,
      { name: '郑小山' },
      /^姓名：姓名和证件号码对不上，[^会]*会提更正$/,
    ],
    [
      'the number of an applicant, typed with another name',
      () => ({ ...castPeople.applying }),
      { name: '郑小山' },
      /^姓名：姓名和证件号码对不上/,
    ],
    ['somebody who left', async () => (await endedMember(system)).worker, {}, /以前的会籍已经结束/],
  ])('%s', async (_, who, change, reason) => {
    const row = rosterRow({ ...(await who()) }, change)
    const { id, view } = await checkedFile(system, chair, await rosterFile([row, rosterRow()]))
    expect(view.checked).toEqual({ ...noRows, new: 1, refused: 1 })
    const [refused] = await rowsOf(system, chair, id, 'refused')
    expect(refused?.reason).toMatch(reason)
    expect(refused?.reason).not.toContain('澜屿')
  })

  test('a number that ends in noughts, above the first that lost its digits', async () => {
    const days = Array.from({ length: 22 }, (_, day) => `37020219910${310 + day}100`)
    const first = days.find((day) => checkCharacter(day) === '0')
    if (first === undefined) throw new Error('no such number')
    const ending = rosterRow({ ...somebody(), number: `${first}0` })
    const lost = rosterRow(somebody(), { idNumber: 370202199003070000 })
    const others = Array.from({ length: 100 }, () => rosterRow())
    const whole = await checkedFile(system, newForm, await rosterFile([rosterRow(), ending]))
    expect(whole.view.checked).toEqual({ ...noRows, new: 2 })
    const { id, view } = await checkedFile(system, newForm, await rosterFile([ending, ...others, lost]))
    expect(view).toMatchObject({ state: 'checked', rows: 102, checked: { ...noRows, new: 100, refused: 2 } })
    const reasons = (await rowsOf(system, newForm, id, 'refused')).map(({ reason }) => reason)
    expect(reasons).toEqual(reasons.map(() => expect.stringContaining('身份证号码：存成了数字')))
  })

  test('the same person twice in one file', async () => {
    const worker = somebody()
    const { id, view } = await checkedFile(system, chair, await rosterFile([rosterRow(worker), rosterRow(worker)]))
    expect(view.checked).toEqual({ ...noRows, new: 1, refused: 1 })
    expect((await rowsOf(system, chair, id, 'refused'))[0]?.reason).toMatch(/与本文件的另一行重复（第 2 行）/)
  })

  test('the file comes back as it was, with the reasons behind it, and can be brought again', async () => {
    const bad = rosterRow(somebody(), { education: '天才' })
    const { id } = await checkedFile(system, chair, await rosterFile([rosterRow(), bad]))
    const { pieces } = granted(await system.ask(chair.as, 'membership', 'putReasons', { union, import: id }))
    const parts: Buffer[] = []
    for (let piece = 0; piece < pieces; piece++) {
      const got = granted(await system.ask(chair.as, 'membership', 'reasonsPiece', { union, import: id, piece }))
      expect(got.fileName).toBe('花名册_未导入原因.xlsx')
      parts.push(Buffer.from(got.content, 'base64url'))
    }
    const back = Buffer.concat(parts)
    const read = await readAll(back)
    if (!read.ok) throw new Error(read.code)
    const [heads, fine, refused] = read.rows.map(({ cells }) => cells.map(shown))
    expect(heads?.[11]).toBe('未导入原因')
    expect(fine).toHaveLength(10)
    expect(refused?.[11]).toMatch(/^学历：请填：小学/)
    const again = await checkedFile(system, chair, back)
    expect(again.view.checked).toEqual({ ...noRows, new: 1, refused: 1 })
  })
})

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
    for (const worker of people) expect(await historyOf((await onFile(worker)).person)).toHaveLength(1)
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
    const entered = (await Promise.all(people.map(personWith))).filter((person) => person !== undefined)
    expect(entered.length).toBeGreaterThan(0)
    expect(entered.length).toBeLessThan(40)

    system.travel(isoTime(Date.parse(system.runtime.now()) + 5 * 60_000))
    await runClock(system.runtime)
    expect(await carried(system, chair, id)).toMatchObject({ state: 'done', applied: { ...noRows, new: 40 } })
    for (const worker of people) expect(await historyOf((await onFile(worker)).person)).toHaveLength(1)
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

/** An officer brings so many files a day and no more. */
const tomorrow = () => system.travel(isoTime(Date.parse(system.runtime.now()) + 24 * 3_600_000))

describe('a file that cannot be read is refused with a clear word', () => {
  beforeAll(tomorrow)

  const noise = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])
  test.each<[string, () => Buffer, RegExp]>([
    ['an old workbook', () => fixture('libreoffice.xls'), /旧格式/],
    ['another kind of table', () => fixture('libreoffice.ods'), /不是能读的表格/],
    ['a picture', () => noise, /不是能读的表格/],
    ['a workbook that was cut off', () => fixture('libreoffice.xlsx').subarray(0, 4000), /文件坏了/],
    [
      'a bomb',
      () =>
        zipOf(
          workbookParts('').map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, text: Buffer.alloc(60_000_000, '<x y="1"/>') } : part,
          ),
        ),
      /展开会大得离谱/,
    ],
    [
      'links to other files',
      () => zipOf([...workbookParts(''), { name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink/>' }]),
      /引用了别的文件/,
    ],
    ['a text that is none', () => Buffer.from('姓名,\xff\xfe', 'latin1'), /文字编码/],
  ])('%s', async (_, file, sentence) => {
    const id = await uploaded(system, chair, file())
    expect(await carried(system, chair, id)).toMatchObject({
      state: 'refused',
      refused: expect.stringMatching(sentence),
    })
  })

  test('a file that is not what was announced', async () => {
    const [one, other] = [Buffer.from('姓名,性别'), Buffer.from('姓名,学历')]
    const asked = { union, fileName: '表.csv', bytes: one.length, digest: digestOf(other) }
    const { import: id } = granted(await system.ask(chair.as, 'membership', 'openImport', asked))
    const content = one.toString('base64url')
    granted(await system.ask(chair.as, 'membership', 'putImportPiece', { union, import: id, piece: 0, content }))
    expect(await carried(system, chair, id)).toMatchObject({ state: 'refused', refused: expect.stringMatching(/坏了/) })
  })

  const fixture = (name: string) => readFileSync(join(__dirname, '../../_kernel/workbook/fixtures', name))
})

describe('the table of unions (附件 1)', () => {
  const first = '91370202MA3C4Q5T0'
  const code = first + usccCheckCharacter(first)
  const second = '91370202MA3C4Q5T1'
  const other = second + usccCheckCharacter(second)
  const row = (change: Record<string, string | number>) => {
    const said: Readonly<Record<string, string | number>> = {
      单位名称: '示例单位',
      单位组织机构代码证: code,
      单位性质: '私营经济',
      单位地址: '市南区中山路 8 号',
      职工人数: 88,
      工会名称: castUnions.factory.name,
      建会时间: '2001-05-06',
      工会类型: '单建',
      会员人数: 3,
      工会负责人: '赵海青',
      联系电话: '0532-85912345',
      备注: '',
      ...change,
    }
    return organisationHeads.map((heading) => said[heading] ?? '')
  }

  test('told fields of unions below are written; what is not known says how to found it', async () => {
    const file = await tableFile(organisationHeads, [
      row({}),
      row({ 工会名称: '没有这个工会', 单位组织机构代码证: other }),
    ])
    const { id, columns, view } = await checkedFile(system, street, file)
    expect(columns.annex).toBe('organisation')
    const refused = await rowsOf(system, street, id, 'refused')
    expect(refused.map(({ reason }) => reason).join()).toMatch(/本会下面没有叫这个名称的工会/)
    expect(view.checked).toEqual({ ...noRows, changed: 1, refused: 1 })
    granted(await system.ask(street.as, 'membership', 'applyImport', { union: street.union, import: id }))
    await carried(system, street, id)
    const record = await system.runtime.store.get(unions, union)
    expect(record).toMatchObject({ address: '市南区中山路 8 号', foundedOn: '2001-05-06', phone: '0532-85912345' })
    expect(await system.runtime.store.get(units, castUnits.factory.id)).toMatchObject({ staff: 88, uscc: code })
    const { rows } = granted(await system.ask(street.as, 'registry', 'registryHistory', { union }))
    expect(rows.map(({ what }) => what)).toContainEqual(
      expect.objectContaining({ kind: 'field', field: 'address', after: '市南区中山路 8 号' }),
    )
    const again = await checkedFile(system, street, file)
    expect(again.view.checked).toEqual({ ...noRows, same: 1, refused: 1 })
  })

  test('a union that ended after the file was checked is told nothing any more', async () => {
    const { store } = system.runtime
    const { id, view } = await checkedFile(
      system,
      street,
      await tableFile(organisationHeads, [row({ 单位地址: '中山路 9 号' })]),
    )
    expect(view.checked).toEqual({ ...noRows, changed: 1 })
    const before = await store.get(unions, union)
    if (before === undefined) throw new Error('the factory has no union')
    const ended: UnionRecord = { ...before, status: 'dissolved' }
    await store.transact((tx) => tx.put(unions, ended))
    granted(await system.ask(street.as, 'membership', 'applyImport', { union: street.union, import: id }))
    expect((await carried(system, street, id)).applied).toEqual({ ...noRows, refused: 1 })
    expect((await store.get(unions, union))?.address).toBe(before.address)
    await store.transact((tx) => tx.put(unions, before))
  })

  test('another name with the code of a unit below is that unit’s union, and the row says so', async () => {
    const { id } = await checkedFile(system, street, await tableFile(organisationHeads, [row({ 工会名称: '旧名称' })]))
    const [same] = await rowsOf(system, street, id, 'same')
    expect(same?.notes).toContain('工会名称和登记的不一样，是按单位代码对上的；名称没有改')
  })

  test('a union of another line is not known', async () => {
    const said = row({ 工会名称: castUnions.battery.name, 单位组织机构代码证: other })
    const file = await tableFile(organisationHeads, [said])
    const { view } = await checkedFile(system, street, file)
    expect(view.checked).toEqual({ ...noRows, refused: 1 })
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

test('somebody who has applied to join is not entered by a file, and joins by their application', async () => {
  const worker = somebody()
  await sent(system, system.newcomer(), worker, situations.workshop)
  const { view } = await importedFile(system, chair, await rosterFile([rosterRow(worker)]))
  expect(view.applied).toEqual({ ...noRows, refused: 1 })
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
