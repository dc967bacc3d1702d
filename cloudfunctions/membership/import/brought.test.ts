import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { castUnions, castUnits } from '../../../local/demo/personas'
import type { ImportId } from '../../../shared/core/ids'
import { rosterColumns } from '../../../shared/roster/annexes'
import { noRows } from '../../../shared/roster/import'
import { confirm, signedInBrowser } from '../../../tests/faults/ready'
import { sent, situations, somebody } from '../../../tests/forms'
import { joinedMember } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import {
  carried,
  checkedFile,
  importedFile,
  rosterCsv,
  rosterFile,
  rosterRow,
  rowsOf,
  tableFile,
  organisationHeads,
} from './import.fixture'
import { historyOf, onFile, personWith } from './on-file.fixture'
import { usccCheckCharacter } from '../../../shared/identity/uscc'
import { unions, units, type UnionRecord } from '../../_kernel/records/registry'

const union = castUnions.factory.id
const chair = { as: 'demo-factory-chair', union }
const newForm = { as: 'demo-newform-chair', union: castUnions.newForm.id }
const street = { as: 'demo-street', union: castUnions.street.id }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

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
    expect(await Promise.all(people.map((worker) => personWith(system, worker)))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect((await rowsOf(system, chair, id, 'new'))[0]).toMatchObject({ row: 2, name: '测*人' })

    granted(await system.ask(chair.as, 'membership', 'applyImport', { union, import: id }))
    expect(await carried(system, chair, id)).toMatchObject({ state: 'done', done: 3, applied: { ...noRows, new: 3 } })
    const [first = somebody()] = people
    const { person, record, secrets, membership } = await onFile(system, first)
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
    expect(await historyOf(system, person)).toEqual([`按花名册登记为${castUnions.factory.name}的会员`])

    const again = await importedFile(system, chair, file)
    expect(again.view).toMatchObject({
      state: 'done',
      checked: { ...noRows, same: 3 },
      applied: { ...noRows, same: 3 },
    })
    expect(await historyOf(system, person)).toHaveLength(1)
  })

  test('a table without 担任工会职务 takes nobody’s away', async () => {
    const worker = somebody()
    await importedFile(system, chair, await rosterFile([rosterRow(worker, { office: '女职工委员' })]))
    const heads = rosterColumns.map(({ heading }) => heading).slice(0, -1)
    const row = rosterRow(worker, { education: '硕士' }).slice(0, -1)
    const { view } = await importedFile(system, chair, await tableFile(heads, [row]))
    expect(view.applied).toEqual({ ...noRows, changed: 1 })
    expect((await onFile(system, worker)).membership.office).toBe('女职工委员')
    await importedFile(system, chair, await rosterFile([rosterRow(worker, { education: '硕士' })]))
    expect((await onFile(system, worker)).membership.office).toBeUndefined()
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
    const { record, secrets, membership } = await onFile(system, worker)
    expect(record).toMatchObject({ education: 'bachelor', household: 'urban' })
    expect(membership.household).toBe('urban')
    expect(secrets.mobile).toBe(worker.mobile)
    expect(await historyOf(system, person)).toContain(`经${castUnions.factory.name}核对，更正了资料`)
    const { notices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('按花名册更新了您的学历、户籍类型')
  })

  test('whoever was brought without WeChat gets another phone, another unit and another kind of work by the next roster', async () => {
    const by = newForm
    const worker = somebody()
    await importedFile(system, by, await rosterFile([rosterRow(worker, { unit: '甲公司' })]))
    const before = await onFile(system, worker)
    expect(before.membership).toMatchObject({ unitName: '甲公司', category: '在职职工' })
    const row = rosterRow(worker, { unit: '乙公司', employment: '劳务派遣', mobile: '13900000002' })
    const { view } = await importedFile(system, by, await rosterFile([row]))
    expect(view.applied).toEqual({ ...noRows, changed: 1 })
    const after = await onFile(system, worker)
    expect(after.membership).toMatchObject({ unitName: '乙公司', employment: '劳务派遣', category: '劳务派遣' })
    expect(after.membership.memberNumber).toBe(before.membership.memberNumber)
    expect(after.secrets.mobile).toBe('13900000002')
    expect(await historyOf(system, before.person)).toEqual(
      expect.arrayContaining([expect.stringContaining('工作单位从甲公司改成乙公司')]),
    )
  })
})

test('somebody who has applied to join is not entered by a file, and joins by their application', async () => {
  const worker = somebody()
  await sent(system, system.newcomer(), worker, situations.workshop)
  const { view } = await importedFile(system, chair, await rosterFile([rosterRow(worker)]))
  expect(view.applied).toEqual({ ...noRows, refused: 1 })
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
