import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { givesDetails, tellsWhoTheyAre } from './ways'

jest.setTimeout(600_000)

const { visitor } = stage()
const joinBy = (scene: string) => visitor(`/pages/join/index?scene=${scene}`)

/** The page has no 下一步: without the answer there is no way on. */
async function hasNoNext(phone: Phone): Promise<void> {
  expect(await phone.page.locator('[id="join-next"]:visible').count()).toBe(0)
}

describe('a question without an answer', () => {
  test('who pays the wage: asks for the nearest, stays, and is content with one', async () => {
    const phone = await joinBy(castScenes.newForm)
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-situation')).toBe('请选一个最像的')
    await phone.picture('wrong-choice')
    await phone.tap('join-choice-platform')
    expect(await phone.errors()).toEqual([])
  })

  test('what work, and which station', async () => {
    const phone = await joinBy(castScenes.newForm)
    await phone.tap('join-choice-platform')
    await phone.tap('join-next')
    await phone.reads('您有固定的站点或公司吗？')
    await hasNoNext(phone)
    await phone.tap('join-no-station')
    await phone.reads('您主要干什么活？')
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-situation')).toBe('请选一个')
    await phone.tap('join-choice-delivery')
    expect(await phone.errors()).toEqual([])
    await phone.tap('join-next')
    await phone.reads('您是谁？')
  })

  test('established or not, where a hospital asks it', async () => {
    const phone = await visitor('/pages/join/index')
    await phone.tap('join-search')
    await phone.type('join-unit', '中学')
    await phone.page.locator('[id^="join-unit-"]:visible').first().click()
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await phone.reads('您是在编的吗？')
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-situation')).toBe('请选一个')
    await phone.tap('join-choice-off_establishment')
    expect(await phone.errors()).toEqual([])
    await phone.tap('join-next')
    await phone.reads('您是谁？')
  })

  test('where: no way on before a street is chosen', async () => {
    const phone = await visitor('/pages/join/index')
    await phone.tap('join-by-place')
    await phone.reads('您平时在哪一带干活？')
    await phone.tapText('青岛市')
    await phone.tapText('市南区')
    expect(await phone.page.locator('[id="join-place-here"]:visible').count()).toBe(0)
    await phone.tapText('中山路街道')
    await phone.tap('join-place-here')
    await phone.reads('谁给您发工资？')
  })
})

describe('a unit that nobody knows', () => {
  test.each([
    ['no such name', '没有这样一家单位的名字'],
    ['markup', '<img src=x onerror=alert()>'],
    ['what a data base might misread', '%_\'";--'],
    ['faces', '🏭🏭🏭'],
    ['wide spaces around it', '\u3000某某某厂\u3000'],
  ])('%s: says so, and takes the name by hand as it was typed', async (_, typed) => {
    const phone = await visitor('/pages/join/index?way=search')
    await phone.type('join-unit', typed)
    await phone.reads('没有找到这家单位')
    await phone.reads(`手工填写“${typed.trim()}”`)
    await phone.tap('join-unit-by-hand')
    await phone.reads('这家单位在哪儿？')
    await phone.reads(typed.trim())
    await hasNoNext(phone)
    await phone.tap('join-search-again')
    expect(await phone.valueIn('join-unit')).toBe('')
  })

  test.each([
    ['nothing', ''],
    ['spaces', '    '],
    ['one letter', '厂'],
  ])('%s is not searched for, and cannot be written by hand', async (_, typed) => {
    const phone = await visitor('/pages/join/index?way=search')
    await phone.type('join-unit', typed)
    await phone.page.waitForTimeout(1000)
    expect(await phone.page.locator('[id="join-unit-by-hand"]:visible').count()).toBe(0)
    await hasNoNext(phone)
  })

  test('ten thousand letters stop where the field ends, and are found nowhere', async () => {
    const phone = await visitor('/pages/join/index?way=search')
    await phone.type('join-unit', '厂'.repeat(10_000))
    await phone.reads('没有找到这家单位')
    expect(await phone.valueIn('join-unit')).toBe('厂'.repeat(40))
    await phone.picture('wrong-unit')
  })

  test('a firm that is no agency is not offered as the one that sends people', async () => {
    const phone = await joinBy(castScenes.factory)
    await phone.tap('join-choice-dispatched')
    await phone.tap('join-next')
    await phone.type('join-unit', '澜屿海洋')
    await phone.reads('没有找到这家单位')
    await hasNoNext(phone)
    await phone.type('join-unit', '樾帆')
    await phone.tap('join-unit-unit-yuefan')
    await phone.reads('您是谁？')
  })

  test('by hand with its street: the way goes on to a union', async () => {
    const phone = await visitor('/pages/join/index?way=search')
    await phone.type('join-unit', '栈桥边上的新面馆')
    await phone.tap('join-unit-by-hand')
    await phone.tapText('青岛市')
    await phone.tapText('市南区')
    await phone.tapText('中山路街道')
    await phone.tap('join-place-here')
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await tellsWhoTheyAre(phone, { ...castPeople.workshop, mobile: '15420330920' })
    await givesDetails(phone)
    await phone.reads('您的工会是')
    await phone.picture('wrong-unit-by-hand')
  })
})

describe('how long seconded', () => {
  const asks = '请写几个月，只写数字，例如 8'
  let phone: Phone
  beforeAll(async () => {
    phone = await joinBy(castScenes.factory)
    await phone.tap('join-more')
    await phone.tap('join-choice-seconded')
    await phone.tap('join-next')
    await phone.type('join-unit', '樾帆')
    await phone.tap('join-unit-unit-yuefan')
    await phone.reads('借调多久了？')
  })

  test.each(['', ' ', '半年', '八', '-1', '1.5', '1e2', '601', '📅'])('%j is no number of months', async (typed) => {
    await phone.type('join-months', typed)
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-months')).toBe(asks)
    expect(await phone.valueIn('join-months')).toBe(typed)
  })

  test.each(['0', '８', ' 8', '600'])('%j is', async (typed) => {
    await phone.type('join-months', typed)
    await phone.tap('join-next')
    await phone.reads('您是谁？')
    await phone.tap('join-back')
    expect(await phone.valueIn('join-months')).toBe(typed)
  })
})

describe('“都不是”, in one’s own words', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await joinBy(castScenes.newForm)
    await phone.tap('join-more')
    await phone.tap('join-choice-other')
    await phone.tap('join-next')
    await phone.reads('说说您的情况')
  })

  test.each(['', '   ', '\n\n'])('%j says nothing', async (typed) => {
    await phone.type('join-note', typed)
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-note')).toBe('请用一两句话说说您的情况')
    await phone.picture('wrong-note')
  })

  test.each([
    ['faces', '😀'.repeat(100), '😀'.repeat(100)],
    ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['ten thousand letters, as far as the field goes', '说'.repeat(10_000), '说'.repeat(200)],
  ])('%s: taken', async (_, typed, kept) => {
    await phone.type('join-note', typed)
    expect(await phone.errors()).toEqual([])
    await phone.tap('join-next')
    await phone.reads('您是谁？')
    await phone.tap('join-back')
    expect(await phone.valueIn('join-note')).toBe(kept)
  })
})

test('Changxing: the letter without a signature, and with a dot for one', async () => {
  const phone = await joinBy(castScenes.battery)
  await phone.tap('join-choice-unit')
  await phone.tap('join-next')
  await tellsWhoTheyAre(phone, { ...castPeople.batteryWorker, mobile: '15420330921' })
  await givesDetails(phone)
  await phone.reads(castUnions.battery.name)
  await phone.tap('join-next')
  await phone.sees('join-signature')
  await phone.tap('join-next')
  expect(await phone.errorInSight('join-signature')).toBe('请用手指在框里签名')
  await phone.tap('join-signature')
  await phone.tap('join-next')
  expect(await phone.errorInSight('join-signature')).toBe('请用手指在框里签名')
  await phone.picture('wrong-signature')
})

describe('addresses that lead nowhere', () => {
  test.each([
    ['a poster that nobody made', '/pages/join/index?scene=nobody-made-this', /这个二维码已失效/],
    ['a poster with markup for a code', '/pages/join/index?scene=%3Cscript%3E', /失效|不是工会的入会码/],
    ['a union that is not there', '/pages/union/index?union=nobody', /没有找到|不存在|找不到/],
    ['an application of somebody else', '/pages/progress/index?application=nobody', /没有|找不到/],
  ])('%s: a sentence and a way on', async (_, path, says) => {
    const phone = await visitor(path)
    await phone.reads(says)
    await phone.picture(`wrong-address-${path.split('/')[2] ?? ''}`)
  })
})
