import { applications } from '../../cloudfunctions/_kernel/records/applications'
import { openTask } from '../../cloudfunctions/_kernel/tasks'
import { officerOpenid } from '../../local/demo/officers'
import { castPeople, castUnions, castUnits } from '../../local/demo/personas'
import { chinaDay } from '../../shared/core/time'
import { sent, situations } from '../forms'
import { granted } from '../system'
import { before, type Before } from './before-start'
import type { Phone } from './phone'
import { looksInLargeType, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(300_000)

const { street } = castUnions
const desk = { width: 1280, height: 900 }

const { phoneOf } = stage(
  'none',
  before(async (world) => {
    const { application } = await sent(world, 'demo-workshop', castPeople.workshop, situations.restaurant)
    const union = (await world.runtime.store.get(applications, application))?.union ?? castUnions.community.id
    const verdict = { kind: 'approve', committee: { decidedOn: chinaDay(world.runtime.now()) } }
    const chair = officerOpenid(union, 'chair')
    granted(await world.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
    await theStreetIsAskedToHelp(world)
  }),
)

test('a unit without a union stands in 待办; founded, its people are told; who objects is settled by hand', async () => {
  const officer = await phoneOf('street')
  await goesToWork(officer, street.id)
  await officer.tap('workbench-tasks')
  await officer.reads(castUnits.restaurant.name)
  await officer.picture('tasks-founding')
  await officer.tapText(castUnits.restaurant.name)
  await officer.reads('应建未建')
  await officer.picture('assist')
  const wide = await phoneOf('street', pathOf(officer), desk)
  await wide.reads('应建未建')
  await wide.picture('assist-desk')
  await foundsTheUnion(officer)

  const member = await phoneOf('workshop')
  await isTold(member)
  await member.picture('home-event')
  await member.page.locator('[id^="home-notice-event-"]:visible').first().click()
  await member.reads('您不用做什么')
  await member.picture('my-event')
  await looksInLargeType(await phoneOf('workshop'), pathOf(member), '我不同意', 'my-event')
  await member.tap('event-object')
  await member.tap('event-object-send')
  expect(await member.errorInSight('event-sentence')).toContain('请写一句')
  await member.picture('my-event-error')
  await member.type('event-sentence', '我下个月就去别的单位了')
  await member.tap('event-object-send')
  await member.reads('上级工会正在处理')
  await member.picture('my-event-objected')
  await member.openAnew('/pages/mine/membership/index')
  await member.reads('异议')
  await member.picture('membership-objected')

  await officer.openAnew(`/officer/workbench/index?union=${street.id}`)
  await officer.tap('workbench-tasks')
  await officer.tapText('会员有异议')
  await officer.reads('我下个月就去别的单位了')
  await officer.picture('objection')
  await officer.tap('objection-send')
  expect(await officer.errorInSight('objection')).toContain('请选一项')
  await officer.tap('objection-elsewhere')
  await officer.tap('objection-send')
  expect(await officer.errorInSight('objection-to')).toContain('请选一个工会')
  await officer.picture('objection-elsewhere')
  await wide.openAnew(pathOf(officer))
  await wide.reads('怎么定？')
  await wide.picture('objection-desk')
  await officer.tap('objection-keep')
  await officer.tap('objection-send')
  await officer.reads('结果已经告诉本人')
  await officer.picture('objection-done')

  await member.openAnew('/pages/home/index')
  await member.reads('您的会籍留在')
  await member.picture('home-kept')
  await member.openAnew('/pages/mine/event/index')
  await member.reads('您的会籍没有动')
  await member.picture('my-event-kept')
})

test('what has been done about a founding is closed after one more question', async () => {
  const officer = await phoneOf('street')
  await goesToWork(officer, street.id)
  await officer.tap('workbench-tasks')
  await officer.tapText(castUnits.agencyWithoutUnion.name)
  await officer.tap('assist-drop')
  await officer.picture('assist-drop')
  await officer.tap('confirm-yes')
  await officer.reads('办完了')
  await officer.picture('assist-done')
})

async function foundsTheUnion(officer: Phone): Promise<void> {
  await officer.tap('assist-found')
  await officer.picture('assist-to-found')
  await officer.tap('found-next')
  await officer.tap('found-next')
  await officer.tap('found-type-enterprise')
  await officer.pickFirst('found-day')
  await officer.type('found-reason', '职工要求建会，已经开过职工大会')
  await officer.tap('found-next')
  for (const paper of ['report', 'reply']) await officer.photograph(`paper-${paper}`)
  await officer.tap('found-next')
  await officer.tap('found-send')
  await officer.reads('等您确认')
  await officer.tap('event-confirm')
  await officer.tap('confirm-yes')
  await officer.reads('正在通知会员')
}

/** The clock tells people, twice a minute. */
async function isTold(member: Phone): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    if (await member.page.getByText('看看怎么办').first().isVisible()) return
    await member.page.waitForTimeout(4_000)
    await member.openAnew('/pages/home/index')
    await member.sees('home-card')
  }
}

/** As the clock asks a union above once somebody from a unit without a union is a member; here for two units. */
async function theStreetIsAskedToHelp({ runtime }: Before): Promise<void> {
  const union = { _id: street.id, name: street.name }
  const [dueOn, actor] = [chinaDay(runtime.now()), { by: 'clock', at: runtime.now() } as const]
  await runtime.store.transact(async (tx) => {
    for (const { id } of [castUnits.restaurant, castUnits.agencyWithoutUnion])
      await openTask(tx, { kind: 'assist-founding', subject: id, union, dueOn }, actor)
  })
}
