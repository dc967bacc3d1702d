import { castUnions, castUnits } from '../../../local/demo/personas'
import { usccCheckCharacter } from '../../../shared/identity/uscc'
import { noRows } from '../../../shared/roster/import'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { carried, checkedFile, organisationHeads, rowsOf, tableFile } from './import.fixture'

const union = castUnions.factory.id
const street = { as: 'demo-street', union: castUnions.street.id }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

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
