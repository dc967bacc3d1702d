import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { cards } from '../../cloudfunctions/_kernel/records/cards'
import { castPeople, castUnions } from '../../local/demo/personas'
import { isoTime } from '../../shared/core/time'
import { findsThemselves } from '../e2e/ways'
import { miniStage } from './mini-stage'

const { openPhone, system } = miniStage()
jest.setTimeout(120_000)

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
  // The functions’ clock stands still in a week that is over for this phone: the card goes by the union’s.
  await member.reads('手机时间快了')

  network.down = true
  await member.open('pages/home/index')
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
