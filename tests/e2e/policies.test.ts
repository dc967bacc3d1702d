import { castUnions } from '../../local/demo/personas'
import { proposedRule } from '../faults/of-policies'
import { before } from './before-start'
import { inOfficeAs } from './in-office'
import { looksInLargeType, outOfSight, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(600_000)

const desk = { width: 1280, height: 900 }
const city = castUnions.qingdao.id
const { phoneOf, visitor } = stage(
  'none',
  before(async (world) => {
    await inOfficeAs(world, 'rider', 'organiser', city)
    await proposedRule(world, city)
  }),
)

test('one proposes a rule with its clause, another adopts it, and sends back what is wrong', async () => {
  const one = await phoneOf('rider', undefined, desk)
  await goesToWork(one, city)
  await one.tap('workbench-policies')
  await one.tap('desk-group-6')
  await one.picture('policies-list-desk')
  await one.tap('rule-taskWorkingDays')
  await one.type('rule-value', '0')
  await one.tap('rule-next')
  expect(await one.errorInSight('rule-value')).toContain('至少 1')
  await one.picture('policies-value-desk')
  await one.type('rule-value', '9')
  await one.tap('rule-next')
  await one.tap('rule-next')
  expect(await one.errorInSight('rule-clause')).toContain('条款')
  await one.type('rule-clause', '青总工发〔2026〕12 号第三条')
  await one.tap('rule-next')
  await one.pickFirst('rule-day')
  await one.tap('rule-next')
  await one.reads('9 个工作日')
  await one.picture('policies-check-desk')
  await one.tap('rule-send')
  await one.reads('已经提出')
  await one.tap('proposal-taskWorkingDays')
  await one.sees('proposal-withdraw')
  await one.picture('policies-mine-desk')

  const other = await phoneOf('city')
  await goesToWork(other, city)
  await other.tap('workbench-policies')
  await other.tap('proposal-taskWorkingDays')
  await other.picture('policies-proposal')
  await other.tap('proposal-adopt')
  await other.tap('confirm-yes')
  await other.reads('已经公布')
  await other.tap('proposal-approvalWorkingDays')
  await other.tap('proposal-reject')
  await other.tap('proposal-reject-send')
  expect(await other.errorInSight('proposal-reason')).toContain('原因')
  await other.type('proposal-reason', '与省里的不一致')
  await other.tap('proposal-reject-send')
  await other.reads('已经退回')
  await other.tap('desk-decided')
  await other.reads('与省里的不一致')
  await other.picture('policies-list')
  expect(await outOfSight(other)).toEqual([])
  await looksInLargeType(await phoneOf('city'), pathOf(other), '改哪一项？', 'policies-list')
})

test('whoever wants to know reads what holds there, and where it is written', async () => {
  const worker = await visitor(`/pages/union/index?union=${castUnions.factory.id}`)
  await worker.tap('union-policies')
  await worker.reads('入会审批期限')
  await worker.picture('policies')
  expect(await outOfSight(worker)).toEqual([])
  await looksInLargeType(await visitor(), pathOf(worker), '入会审批期限', 'policies')
})
