import { castScenes, castUnions, type PersonaKey } from '../../local/demo/personas'
import type { Phone } from './phone'
import { hardToHit, outOfSight } from './readable'
import { stage } from './stage'

jest.setTimeout(600_000)

const { phoneOf } = stage()

const union = castUnions.factory.id
/** Every page that opens by itself, with who looks at it and what they read first. */
const pages: readonly [name: string, persona: PersonaKey, path: string, says: RegExp][] = [
  ['home', 'rider', '/pages/home/index', /还没有加入工会/],
  ['home-officer', 'factory-chair', '/pages/home/index', /赵\*青/],
  ['start', 'rider', '/pages/join/index', /怎样找到您的工会/],
  ['question', 'rider', `/pages/join/index?scene=${castScenes.factory}`, /谁给您发工资/],
  ['progress', 'rider', '/pages/progress/index', /申请/],
  ['me', 'factory-chair', '/pages/me/index', /赵\*青|12351/],
  ['union', 'factory-chair', `/pages/union/index?union=${union}`, /青岛澜屿海洋装备有限公司工会/],
  ['workbench', 'factory-chair', `/officer/workbench/index?union=${union}`, /待审批/],
  ['workbench-city', 'city', `/officer/workbench/index?union=${castUnions.qingdao.id}`, /青岛市总工会/],
  ['inbox', 'factory-chair', `/officer/inbox/index?union=${union}`, /证件/],
  ['roster', 'factory-chair', `/officer/roster/index?union=${union}`, /花名册|在册/],
  ['invite', 'factory-chair', `/officer/invite/index?union=${union}`, /保存图片/],
  ['verify', 'rider', '/pages/card/verify/index', /扫会员出示的二维码/],
  ['services', 'rider', `/pages/card/services/index?union=${union}`, /澜屿职工健身房/],
  ['officer-services', 'factory-chair', `/officer/services/index?union=${union}`, /澜屿职工健身房/],
  ['officer-service', 'factory-chair', `/officer/service/index?union=${union}&service=service-gym`, /用了多少次/],
  ['letters', 'factory-chair', `/officer/letters/index?union=${union}`, /申请书/],
]

async function look(persona: PersonaKey, path: string, width: number, large: boolean): Promise<Phone> {
  const height = width > 900 ? 800 : 844
  const phone = await phoneOf(persona, '/pages/home/index', { width, height })
  if (large) await phone.tap('home-large-type')
  await phone.open(path)
  return phone
}

describe.each([
  ['a small phone', 320, false],
  ['a phone', 390, false],
  ['a phone with large type', 390, true],
  ['a small phone with large type', 320, true],
  ['a desk', 1280, false],
])('on %s', (size, width, large) => {
  const phones = new Map<PersonaKey, Phone>()
  afterAll(async () => {
    for (const phone of phones.values()) await phone.close()
  })
  /** One phone a person: the page is opened anew on it. */
  async function looksAt(persona: PersonaKey, path: string): Promise<Phone> {
    const known = phones.get(persona)
    await known?.openAnew(path)
    const phone = known ?? (await look(persona, path, width, large))
    phones.set(persona, phone)
    return phone
  }

  test.each(pages)(
    '%s: all of it can be read, nothing sticks out, fingers find their target',
    async (name, persona, path, says) => {
      const phone = await looksAt(persona, path)
      await phone.reads(says)
      await phone.page.waitForTimeout(300)
      await phone.picture(`size-${width}${large ? '-large' : ''}-${name}`)
      expect(await outOfSight(phone)).toEqual([])
      expect(await hardToHit(phone)).toEqual([])
      expect(phone.faults).toEqual([])
    },
  )
})

test('at a desk the inbox has two panes: the list stays while an application is read', async () => {
  const phone = await look('factory-chair', `/officer/inbox/index?union=${union}`, 1280, false)
  await phone.page.locator('[id^="inbox-row-"]:visible').first().click()
  await phone.sees('application-approve')
  const [row, act] = await Promise.all([
    phone.page.locator('[id^="inbox-row-"]:visible').first().boundingBox(),
    phone.page.locator('[id="application-approve"]:visible').boundingBox(),
  ])
  expect((row?.x ?? 0) + (row?.width ?? 0)).toBeLessThanOrEqual(act?.x ?? 0)
  await phone.close()
})

test('at a desk the roster has two panes too', async () => {
  const phone = await look('factory-chair', `/officer/roster/index?union=${union}`, 1280, false)
  await phone.type('roster-search', '赵海青')
  await phone.reads('找到 1 人')
  await phone.page.locator('[id^="roster-"][class*="row"]:visible').first().click()
  await phone.reads('会籍变动')
  await phone.sees('roster-search')
  await phone.picture('size-1280-roster-open')
  await phone.close()
})
