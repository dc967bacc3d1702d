import { above, answerAllBut, upper } from '../../cloudfunctions/home/standards/standards.fixture'
import { askDuties } from '../../cloudfunctions/clock/duties'
import { dueOfYear } from '../../shared/home/management/standing'
import { assessmentId } from '../../shared/home/standards/assessment'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { assessmentCalls } from '../../cloudfunctions/_kernel/records/home-standards'
import { chinaDay, isoTime } from '../../shared/core/time'
import { computeStandings } from '../../cloudfunctions/clock/home/standings'
import { castUnions } from '../../local/demo/personas'
import { chair } from '../faults/ready'
import { granted } from '../system'
import { before } from './before-start'
import type { Phone } from './phone'
import { stage } from './stage'

jest.setTimeout(600_000)

const union = castUnions.factory.id
/** Of the walk. */
const year = Number(chinaDay(isoTime(Date.now())).slice(0, 4))
const until = dueOfYear(year)

/** The street called for assessments; the factory’s union has answered all but two questions. */
const prepare = before(async (system) => {
  granted(await system.ask(chair, 'home', 'startAssessment', { union }))
  await answerAllBut(['fixed_office', 'QD-ENT-POL-03'], system, { union, as: chair })
  // On the last day of a year nobody may call any more: it was called before.
  const { store, now } = system.runtime
  const call = {
    _id: assessmentId(upper, year),
    union: upper,
    year,
    until,
    at: now(),
    by: accountOf(above, system.runtime),
  }
  await store.transact((tx) => tx.put(assessmentCalls, call))
  for (let run = 0; run < 9; run++) await askDuties(system.runtime)
  await computeStandings(system.runtime, undefined)
})

const { phoneOf } = stage('none', prepare)

test('a chair reads what to mend first, answers what records cannot tell, and sends it up', async () => {
  const phone = await phoneOf('factory-chair', `/officer/tasks/index?union=${union}`)
  await phone.reads('上级部署了评定')
  await phone.picture('assessment-called')
  await phone.tap(`task-assessment-called:${union}.${until}`)
  await phone.reads('部署了今年的评定')
  await phone.reads('先补这几样')
  await phone.picture('standing')
  await phone.tap('standing-ENT')
  await phone.reads('职工入会率应达100')
  await phone.picture('standing-items')
  await phone.tap('standing-open')
  await phone.reads('还有 2 个')
  await phone.picture('assessment-open')
  await phone.tap('assessment-next')
  await phone.reads('党建带工建')
  await phone.tap('answer-save')
  expect(await phone.errorAt('answer')).toBe('请选一个')
  await phone.tap('answer-text')
  await phone.picture('assessment-question')
  await phone.type('said-text', '每季度和党支部一起研究一次工会工作。')
  await phone.tap('answer-save')
  await phone.reads('工会办公场所和设备')
  await phone.tap('answer-photos')
  await phone.photographAnother('answer-photo')
  await phone.reads('第 1 张照片')
  await phone.picture('assessment-photo')
  await phone.tap('answer-save')
  await phone.tap('assessment-send')
  await phone.tap('confirm-yes')
  await phone.reads('等上级审核')
  await phone.picture('assessment-sent')
})

async function leftOn({ page }: Phone): Promise<number> {
  const text = await page.locator('text=/还有 \\d+ 条没看/').allInnerTexts()
  return Number(/\d+/.exec(text.join())?.[0] ?? 0)
}

test('the union above looks item by item at a desk, and decides', async () => {
  const size = { width: 1280, height: 900 }
  const desk = await phoneOf('street', `/officer/home/standards/below/index?union=${upper}`, size)
  await desk.reads(castUnions.factory.name)
  await desk.picture('assessments-below')
  await desk.tap(`assessment-${union}`)
  await desk.reads('条没看，看完再定')
  await desk.picture('assessment-check')
  await desk.tap('short-QD-ENT-INF-01')
  expect(await desk.errorAt('comment-QD-ENT-INF-01')).toBe('请写一句差在哪里')
  await desk.type('comment-QD-ENT-INF-01', '只有一张桌子，没有柜子')
  const unlooked = await leftOn(desk)
  await desk.tap('short-QD-ENT-INF-01')
  await desk.readsNoMore('差在哪里')
  await desk.readsNoMore(`还有 ${unlooked} 条没看`)
  for (let left = await leftOn(desk); left > 0; left = await leftOn(desk)) {
    const id = await desk.page.locator('[id^="met-"]').first().getAttribute('id')
    await desk.tap(id ?? '')
    await desk.readsNoMore(`还有 ${left} 条没看`)
  }
  await desk.tap('decide')
  await desk.tap('confirm-yes')
  await desk.reads('没有达标')
  await desk.picture('assessment-decided')
  await desk.tap('check-sheet')
  await desk.reads('职工之家评定表')
  await desk.page.emulateMedia({ media: 'print' })
  await desk.picture('assessment-sheet')
})

test('the union reads the result with the comments, and objects once', async () => {
  const phone = await phoneOf('factory-chair', `/officer/home/standards/index?union=${union}`)
  await phone.tap('standing-open')
  await phone.reads('只有一张桌子')
  await phone.picture('assessment-result')
  await phone.tap('assessment-object')
  await phone.tap('objection-send')
  expect(await phone.errorAt('objection-text')).toBe('请写一句')
  await phone.type('objection-text', '柜子在隔壁，拍照时没拍到。')
  await phone.tap('objection-send')
  await phone.reads('异议处理中')
})
