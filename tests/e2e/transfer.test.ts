import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { findsThemselves, opensTheTask, saysNotRetired, scansTheRidersPoster } from './ways'

jest.setTimeout(600_000)

const { phoneOf } = stage()
const { factory, newForm, street } = castUnions
const { known } = castPeople

test('a member scans the riders’ poster, moves with both unions’ word, and what one union says is not so the street settles', async () => {
  const member = await phoneOf('known', '/pages/mine/bind/index')
  await member.tap('bind-verify')
  await findsThemselves(member, known)
  await member.reads('找到了')
  await member.tap('bind-home')
  await member.sees('home-transfer')
  await member.picture('home-member')

  await scansTheRidersPoster(member)
  await saysNotRetired(member)
  await member.reads(newForm.name)
  await member.picture('transfer-where')
  await member.tap('join-next')
  await member.reads('正在转会')
  await member.picture('transfer-progress')

  const leaver = await phoneOf('factory-chair')
  await opensTheTask(leaver, factory.id, '会员转出')
  await leaver.reads(known.name)
  await leaver.picture('officer-transfer-out')
  await leaver.tap('transfer-release')
  await leaver.tap('confirm-yes')
  await leaver.reads(`${factory.name}放行`)

  const receiver = await phoneOf('newform-chair', undefined, { width: 1280, height: 900 })
  await opensTheTask(receiver, newForm.id, '会员转入')
  await receiver.reads(known.name)
  await receiver.picture('officer-transfer-in')
  await receiver.tap('transfer-accept')
  await receiver.reads('会籍转过去了')
  await member.openAnew('/pages/mine/transfer/index')
  await member.reads('转会办好了')
  await member.picture('transfer-done')

  await scansTheFactorysPoster(member)
  const back = await phoneOf('newform-chair')
  await opensTheTask(back, newForm.id, '会员转出')
  await back.tap('transfer-error')
  await back.tap('transfer-dispute-send')
  await back.sees('transfer-what-error')
  await back.tap('transfer-what-still-employed')
  await back.picture('officer-transfer-dispute')
  await back.tap('transfer-dispute-send')
  await back.reads('等上级工会裁定')

  const upper = await phoneOf('street')
  await opensTheTask(upper, street.id, '转会有争议')
  await upper.tap('transfer-settle')
  expect(await upper.errorAt('transfer-reason')).toContain('请写明理由')
  await upper.tap('transfer-verdict-stop')
  await upper.type('transfer-reason', '还在跑单，劳动关系没有变')
  await upper.picture('officer-transfer-settle')
  await upper.tap('transfer-settle')
  await upper.reads('没有转')
  await member.openAnew('/pages/mine/transfer/index')
  await member.reads('还在跑单，劳动关系没有变')
  await member.picture('transfer-stopped')
})

test('whoever is nobody’s member yet is led to find themselves', async () => {
  const stranger = await phoneOf('workshop', '/pages/mine/transfer/index')
  await stranger.reads('先找回会员身份')
  await stranger.picture('transfer-nobody')
})

/** Where the poster names the unit, one tap is enough. */
async function scansTheFactorysPoster(member: Phone): Promise<void> {
  await member.openAnew(`/pages/join/index?scene=${castScenes.factory}`)
  await member.reads('您已经是会员')
  await member.picture('join-already-member')
  await member.tap('join-transfer')
  await saysNotRetired(member)
  await member.reads(`从${newForm.name}转到`)
  await member.picture('transfer-one-tap')
  await member.tap('join-next')
  await member.reads('正在转会')
}
