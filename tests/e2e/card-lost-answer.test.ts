import { stage } from './stage'

jest.setTimeout(600_000)
const { phoneOf } = stage('expected')

test('an activation whose answer was lost is taken up again on the same phone, and warns of nobody', async () => {
  const member = await phoneOf('factory-chair', '/pages/card/show/index')
  await member.sees('card-activate')
  await member.page.route('**/api/card/activate', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await member.tap('card-activate')
  await member.reads('网络好像断了')
  await member.picture('card-activation-lost')
  await member.page.unrouteAll({ behavior: 'wait' })

  await member.openAnew('/pages/card/show/index')
  await member.sees('card-face')
  await member.openAnew('/pages/home/index')
  await member.reads('2018 年')
  expect(await member.page.getByText('在另一部手机上激活').count()).toBe(0)
})
