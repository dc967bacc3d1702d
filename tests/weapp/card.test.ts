import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { cards } from '../../cloudfunctions/_kernel/records/cards'
import { castPeople, castUnions } from '../../local/demo/personas'
import { isoTime } from '../../shared/core/time'
import { activated } from '../card-phone'
import { findsThemselves } from '../e2e/ways'
import { joinedMember } from '../members'
import { miniStage } from './mini-stage'

const { openPhone, system } = miniStage()
jest.setTimeout(600_000)

test('a member activates the card in the built mini-program and shows it in flight mode, by the union’s clock', async () => {
  const network = { down: false }
  const member = openPhone('demo-known', { network })
  await member.open('pages/mine/bind/index')
  await member.givePhone('bind-verify', castPeople.known.mobile)
  await findsThemselves(member, castPeople.known)
  await member.tap('bind-activate')
  await member.on('pages/card/show/index')
  await member.find('card-code')
  await member.reads(castUnions.factory.name)
  expect(member.felt).toEqual(['brightness 1', 'stays on', 'captures hidden'])
  // The functions’ clock stands still in a week that is over for this phone: the card goes by the union’s.
  await member.reads('手机时间快了')

  network.down = true
  await member.open('pages/home/index')
  expect(member.felt.slice(3)).toEqual(['brightness 0.4', 'may go off', 'captures none'])
  await member.open('pages/card/show/index')
  await member.find('card-code')
  await member.reads('现在没有网络，卡还能用 7 天')

  // When a day is over the week is renewed as the app is opened, without a word.
  const { store, now } = system().runtime
  const account = await store.get(accounts, accountOf('demo-known', system().runtime))
  const lastDay = async () => (await store.get(cards, account?.person ?? ''))?.issuedUntil
  const before = await lastDay()
  system().travel(isoTime(Date.parse(now()) + 24 * 60 * 60 * 1000))
  network.down = false
  await member.open('pages/home/index')
  await member.open('pages/card/show/index')
  await member.find('card-code')
  expect(before).toBe('2026-11-24')
  for (let tries = 0; tries < 50 && (await lastDay()) === before; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await lastDay()).toBe('2026-11-25')
})

test('a desk scans a card with WeChat’s scanner: good once, told big and by a short buzz, offline too', async () => {
  const { as } = await joinedMember(system())
  const card = await activated(system(), as)
  const shown = () => card.show(Date.parse(system().runtime.now()))
  const camera = { reads: shown() }
  const network = { down: false }
  const desk = openPhone(system().newcomer(), { camera: () => camera.reads, network })
  await desk.open('pages/card/verify/index')
  await desk.tap('verify-scan')
  await desk.reads('有效')
  await desk.reads(castUnions.factory.name)
  expect(desk.felt).toEqual(['buzz heavy'])
  await desk.tap('verify-scan')
  await desk.reads('已使用')
  camera.reads = 'https://example.cn/menu'
  await desk.tap('verify-scan')
  await desk.reads('无法识别')

  network.down = true
  camera.reads = shown()
  await desk.tap('verify-scan')
  await desk.reads('有效')
  await desk.reads('离线核验，吊销名单截至')
})
