import { readFileSync } from 'node:fs'
import { openedWith } from '../../cloudfunctions/_kernel/workbook/opened.fixture'
import { castPeople, castUnions } from '../../local/demo/personas'
import { confirmOn, openAnew, signedInDesk } from './at-desk'
import { stage } from './stage'

jest.setTimeout(600_000)
const here = stage()
const { phoneOf, origin } = here

const union = castUnions.factory.id

test('a chair says what for, waits, and reads the password of the file once', async () => {
  const phone = await phoneOf('factory-chair', `/officer/export/index?union=${union}`)
  await phone.sees('export-roster')
  await phone.picture('export-choose')
  await phone.tap('export-roster')
  await phone.tap('export-begin')
  expect(await phone.errorAt('export-reason')).toContain('做什么用')
  await phone.picture('export-reason-missing')
  await phone.type('export-reason', '报送区总工会备案')
  await phone.tap('export-begin')
  await phone.sees('export-make-0')
  await phone.picture('export-ready')
  await phone.tap('export-make-0')
  await phone.sees('export-made')
  await phone.picture('export-made')
})

test('at a desk the file is made once the phone agreed to that table, and its password opens it', async () => {
  const phone = await phoneOf('factory-chair')
  const desk = await signedInDesk(here, phone, `home-office-${union}`)
  await openAnew(desk, origin(), `/officer/export/index?union=${union}`)
  await desk.tap('export-roster')
  await desk.picture('export-ask-desk')
  await desk.type('export-reason', '报送区总工会备案')
  await desk.tap('export-begin')
  await desk.tap('export-make-0')
  await desk.sees('phone-code-number')
  await desk.picture('export-confirm-desk')
  const download = desk.page.waitForEvent('download')
  await confirmOn(phone, desk, origin())
  await phone.picture('export-confirm')
  const bytes = readFileSync(await (await download).path())
  await desk.sees('export-made')
  await desk.picture('export-made-desk')
  const password = /(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}/.exec(await desk.page.locator('#export-made').innerText())?.[0] ?? ''
  const rows = await openedWith(password, bytes)
  expect(rows.flat().map(String)).toContain(castPeople.known.number)
})
