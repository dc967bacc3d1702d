import { castPeople, castUnions } from '../../local/demo/personas'
import { findsThemselves, opensTheTask, saysNotRetired, scansTheRidersPoster } from '../e2e/ways'
import { miniStage } from './mini-stage'

const { openPhone } = miniStage()
jest.setTimeout(600_000)

test('a member finds themself, scans the riders’ poster and moves with both unions’ word', async () => {
  const { factory, newForm } = castUnions
  const { known } = castPeople
  const member = openPhone('demo-known')
  await member.open('pages/mine/bind/index')
  await member.givePhone('bind-verify', known.mobile)
  await findsThemselves(member, known)
  await member.reads('找到了')
  await scansTheRidersPoster(member)
  await saysNotRetired(member)
  await member.reads(newForm.name)
  await member.tap('join-next')
  await member.reads('正在转会')

  const leaver = openPhone('demo-factory-chair')
  await opensTheTask(leaver, factory.id, '会员转出')
  await leaver.tap('transfer-release')
  await leaver.tap('confirm-yes')
  await leaver.reads(`${factory.name}放行`)

  const receiver = openPhone('demo-newform-chair')
  await opensTheTask(receiver, newForm.id, '会员转入')
  await receiver.tap('transfer-accept')
  await receiver.reads('会籍转过去了')

  await member.open('pages/mine/transfer/index')
  await member.reads('转会办好了')
  expect(member.asked).toContain('membership.requestTransfer')
})
