import { castPeople, castUnions } from '../../local/demo/personas'
import { findsThemselves } from '../e2e/ways'
import { miniStage } from './mini-stage'

const { openPhone } = miniStage()
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
})
