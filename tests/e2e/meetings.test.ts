import { daysAfter } from '../../shared/core/calendar'
import { chinaDay, isoTime } from '../../shared/core/time'
import { castUnions } from '../../local/demo/personas'
import { contractFacts, heldByStaff, managed } from '../faults/of-meetings'
import { before } from './before-start'
import { looksInLargeType, outOfSight } from './readable'
import { stage } from './stage'

jest.setTimeout(600_000)

const union = castUnions.factory.id
const desk = { width: 1280, height: 900 }

/** The staff met today, with a record that has everything; and a contract is of a half-year that is over whatever day it is. */
const { phoneOf } = stage(
  'none',
  before(async (system) => {
    const day = chinaDay(isoTime(Date.parse(system.runtime.now())))
    await heldByStaff(system, { period: 3, session: 2, day })
    const older = daysAfter(day, -200)
    await managed(system, { ...contractFacts, scope: 'special', name: '工资专项集体合同', day: older })
  }),
)

const list = `/officer/home/meetings/index?union=${union}`

test('the chair records a congress of the members of today, and sees what it does not have apart from the staff’s', async () => {
  const chair = await phoneOf('factory-chair', `/officer/workbench/index?union=${union}`)
  await chair.tap('workbench-meetings')
  await chair.reads('第 3 届第 2 次职工代表大会')
  await chair.picture('meetings')
  expect(await outOfSight(chair)).toEqual([])
  await chair.tap('meetings-write-members')
  await chair.reads('第几届？')
  await chair.tap('meeting-next')
  await chair.reads('请填第几届')
  await chair.picture('meeting-which')
  await chair.type('meeting-period', '3')
  await chair.type('meeting-session', '2')
  await chair.pickFirst('meeting-day')
  await chair.type('meeting-place', '三楼会议室')
  await chair.tap('meeting-next')
  await chair.tap('meeting-form-delegates')
  await chair.type('meeting-entitled', '45')
  await chair.type('meeting-attended', '46')
  await chair.tap('meeting-next')
  await chair.reads('实到不能比应到多')
  await chair.type('meeting-attended', '41')
  await chair.picture('meeting-people')
  await chair.tap('meeting-next')
  for (const [field, number] of [
    ['meeting-women', '12'],
    ['meeting-dispatched', '0'],
    ['meeting-rural', '0'],
  ] as const)
    await chair.type(field, number)

  // Left half-way: what was written is there again.
  await chair.openAnew(`/officer/home/meetings/write/index?union=${union}&meeting=members`)
  expect(await chair.valueIn('meeting-period')).toBe('3')
  await chair.tap('meeting-next')
  await chair.tap('meeting-next')
  await chair.tap('meeting-next')
  await chair.type('meeting-agenda', '听取工会委员会工作报告\n听取经费审查委员会报告')
  await chair.picture('meeting-agenda')
  await chair.tap('meeting-next')
  await chair.tap('meeting-power-committee-report')
  await chair.tap('meeting-power-audit-report')
  await chair.picture('meeting-powers')
  await chair.tap('meeting-next')
  await chair.tap('meeting-resolution-more')
  await chair.type('meeting-resolution-0', '批准工会委员会工作报告')
  await chair.type('meeting-agreed-0', '40')
  await chair.picture('meeting-resolutions')
  await chair.tap('meeting-next')
  await chair.sees('meeting-photo')
  await chair.tap('meeting-next')
  await chair.tap('meeting-kept-not-yet')
  await chair.tap('meeting-next')
  await chair.reads('第 3 届第 2 次会员代表大会')
  await chair.picture('meeting-check')
  await chair.tap('meeting-send')
  await chair.reads('同一天还开了职工大会')
  await chair.reads('会标：会员大会没有写')
  await chair.reads('纸质档案还没有存')
  await chair.picture('meeting-one')

  await chair.tap('meeting-amend')
  await chair.tap('meeting-edit-agenda')
  await chair.type('meeting-banner', '第三届会员代表大会第二次会议')
  // Left while changing it: the change is there again, and is not on record yet.
  await chair.openAnew(`/officer/home/meetings/write/index?union=${union}&meeting=members&id=${union}~m3-2`)
  await chair.reads('改了的还没有保存')
  await chair.picture('meeting-unsaved')
  await chair.tap('meeting-edit-agenda')
  expect(await chair.valueIn('meeting-banner')).toBe('第三届会员代表大会第二次会议')
  await chair.tap('meeting-next')
  for (let step = 0; step < 3; step++) await chair.tap('meeting-next')
  await chair.tap('meeting-kept-paper')
  await chair.tap('meeting-next')
  await chair.reads('请写放在哪里')
  await chair.type('meeting-shelf', '工会办公室 2 号柜')
  await chair.type('meeting-volume', '会代-01')
  await chair.tap('meeting-next')
  await chair.tap('meeting-send')
  await chair.reads('会标、议程、职权、决议、档案都分开了')
  await chair.picture('meeting-one-whole')
})

test('the minutes are printed at a desk', async () => {
  const chair = await phoneOf('factory-chair', list, desk)
  await chair.tapText('第 3 届第 2 次职工代表大会')
  await chair.tap('meeting-print')
  await chair.sees('minutes')
  await chair.reads('主持人（签字）')
  await chair.picture('meeting-print-desk')
  await chair.page.emulateMedia({ media: 'print' })
  await chair.picture('meeting-print-paper')
})

test('民主管理 and the archive: a contract on record stands in the index, which is filed and printed', async () => {
  const chair = await phoneOf('factory-chair', `/officer/home/management/index?union=${union}`)
  await chair.sees('management-write-contract')
  await chair.picture('management')
  expect(await outOfSight(chair)).toEqual([])
  await chair.tap('management-write-contract')
  await chair.tap('management-send')
  await chair.reads('请写合同名称')
  await chair.tap('management-scope-whole')
  await chair.type('management-name', '集体合同')
  await chair.pickFirst('management-day')
  await chair.pickNth('management-until', 1)
  await chair.tap('management-kept-paper')
  await chair.type('management-shelf', '工会办公室 2 号柜')
  await chair.type('management-volume', '合同-01')
  await chair.picture('management-contract')
  await chair.tap('management-send')
  await chair.reads('签订，到')
  await chair.tap('management-write-board')
  await chair.pickFirst('management-day')
  await chair.type('management-directors', '1')
  await chair.type('management-supervisors', '4')
  await chair.type('management-staffSupervisors', '1')
  await chair.picture('management-board')
  await chair.tap('management-send')
  await chair.reads('职工监事不到监事会的三分之一')
  await chair.picture('management-after')

  const wide = await phoneOf('factory-chair', `/officer/home/archive/index?union=${union}`, desk)
  await wide.reads('合同-01')
  await wide.reads('还没有归档')
  await wide.picture('archive-due')
  await wide.tap('archive-file')
  await wide.reads('已归档')
  await wide.reads('存好 1 件：专项集体合同 工资专项集体合同')
  await wide.picture('archive-desk')
  await wide.page.emulateMedia({ media: 'print' })
  await wide.picture('archive-paper')
})

test('the union above reads and does not write; large type has room', async () => {
  const street = await phoneOf('street', list)
  await street.reads('第 3 届第 2 次职工代表大会')
  expect(await street.page.locator('#meetings-write-staff').count()).toBe(0)
  await street.tapText('第 3 届第 2 次职工代表大会')
  await street.reads('通过集体合同草案')
  expect(await street.page.locator('#meeting-amend').count()).toBe(0)
  const large = await phoneOf('factory-chair', '/pages/home/index')
  await looksInLargeType(large, list, '职工代表大会', 'meetings-large')
})
