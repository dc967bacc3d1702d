import { raiseTasks } from '../../cloudfunctions/clock/escalation/tasks'
import { openTask, taskId } from '../../cloudfunctions/_kernel/tasks'
import { castUnions } from '../../local/demo/personas'
import { daysAfter } from '../../shared/core/calendar'
import { chinaDay, isoTime } from '../../shared/core/time'
import { hangingMember, hangingTask } from '../faults/of-rounds'
import { vacated } from '../offices'
import { before, type Before } from './before-start'
import { looksInLargeType, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(600_000)

const { factory, street } = castUnions
const twelveDaysMs = 12 * 24 * 60 * 60 * 1000
const round = taskId('half-year-round', `${factory.id}:now`)
let list = ''

const { phoneOf } = stage(
  'none',
  before(async (world) => {
    await hangingMember(world)
    list = await hangingTask(world)
    await aRoundWasAskedFor(world)
    await vacated(world, factory.id, isoTime(Date.now() - twelveDaysMs))
    await raiseTasks(world.runtime, undefined)
  }),
)

async function aRoundWasAskedFor({ runtime }: Before): Promise<void> {
  const at = runtime.now()
  const dueOn = daysAfter(chinaDay(at), 10)
  const task = { kind: 'half-year-round', subject: `${factory.id}:now`, dueOn } as const
  await runtime.store.transact((tx) =>
    openTask(tx, { ...task, union: { _id: factory.id, name: factory.name } }, { by: 'clock', at }),
  )
}

test('a round of a union without officers: the union above reads whose it is, looks, and goes on to appoint', async () => {
  const officer = await phoneOf('street')
  await goesToWork(officer, street.id)
  await officer.tap('workbench-tasks')
  await officer.reads(`${factory.name}没有干部在任`)
  await officer.picture('vacant-tasks')
  await officer.tap(`task-${round}`)
  await officer.reads('起没有干部在任')
  await officer.picture('vacant-round')
  await looksInLargeType(await phoneOf('street'), pathOf(officer), factory.name, 'vacant-round')
  await officer.tapText('经过 2 步')
  await officer.reads(`没有干部在任，交${street.name}`)
  await officer.picture('vacant-round-way')
  await officer.tap('in-place-look')
  await officer.sees('round-in-place')
  await officer.readsNoMore('正在数会员')
  await officer.picture('vacant-round-looking')
  await officer.page.goBack()
  await officer.tap('in-place-appoint')
  await officer.reads('还没有干部')
  await officer.picture('vacant-officers')
  await officer.tap('officers-appoint')
  await officer.reads('什么职务？')
  await officer.picture('vacant-appoint')
})

test('a list of hanging members of a union without officers is gone through from above', async () => {
  const officer = await phoneOf('street', `/officer/clean/index?union=${street.id}`)
  await officer.reads(factory.name)
  await officer.picture('vacant-clean')
  await officer.tap('clean-hanging-membership-from-below')
  await officer.reads('起没有干部在任')
  await officer.picture('vacant-list')
  const path = pathOf(officer)
  await looksInLargeType(await phoneOf('street'), path, factory.name, 'vacant-list')
  await officer.tap('in-place-look')
  await officer.sees('hanging-in-place')
  await officer.picture('vacant-list-looking')
  await looksInLargeType(await phoneOf('street'), pathOf(officer), '您在代看', 'vacant-list-looking')
  await officer.tap('hanging-done')
  await officer.reads('不用您办了')
  await officer.picture('vacant-list-done')
  expect(path).toContain(encodeURIComponent(list))
})
