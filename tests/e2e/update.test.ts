import { oldestSupported } from '../../shared/contract/version'
import { stage } from './stage'

jest.setTimeout(600_000)

const { phoneOf } = stage()

test('a page that a browser kept from long ago is told to update; one tap loads today’s', async () => {
  const phone = await phoneOf('rider')
  let old = true
  await phone.page.route('**/api/**', async (route) => {
    const asked: unknown = route.request().postDataJSON()
    const version = old ? { version: oldestSupported - 1 } : {}
    await route.continue({ postData: JSON.stringify({ ...Object(asked), ...version }) })
  })
  await phone.page.reload()
  await phone.reads('请更新后再用，已经填的内容不会丢')
  expect(await phone.page.evaluate('window.location.hash')).toContain('pages/update/index')
  await phone.picture('update')
  old = false
  await phone.tap('update')
  await phone.reads('您还没有加入工会')
})
