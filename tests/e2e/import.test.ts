import { readFileSync } from 'node:fs'
import { castPeople, castUnions } from '../../local/demo/personas'
import { readAll } from '../../cloudfunctions/_kernel/workbook/read-all.fixture'
import { rosterCsv, rosterFile, rosterRow } from '../../cloudfunctions/membership/import/import.fixture'
import { shown } from '../../shared/roster/cell'
import { somebody } from '../forms'
import type { Phone } from './phone'
import { stage } from './stage'

jest.setTimeout(600_000)
const { phoneOf } = stage()
const union = castUnions.factory.id

async function choose(phone: Phone, name: string, content: Uint8Array): Promise<void> {
  const chosen = phone.page.waitForEvent('filechooser')
  await phone.tap('import-choose')
  await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
}

test('a chair brings the roster on a desk: columns, what would come of it, the file with reasons, and it is written', async () => {
  const desk = await phoneOf('factory-chair', `/officer/workbench/index?union=${union}`, { width: 1280, height: 900 })
  await desk.tap('workbench-import')
  await desk.sees('import-choose')
  await desk.picture('import-choose-desk')
  const people = [somebody('19850101'), somebody('19860202'), somebody('19870303')]
  const file = await rosterFile([
    ...people.map((worker) => rosterRow(worker)),
    rosterRow(somebody('19880404'), { idNumber: 370202198804040000 }),
    rosterRow({ ...castPeople.retained }, { name: '马小翔' }),
    rosterRow({ ...castPeople.known }, { education: '博士' }),
  ])
  await choose(desk, '花名册.xlsx', file)
  await desk.sees('import-column-idNumber')
  await desk.picture('import-columns-desk')
  await desk.tap('import-map')
  await desk.sees('import-counts')
  await desk.reads(/存成了数字/)
  await desk.picture('import-checked-desk')

  const download = desk.page.waitForEvent('download')
  await desk.tap('import-reasons')
  const saved = await download
  expect(saved.suggestedFilename()).toBe('花名册_未导入原因.xlsx')
  const read = await readAll(readFileSync(await saved.path()))
  if (!read.ok) throw new Error(read.code)
  expect(read.rows.map(({ cells }) => cells.map(shown).at(-1)).join()).toContain('无法恢复')

  await desk.tap('import-apply')
  await desk.reads('导入 4 人？')
  await desk.tap('confirm-yes')
  await desk.sees('import-done')
  await desk.reads('导入完了：写入 4 人')
  await desk.picture('import-done-desk')
})

test('on the phone: a file that is none is refused, one in CSV is checked, and what was left is found again', async () => {
  const phone = await phoneOf('factory-chair', `/officer/import/index?union=${union}`)
  await phone.sees('import-choose')
  await choose(phone, '花名册.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))
  await phone.sees('import-refused')
  await phone.picture('import-refused')
  await choose(phone, '三车间.csv', Buffer.from(rosterCsv([rosterRow(somebody('19890505')), rosterRow()])))
  await phone.sees('import-map')
  await phone.picture('import-columns')
  await phone.tap('import-map')
  await phone.sees('import-apply')
  await phone.picture('import-checked')
  await phone.openAnew(`/officer/import/index?union=${union}`)
  await phone.tapText('三车间.csv')
  await phone.sees('import-apply')
  await phone.tap('import-give-up')
  await phone.sees('import-choose')
  await phone.picture('import-choose')
})
