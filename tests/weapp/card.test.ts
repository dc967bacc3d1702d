import { ensureBuilt } from '../../scripts/ensure-built'
import { castPeople, castUnions } from '../../local/demo/personas'
import { findsThemselves } from '../e2e/ways'
import { openTestSystem, type TestSystem } from '../system'
import { built } from './built'
import { closeDocument } from './document'
import { phoneOf, type MiniPhone } from './phone'

let system: TestSystem
const phones: MiniPhone[] = []

beforeAll(async () => {
  await ensureBuilt('weapp')
  system = await openTestSystem()
}, 300_000)
afterAll(async () => {
  for (const phone of phones) await phone.leave()
  await system.close()
  closeDocument()
})
jest.setTimeout(120_000)

test('a member activates the card in the built mini-program and shows it in flight mode, by the union’s clock', async () => {
  const network = { down: false }
  const member = phoneOf({ built, openid: 'demo-known', system, network })
  phones.push(member)
  await member.open('pages/mine/bind/index')
  await member.givePhone('bind-verify', castPeople.known.mobile)
  await findsThemselves(member, castPeople.known)
  await member.tap('bind-activate')
  await member.on('pages/card/show/index')
  await member.find('card-code')
  await member.reads(castUnions.factory.name)
  // The functions’ clock stands still in a week that is over for this phone: the card goes by the union’s.
  await member.reads('手机时间快了')

  network.down = true
  await member.open('pages/home/index')
  await member.open('pages/card/show/index')
  await member.find('card-code')
  await member.reads('现在没有网络，卡还能用 7 天')
})
