import { noticeFoundings } from '../../cloudfunctions/membership/events/notice-foundings'
import { newUnit, street, upper } from '../../cloudfunctions/membership/events/events.fixture'
import { approvedFounding, sentFounding } from '../../cloudfunctions/registry/applications/applications.fixture'
import { castUnions } from '../../local/demo/personas'
import { daysAfter } from '../../shared/core/calendar'
import { chinaDay } from '../../shared/core/time'
import { somebody } from '../forms'
import { granted } from '../system'
import { before } from './before-start'
import { stage } from './stage'

jest.setTimeout(600_000)

let application = ''
let code = ''
let moving = ''

/** A founding that waits, a unit whose people were invited, and the list of those without a union. */
const prepare = before(async (world) => {
  const heldOn = daysAfter(chinaDay(world.runtime.now()), -2)
  application = (await sentFounding(world, { heldOn })).application
  moving = (await approvedFounding(world, { heldOn })).union
  const unit = await newUnit(world)
  code = granted(await world.ask(street, 'registry', 'inviteFounding', { union: upper, unit })).code
  for (let run = 0; run < 3; run++) await noticeFoundings(world.runtime)
})

const { phoneOf, visitor } = stage('none', prepare)
const factory = castUnions.factory.id

test('a chair looks at the registry, tells a field, sets up a group, and reads who did it', async () => {
  const chair = await phoneOf('factory-chair', `/officer/registry/index?union=${factory}`)
  await chair.reads('上报的会员人数')
  await chair.picture('registry')
  await chair.tap('registry-edit-fullTime')
  await chair.type('registry-field', '2')
  await chair.tap('registry-field-save')
  await chair.readsNoMore('专职工会干部是什么')
  await chair.tap('registry-branch')
  await chair.tap('branch-kind-group')
  await chair.type('branch-name', '焊接小组')
  await chair.tap('branch-save')
  await chair.reads('焊接小组')
  await chair.tap('registry-history')
  await chair.reads('设工会小组：焊接小组')
  await chair.picture('registry-history')
})

test('the union above approves a founding at a desk and prints the reply', async () => {
  const size = { width: 1280, height: 900 }
  const desk = await phoneOf(
    'street',
    `/officer/union-application/index?union=${upper}&application=${application}`,
    size,
  )
  await desk.reads('批复同意')
  await desk.picture('union-application-desk')
  await desk.tap('application-approve')
  await desk.tap('confirm-yes')
  await desk.reads('任职码')
  await desk.tap('application-codes-done')
  await desk.reads('此复')
  await desk.picture('union-reply-desk')
  await desk.tap('founders-enter')
  await desk.reads('录好了，会员号')
})

test('the tree is walked by line and by place, and the units without a union are listed', async () => {
  const size = { width: 1280, height: 900 }
  const tree = await phoneOf('city', `/officer/tree/index?union=${castUnions.qingdao.id}`, size)
  await tree.tap(`tree-open-${castUnions.shinan.id}`)
  await tree.reads('中山路街道总工会')
  await tree.picture('tree-desk')
  await tree.tap('tree-place')
  await tree.reads('市南区')
  await tree.picture('tree-place-desk')
  const list = await phoneOf('street', `/officer/unfounded/index?union=${upper}`)
  await list.reads('请他们申请建会')
  await list.picture('unfounded')
})

test('the union above changes a name, and asks another one to lead the union', async () => {
  const page = await phoneOf('street', `/officer/registry/index?union=${moving}`)
  await page.tap('registry-edit-name')
  await page.type('registered-value', '青岛朔风精密仪器有限公司工会')
  await page.picture('registry-registered')
  await page.tap('registered-save')
  await page.reads('青岛朔风精密仪器有限公司工会')
  await page.tap('registry-move')
  await page.type('move-name', castUnions.shinan.name)
  await page.tap('move-look')
  await page.reads('是这个吗？')
  await page.picture('registry-move')
})

test('those who prepare a founding are asked one thing after the other, and it goes up', async () => {
  const person = await visitor(`/pages/mine/founding/index?code=${code}`)
  await person.reads('工会全称')
  await person.picture('founding')
  await person.tap('founding-next')
  expect(await person.errorAt('founding-type')).toBe('请选类型')
  await person.tap('founding-type-enterprise')
  await person.tap('founding-next')
  await person.pickFirst('election-day')
  await person.tap('election-term-5')
  await person.tap('founding-next')
  for (const kind of ['committee', 'audit', 'women']) {
    await person.type(`election-seats-${kind}`, '3')
    if (kind !== 'women') await person.type(`election-chair-${kind}`, '林小满')
  }
  await person.tap('founding-next')
  expect(await person.errors()).toEqual(['请写姓名'])
  await person.picture('founding-committees')
  await person.type('election-chair-women', '吴谷雨')
  await person.tap('founding-next')
  await person.type('election-post-0', '林小满')
  await person.type('election-mobile-0', '15420771209')
  await person.tap('election-relatives-no')
  await person.picture('founding-leaders')
  await person.tap('founding-next')
  await person.tap('founding-member')
  const worker = somebody('19900307')
  await person.type('founder-name', worker.name)
  await person.type('founder-number', `${worker.number.slice(0, -1)}?`)
  await person.type('founder-mobile', worker.mobile)
  await person.tap('founder-save')
  expect(await person.errors()).toHaveLength(3)
  await person.picture('founding-member')
  await person.type('founder-number', worker.number)
  await person.pickFirst('founder-education')
  await person.pickFirst('founder-household')
  await person.tap('founder-save')
  await person.reads('已填好')
  await person.tap('founding-next')
  expect(await person.errors()).toEqual(['请核对申请书后勾选'])
  await person.tap('founding-agreed')
  await person.picture('founding-members')
  await person.tap('founding-next')
  for (const paper of ['report', 'resolution', 'letter']) await person.photograph(`founding-${paper}`)
  await person.tap('founding-next')
  await person.reads('报上去以前，再看一遍')
  await person.picture('founding-check')
  await person.tap('founding-send')
  await person.reads('已经报上去了')
  await person.picture('founding-sent')
})

test('a chair asks for a re-election, one thing after the other', async () => {
  const chair = await phoneOf('factory-chair', `/officer/apply/index?union=${factory}`)
  await chair.tap('apply-kind-re-election')
  await chair.tap('apply-next')
  expect(await chair.errors()).toEqual(['请选日期', '请选任期'])
  await chair.picture('apply-meeting')
  await chair.tap('apply-back')
  await chair.tap('apply-kind-dissolution')
  await chair.pickFirst('apply-day')
  await chair.tap('apply-employment-ended')
  await chair.type('apply-reason', '企业注销')
  await chair.tap('apply-next')
  await chair.tap('apply-next')
  await chair.reads('报告和决议都要拍')
  for (const paper of ['report', 'resolution']) await chair.photograph(`paper-${paper}`)
  await chair.tap('apply-next')
  await chair.reads('报上去以前，再看一遍')
  await chair.picture('apply-check')
})
