import { computeStandings } from '../../cloudfunctions/clock/home/standings'
import { castUnions } from '../../local/demo/personas'
import { before } from './before-start'
import { stage } from './stage'

jest.setTimeout(600_000)

/** Every union is held against its standard, as the clock does once a day. */
const prepare = before(async ({ runtime }) => {
  for (let after: string | undefined; ;) {
    const step = await computeStandings(runtime, after)
    after = step.after
    if (after === undefined) break
  }
})

const { phoneOf } = stage('none', prepare)
const { street, factory, newForm } = castUnions
const wide = { width: 1280, height: 900 }
const at = (page: string, union: string = street.id) => `/officer/home/${page}/index?union=${union}`

test('a street sees how many reach the standard, and goes down to those that lack an item', async () => {
  const phone = await phoneOf('street', '/officer/workbench/index')
  await phone.tap('workbench-home')
  await phone.reads('目标 80% 以上')
  await phone.reads('最弱的在前')
  await phone.picture('home-above')
  await phone.tap('heat-6Y-6')
  await phone.sees(`tile-${factory.id}`)
  await phone.picture('home-above-item')
  await phone.tap(`tile-${factory.id}`)
  await phone.reads('对照标准')
  await phone.picture('home-above-one')
  const desk = await phoneOf('street', at('above/overview'), wide)
  await desk.reads('最弱的在前')
  await desk.picture('home-above-desk')
  await desk.tap('home-rows')
  await desk.sees(`tile-${factory.id}`)
  await desk.picture('home-above-map-desk')
  await desk.tap('home-as-table')
  await desk.sees(`row-${factory.id}`)
  await desk.picture('home-above-table-desk')
  const city = await phoneOf('city', at('above/below', castUnions.qingdao.id), wide)
  await city.tap(`tile-${castUnions.shinan.id}`)
  await city.sees(`tile-${street.id}`)
  await city.picture('home-above-city-desk')
})

test('the weakest union gets a sentence, which its chair reads', async () => {
  const phone = await phoneOf('street', at('above/weakest'))
  await phone.tap(`guide-${newForm.id}`)
  await phone.tap(`guide-send-${newForm.id}`)
  expect(await phone.errorAt(`guide-text-${newForm.id}`)).toBe('请写一句具体的，例如：先开会员代表大会')
  await phone.picture('home-weakest-error')
  await phone.type(`guide-text-${newForm.id}`, '先把会员代表大会开起来，街道来人帮忙。')
  await phone.tap(`guide-send-${newForm.id}`)
  await phone.reads('先把会员代表大会开起来')
  await phone.picture('home-weakest')
  const chair = await phoneOf('newform-chair', at('above/overview', newForm.id))
  await chair.reads('先把会员代表大会开起来')
  await chair.picture('home-advice')
})

test('the report goes up with its numbers, what was begun is still there, and its sheet is printed', async () => {
  const phone = await phoneOf('street', at('above/report'))
  await phone.tap('report-send')
  expect(await phone.errorAt('report-text')).toBe('请至少写 10 个字')
  await phone.type('report-text', '各家工会都对照了标准，差的正在整改。')
  await phone.picture('home-report')
  await phone.openAnew(at('above/report'))
  await phone.reads('还没有报')
  expect(await phone.valueIn('report-text')).toBe('各家工会都对照了标准，差的正在整改。')
  await phone.tap('report-send')
  await phone.reads('改了再报')
  await phone.tap('report-other')
  await phone.reads('请尽快补报，会写明迟报')
  await phone.picture('home-report-missed')
  await phone.type('report-text', '去年的建家情况漏了报，现在补上。')
  await phone.tap('report-send')
  await phone.reads('（迟报）')
  const desk = await phoneOf('street', at('above/summary'), wide)
  await desk.reads('最弱的条目')
  await desk.page.emulateMedia({ media: 'print' })
  await desk.picture('home-summary-print')
})

test('a factory applies for its title, the street assesses and honours it, and an honour asks for the title', async () => {
  const chair = await phoneOf('factory-chair', at('titles/own', factory.id))
  await chair.tap('title-township')
  await chair.tap('title-begin')
  await chair.tap('title-apply')
  expect(await chair.errorAt('title-note')).toBe('请至少写 10 个字')
  await chair.type('title-note', '建了职工书屋和活动室，会员评家满意率连续两年提高。')
  await chair.picture('title-apply')
  await chair.tap('title-apply')
  await chair.reads('等中山路街道总工会考核')
  const proposing = await phoneOf('factory-chair', at('titles/honour', factory.id))
  await proposing.tap('honour-level-township')
  await proposing.reads('鲁会〔2014〕79号 18')
  await proposing.picture('honour-missing')

  const officer = await phoneOf('street', at('titles/register'))
  await officer.picture('title-register')
  await officer.tap(`register-${factory.id}-township`)
  await officer.picture('title-assess')
  await officer.tap('title-pass')
  await officer.tap('title-award')
  await officer.tap('title-sure')
  expect(await officer.errorAt('title-paper')).toBe('请照文件写全，例如：市工〔2026〕8 号')
  await officer.type('title-paper', '中街工〔2026〕8 号')
  await officer.picture('title-award')
  await officer.tap('title-sure')
  await officer.reads('下次复查')
  await officer.picture('title-held')

  const again = await phoneOf('factory-chair', at('titles/honour', factory.id))
  await again.tap('honour-level-township')
  await again.tap('honour-kind-certificate')
  await again.picture('honour')
  await again.tap('honour-send')
  const list = await phoneOf('factory-chair', at('titles/own', factory.id))
  await list.reads('镇街级劳动奖状')
  await list.picture('titles-own')
})
