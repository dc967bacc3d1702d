import { castUnions } from '../../local/demo/personas'
import { stage } from './stage'

jest.setTimeout(600_000)
const { phoneOf } = stage()

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
