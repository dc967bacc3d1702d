import jsQR from 'jsqr'
import { castPeople, castUnions } from '../../local/demo/personas'
import { screenAs } from './noisy'
import type { Phone } from './phone'
import { stage } from './stage'

jest.setTimeout(600_000)
const { phoneOf, desk } = stage('expected')
const union = castUnions.factory.id
const phoneSize = { width: 390, height: 844 }
/** As a bad camera has it, in grey values of 255. */
const sigma = 12

let member: Phone
/** Every browser of this file; those that are taken off the network may say so, and nothing else. */
const phones: Phone[] = []

/** Somebody at a counter, in a browser that nobody is signed in to, which has asked the issuer once. */
async function counter(path = '/pages/card/verify/index'): Promise<Phone> {
  const phone = await desk(path, phoneSize)
  phones.push(phone)
  await phone.page.waitForFunction(() => localStorage.getItem('card-issuer') !== null)
  return phone
}

async function scanPicture(at: Phone, picture: Buffer): Promise<void> {
  const chosen = at.page.waitForEvent('filechooser')
  await at.tap('verify-picture')
  await (await chosen).setFiles({ name: 'card.png', mimeType: 'image/png', buffer: picture })
}

/** The screen of the member’s phone, as the camera of another one would have it. */
async function photographed(): Promise<Buffer> {
  await member.openAnew('/pages/card/show/index')
  await member.sees('card-code')
  await member.page.waitForTimeout(400)
  return member.page.screenshot()
}

/** This machine has no camera: the browser gets a real stream of what one would see. It writes down when its track was stopped. */
function cameraSeeing({ page }: Phone, picture: Buffer): Promise<void> {
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    setInterval(() => canvas.getContext('2d')?.drawImage(image, 0, 0), 100)
    const stream = canvas.captureStream(10)
    const [track] = stream.getTracks()
    setInterval(() => {
      document.documentElement.dataset['camera'] = track?.readyState ?? 'none'
    }, 50)
    navigator.mediaDevices.getUserMedia = async () => stream
  }, picture.toString('base64'))
}

beforeAll(async () => {
  member = await phoneOf('known', '/pages/mine/bind/index')
  phones.push(member)
  await member.tap('bind-verify')
  await member.type('bind-name', castPeople.known.name)
  await member.type('bind-number', castPeople.known.number)
  await member.tap('bind-send')
  await member.reads('找到了')
  await member.openAnew('/pages/card/show/index')
  await member.tap('card-activate')
  await member.sees('card-code')
}, 360_000)
afterAll(() => {
  const unexpected = phones.flatMap(({ faults }) => faults).filter((fault) => !/net::ERR_|Failed to fetch/.test(fault))
  expect(unexpected).toEqual([])
})

describe('the code on the card', () => {
  test('is read from a screenshot by an independent decoder', async () => {
    await member.picture('card')
    const { data, width, height } = await screenAs(member, { scale: 1, sigma: 0, seed: 0 })
    expect(width).toBe(390)
    expect(jsQR(data, width, height)?.data).toMatch(/^GH1:/)
  })

  test.each([1, 2, 3, 4, 5])('at 60 % and with noise as well (%s)', async (seed) => {
    const { data, width, height } = await screenAs(member, { scale: 0.6, sigma, seed })
    expect(width).toBe(234)
    expect(jsQR(data, width, height)?.data).toMatch(/^GH1:/)
  })
})

test('what the card shows is valid once: the same screenshot is used, at this counter and at any other', async () => {
  const [here, elsewhere] = [await counter(), await counter()]
  await here.picture('verify')
  const picture = await photographed()
  await scanPicture(here, picture)
  await here.sees('verify-valid')
  await here.reads('郑*山')
  await here.readsNoMore('离线核验')
  await here.picture('verify-valid')
  await scanPicture(elsewhere, picture)
  await elsewhere.sees('verify-used')
  await elsewhere.picture('verify-used')
  await scanPicture(here, picture)
  await here.sees('verify-used')
  await scanPicture(here, await photographed())
  await here.sees('verify-valid')
})

test('without a network the counter says so, and how old its list is; asked again with one, the issuer’s word counts', async () => {
  const here = await counter()
  await here.page.context().setOffline(true)
  const picture = await photographed()
  await scanPicture(here, picture)
  await here.sees('verify-valid')
  await here.reads(/离线核验，吊销名单截至 .+ \d\d:\d\d/)
  await here.picture('verify-offline')
  await here.page.context().setOffline(false)
  await scanPicture(here, await photographed())
  await here.sees('verify-valid')
  await here.readsNoMore(/离线核验/)
})

test('an answer that was lost is asked for again under the same number: the card is not used by its own first try', async () => {
  const here = await counter()
  let lost = 0
  await here.page.route('**/api/card/verify', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await scanPicture(here, await photographed())
  await here.sees('verify-valid')
  await here.readsNoMore(/离线核验/)
  expect(lost).toBe(2)
})

test('a counter that never asked an issuer says that it cannot tell', async () => {
  const here = await counter()
  await here.page.route('**/api/card/**', (route) => route.abort())
  await here.page.evaluate(() => localStorage.removeItem('card-issuer'))
  await here.openAnew('/pages/card/verify/index')
  await scanPicture(here, await photographed())
  await here.sees('verify-unknown-issuer')
  await here.picture('verify-unknown')
})

test('a service’s own link says whose counter it is, and counts its uses for the union that offers it', async () => {
  const chair = await phoneOf('factory-chair', `/officer/services/index?union=${union}`)
  phones.push(chair)
  await chair.reads('澜屿职工健身房')
  await chair.picture('officer-services')
  await chair.tapText('澜屿职工健身房')
  await chair.reads('今天 0 次')
  const link = await chair.page.locator('#service-link').innerText()
  await chair.picture('officer-service')

  const here = await counter(link.slice(link.indexOf('#') + 1))
  await here.reads('澜屿职工健身房')
  await scanPicture(here, await photographed())
  await here.sees('verify-valid')
  await here.readsNoMore(/离线核验/)
  await here.picture('verify-at-service')
  await chair.openAnew(`/officer/service/index?union=${union}&service=service-gym`)
  await chair.reads('今天 1 次')
  const sheet = await chair.page.locator('#service-sheet').last().screenshot()
  await scanPicture(here, sheet)
  await here.sees('verify-not-a-card')
  await here.picture('verify-not-a-card')
})

test('a browser’s camera finds the code by itself, and goes off with it', async () => {
  const here = await counter()
  await cameraSeeing(here, await photographed())
  await here.tap('verify-scan')
  await here.sees('verify-valid')
  await here.readsNoMore(/离线核验/)
  const ended = () => here.page.evaluate(() => document.documentElement.dataset['camera'] === 'ended')
  for (let tries = 0; tries < 50 && !(await ended()); tries++) await here.page.waitForTimeout(100)
  expect(await ended()).toBe(true)
})

test('a picture without a code, and a browser without a camera, say what to do', async () => {
  const here = await counter()
  await scanPicture(here, await here.page.screenshot())
  await here.sees('verify-no-code')
  await here.tap('verify-scan')
  await here.reads('请选一张图片')
  await here.picture('verify-no-camera')
})

test('a member finds what the card gives, kind by kind', async () => {
  await member.openAnew('/pages/card/show/index')
  await member.tap('card-services')
  await member.reads('澜屿职工健身房')
  await member.reads('青岛市职工门诊部')
  await member.picture('services')
  await member.tap('services-kind-legal-aid')
  await member.reads('青岛市职工法律援助中心')
  await member.readsNoMore('栈桥书店')
  await member.picture('services-legal-aid')
})

test('an officer adds a service, one question a page, changes it and closes it', async () => {
  const chair = await phoneOf('newform-chair', `/officer/services/index?union=${castUnions.newForm.id}`)
  phones.push(chair)
  await chair.reads('还没有登记服务')
  await chair.picture('officer-services-none')
  await chair.tap('services-add')
  await chair.tap('service-next')
  await chair.reads('请选一类')
  await chair.tap('service-kind-hardship')
  await chair.picture('officer-service-kind')
  await chair.tap('service-next')
  await chair.tap('service-next')
  await chair.reads('请写名称')
  await chair.type('service-name', '骑手驿站')
  await chair.tap('service-next')
  await chair.type('service-gives', '凭会员卡免费喝水、充电、歇脚')
  await chair.tap('service-next')
  await chair.type('service-where', '青岛市市南区中山路 97 号一楼')
  await chair.tap('service-next')
  await chair.type('service-phone', '请打前台')
  await chair.tap('service-next')
  await chair.reads('请填手机号，或带区号的座机')
  await chair.type('service-phone', '0532-12345678')
  await chair.picture('officer-service-contact')
  await chair.tap('service-next')
  await chair.reads('请核对一遍')
  await chair.picture('officer-service-check')
  await chair.tap('service-send')
  await chair.reads('给服务点的验卡码')
  await chair.tap('service-change')
  await chair.tap('service-next')
  await chair.type('service-name', '骑手暖心驿站')
  for (let at = 0; at < 4; at++) await chair.tap('service-next')
  await chair.tap('service-send')
  await chair.reads('已经改好')
  await chair.reads('骑手暖心驿站')
  await chair.tap('service-close')
  await chair.tap('confirm-yes')
  await chair.reads('已经停用')
})

test('at a desk the officer’s pages are as wide as they need', async () => {
  const at = { width: 1280, height: 900 }
  const chair = await phoneOf('factory-chair', `/officer/services/index?union=${union}`, at)
  phones.push(chair)
  await chair.reads('澜屿职工健身房')
  await chair.picture('desk-services')
  await chair.openAnew(`/officer/service/index?union=${union}&service=service-gym`)
  await chair.reads('用了多少次')
  await chair.page.waitForTimeout(500)
  await chair.picture('desk-service')
})

test('a screenshot is soon worth nothing, and a card that was ended is known without a network, by the list', async () => {
  const old = await photographed()
  const taken = Date.now()
  const early = await counter()
  const ended = await photographed()
  await member.tap('card-drop')
  await member.tap('confirm-yes')
  await member.sees('card-activate')
  const here = await counter()
  await here.page.context().setOffline(true)
  await scanPicture(here, ended)
  await here.sees('verify-revoked')
  await here.picture('verify-revoked')
  await here.page.waitForTimeout(Math.max(0, taken + 66_000 - Date.now()))
  await scanPicture(early, old)
  await early.sees('verify-stale')
  await early.picture('verify-stale')
})

test('in large type the verdict stands whole on the screen', async () => {
  const here = await counter()
  await here.page.evaluate(() => localStorage.setItem('large-type', JSON.stringify({ data: true })))
  await here.openAnew('/pages/card/verify/index')
  await member.openAnew('/pages/card/show/index')
  await member.tap('card-activate')
  await scanPicture(here, await photographed())
  await here.sees('verify-valid')
  await here.picture('verify-large')
})
