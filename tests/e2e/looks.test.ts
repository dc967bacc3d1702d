import { lookAtContracts, lookAtSecondments } from '../../cloudfunctions/clock/memberships/open-looks'
import { officers } from '../../cloudfunctions/_kernel/records/registry'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { castPeople, castUnions } from '../../local/demo/personas'
import { daysAfter, monthsAfter } from '../../shared/core/calendar'
import { chinaDay, isoTime } from '../../shared/core/time'
import { sent, situations } from '../forms'
import { granted } from '../system'
import { before, type Before } from './before-start'
import { looksInLargeType, pathOf } from './readable'
import { stage } from './stage'
import { goesToTheMember, goesToTheTask, goesToWork } from './ways'

jest.setTimeout(600_000)

const { factory, agency } = castUnions
const { onFile, known, dispatched, rider } = castPeople
const union = factory.id
const chairs = 'demo-factory-chair'
const dayMs = 24 * 60 * 60 * 1000
const desk = { width: 1280, height: 900 }

const { phoneOf } = stage(
  'none',
  before(async (world) => {
    await aContractEndedAndASecondmentIsHalfAYearOld(world)
    await aDispatchedWorkerJoined(world)
    await somebodyChairsTheAgencysUnion(world)
    await lookAtContracts(world.runtime)
    await lookAtSecondments(world.runtime)
  }),
)

test('when a contract ends the chair is asked once what became of them, and the membership follows', async () => {
  const chair = await phoneOf('factory-chair')
  await goesToWork(chair, union)
  await chair.sees('workbench-tasks')
  await chair.picture('workbench-tasks')
  await chair.tap('workbench-tasks')
  await chair.reads('借调满期')
  await chair.picture('tasks')
  await chair.tapText('合同到期')
  await chair.reads(onFile.name)
  await chair.picture('look-contract')
  await looksInLargeType(await phoneOf('factory-chair'), pathOf(chair), onFile.name, 'look')
  await chair.tap('look-send')
  expect(await chair.errorInSight('look')).toContain('请选')
  await chair.picture('look-contract-error')
  await chair.tap('look-gone')
  await chair.tap('look-send')
  await chair.picture('look-reason')
  await chair.tap('look-send')
  expect(await chair.errorInSight('look-reason')).toContain('请选')
  await chair.tap('look-reason-unemployed')
  await chair.tap('look-send')
  await chair.tap('look-send')
  expect(await chair.errorInSight('look-day')).toContain('请选日期')
  await chair.picture('look-gone')
  await chair.pickFirst('look-day')
  await chair.tap('look-send')
  await chair.reads('会籍保留')
  await chair.picture('look-gone-done')
  await chair.openAnew(`/officer/roster/index?union=${union}`)
  await chair.pickNth('roster-state', 1)
  await chair.tapText(onFile.name)
  await chair.reads('接续会籍')
  await chair.picture('member-retained-by-look')
})

test('half a year into a secondment the chair says that it goes on; the member’s page keeps it', async () => {
  const wide = await phoneOf('factory-chair', `/officer/tasks/index?union=${union}`, desk)
  await wide.tapText('借调满期')
  await wide.reads('借调继续')
  await wide.picture('look-secondment-desk')
  const chair = await phoneOf('factory-chair')
  await goesToWork(chair, union)
  await goesToTheTask(chair, '借调满期')
  await chair.tap('look-secondment-goes-on')
  await chair.picture('look-secondment')
  await chair.tap('look-send')
  await chair.reads('再过六个月')
  await chair.picture('look-secondment-done')
  await chair.openAnew(`/officer/workbench/index?union=${union}`)
  await goesToTheMember(chair, known.name)
  await chair.reads('借调')
  await chair.tap('member-change-contract')
  await chair.picture('contract-day')
  await chair.pickFirst('change-day')
  await chair.tap('change-next')
  await chair.picture('contract-check')
})

test('a dispatched worker is entrusted to the agency’s union, which finds them, and taken back', async () => {
  const chair = await phoneOf('factory-chair')
  await goesToWork(chair, union)
  await goesToTheMember(chair, dispatched.name)
  await chair.tap('member-change-entrust')
  await chair.tap('change-next')
  expect(await chair.errorInSight('change-to')).toContain('请选一个工会')
  await chair.picture('entrust-to')
  await chair.tapText(agency.name)
  await chair.tap('change-next')
  await chair.tap('change-next')
  expect(await chair.errorInSight('change-payer')).toContain('请选一家单位')
  await chair.page.locator('.choice[id^="change-payer-"]:visible').last().click()
  await chair.picture('entrust-payer')
  await chair.tap('change-next')
  await chair.pickFirst('change-day')
  await chair.tap('change-next')
  await chair.photograph('change-paper')
  await chair.tap('change-next')
  await chair.reads('会籍和投票留在本会')
  await chair.picture('entrust-check')
  await chair.tap('change-next')
  await chair.reads(`已委托${agency.name}管理`)
  await chair.picture('entrust-done')
  await chair.tap('change-done')
  await chair.sees('member-change-end-entrust')
  await chair.picture('member-entrusted')

  const other = await phoneOf('rider')
  await goesToWork(other, agency.id)
  await other.tap('workbench-entrusted')
  await other.reads(dispatched.name)
  await other.picture('entrusted-list')
  const wide = await phoneOf('rider', `/officer/entrusted/index?union=${agency.id}`, desk)
  await wide.reads(dispatched.name)
  await wide.picture('entrusted-desk')
  const member = await phoneOf('dispatched')
  await member.picture('home-entrusted')
  await member.tap('home-membership')
  await member.reads(`日常由${agency.name}负责`)
  await member.picture('membership-entrusted')

  await chair.tap('member-change-end-entrust')
  await chair.pickFirst('change-day')
  await chair.tap('change-next')
  await chair.picture('end-entrust-check')
  await chair.tap('change-next')
  await chair.reads('由本会直接管理')
  await other.openAnew(`/officer/entrusted/index?union=${agency.id}`)
  await other.reads('没有委托给本会的会员')
  await other.picture('entrusted-empty')
})

test('a colleague takes an office from the chair’s code and acts while the chair is on leave', async () => {
  const chair = await phoneOf('factory-chair')
  await goesToWork(chair, union)
  await chair.tap('workbench-officers')
  await chair.reads('我的职务：主席')
  await chair.picture('officers')
  await chair.tap('officers-appoint')
  await chair.tap('appoint-give')
  expect(await chair.errorInSight('appoint-role')).toContain('请选职务')
  await chair.picture('appoint-errors')
  await chair.tap('appoint-role-organiser')
  await chair.type('appoint-name', known.name)
  await chair.type('appoint-mobile', known.mobile)
  await chair.pickFirst('appoint-until')
  await chair.tap('appoint-give')
  await chair.sees('appoint-link')
  await chair.picture('appoint-code')
  const link = /#(\/pages\/office\S+)/.exec(await chair.page.locator('#appoint-link').innerText())?.[1] ?? ''

  const colleague = await phoneOf('known', link)
  await colleague.picture('office-offered')
  await colleague.tap('office-verify')
  await colleague.tap('office-take')
  await colleague.reads('已经到任')
  await colleague.picture('office-taken')

  await chair.tap('appoint-done')
  await chair.reads(known.name)
  await chair.tap('own-leave')
  await chair.tap('leave-send')
  expect(await chair.errorInSight('leave-until')).toContain('请选日期')
  await chair.picture('leave-errors')
  await chair.pickFirst('leave-until')
  // After 杜柏远, who holds the same office and has for longer.
  await chair.pickNth('leave-deputy', 1)
  await chair.reads(`组织委员 ${known.name}`)
  await chair.picture('leave-filled')
  await chair.tap('leave-send')
  await chair.reads('请好假了')
  await chair.picture('leave-taken')
  await chair.openAnew('/pages/home/index')
  await chair.picture('home-on-leave')
  await goesToWork(chair, union)
  await chair.reads('请假')
  await chair.picture('workbench-on-leave')

  await colleague.openAnew('/pages/home/index')
  await colleague.picture('home-deputy')
  await goesToWork(colleague, union)
  await colleague.sees('workbench-inbox')
  await colleague.picture('workbench-deputy')
  await looksInLargeType(await phoneOf('factory-chair'), pathOf(chair), '销假', 'on-leave')

  await chair.tap('workbench-leave-end')
  await chair.sees('workbench-inbox')
  await chair.picture('workbench-back')
})

async function aContractEndedAndASecondmentIsHalfAYearOld(world: Before): Promise<void> {
  const now = world.runtime.now()
  const today = chinaDay(now)
  const personOf = async (search: string) =>
    granted(await world.ask(chairs, 'membership', 'roster', { union, search })).rows[0]?.person
  const [ended, seconded] = [await personOf(onFile.name), await personOf(known.name)]
  const since = monthsAfter(today, -7)
  granted(
    await world.ask(chairs, 'membership', 'keepOnFile', {
      union,
      person: seconded,
      fact: { kind: 'secondment', since },
    }),
  )
  world.travel(isoTime(Date.parse(now) - 30 * dayMs))
  const until = daysAfter(today, -1)
  granted(
    await world.ask(chairs, 'membership', 'keepOnFile', { union, person: ended, fact: { kind: 'contract', until } }),
  )
  world.travel(now)
}

async function aDispatchedWorkerJoined(world: Before): Promise<void> {
  const { application } = await sent(world, 'demo-dispatched', dispatched, situations.dispatched)
  const verdict = { kind: 'approve', committee: { decidedOn: chinaDay(world.runtime.now()) } }
  granted(await world.ask(chairs, 'membership', 'decide', { union, application, seen: 1, verdict }))
}

async function somebodyChairsTheAgencysUnion({ runtime }: Before): Promise<void> {
  const account = accountOf('demo-rider', runtime)
  const id = `${agency.id}:${account}`
  const name = runtime.sealer.seal({ collection: 'officers', id, field: 'name' }, rider.name)
  const since = isoTime(Date.parse('2025-01-01T00:00:00.000Z'))
  await runtime.store.transact((tx) =>
    tx.put(officers, { _id: id, union: agency.id, account, role: 'chair', name, shown: false, since }),
  )
}
