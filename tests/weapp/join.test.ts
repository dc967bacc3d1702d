import { isoTime } from '../../shared/core/time'
import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import { agreesAndSends, givesDetails, tellsWhoTheyAre } from '../e2e/ways'
import { miniStage } from './mini-stage'
import type { MiniPhone } from './phone'

const { openPhone: opening, phones, system } = miniStage()
beforeAll(() => system().travel(isoTime(Date.now())))
jest.setTimeout(600_000)

function openPhone(openid: string, camera?: string): MiniPhone {
  return opening(openid, camera === undefined ? {} : { camera: () => camera })
}

describe('the built mini-program', () => {
  test('a rider scans the poster from the first page, answers, checks and sends; the chair approves; the rider is a member', async () => {
    const rider = openPhone('demo-rider', `https://example.invalid/?scene=${castScenes.newForm}`)
    await rider.open('pages/home/index')
    await rider.reads('您还没有加入工会')
    await rider.tap('home-scan')
    await rider.on('pages/join/index')
    await rider.reads('谁给您发工资？')
    await rider.tap('join-choice-platform')
    await rider.tap('join-next')
    await rider.tap('join-no-station')
    await rider.tap('join-choice-delivery')
    await rider.tap('join-next')
    await tellsWhoTheyAre(rider, castPeople.rider)
    await givesDetails(rider)
    await rider.reads(castUnions.newForm.name)
    await agreesAndSends(rider)
    await rider.reads(/已提交|送到了|已送出/)

    const chair = openPhone('demo-newform-chair')
    await chair.open('pages/home/index')
    await chair.tap(`home-office-${castUnions.newForm.id}`)
    await chair.on('officer/workbench/index')
    await chair.tap('workbench-inbox')
    await chair.on('officer/inbox/index')
    await chair.tapText('陈*路')
    await chair.on('officer/application/index')
    await chair.reads('陈小路')
    await chair.tap('application-approve')
    await chair.tap('application-approve-confirm')
    await chair.on('officer/inbox/index')

    await rider.open('pages/home/index')
    await rider.reads(`您是${castUnions.newForm.name}的会员`)
    expect(rider.asked).toContain('membership.submit')
    expect(chair.asked).toContain('membership.decide')
  })

  test('a wrong number is told at its field; what was typed is still there', async () => {
    const welder = openPhone('demo-workshop')
    await welder.open(`pages/join/index?scene=${castScenes.factory}`)
    await welder.tap('join-choice-unit')
    await welder.tap('join-next')
    await tellsWhoTheyAre(welder, { ...castPeople.workshop, number: '370202197911250511' })
    await welder.find('join-number-error')
    await welder.reads('校验')
    expect(await welder.valueOf('join-name')).toBe(castPeople.workshop.name)
    expect(await welder.valueOf('join-number')).toBe('370202197911250511')
    await welder.leave()
  })

  test('left half-way: the draft is there when the welder comes back', async () => {
    const welder = openPhone('demo-workshop')
    await welder.open(`pages/join/index?scene=${castScenes.factory}`)
    await welder.reads('上次填的都还在，已为您接着填。')
    expect(await welder.valueOf('join-name')).toBe(castPeople.workshop.name)
  })

  test('Changxing signs on the canvas', async () => {
    const worker = openPhone('demo-battery-worker')
    await worker.open(`pages/join/index?scene=${castScenes.battery}`)
    await worker.tap('join-choice-unit')
    await worker.tap('join-next')
    await tellsWhoTheyAre(worker, castPeople.batteryWorker)
    await givesDetails(worker)
    await worker.reads(castUnions.battery.name)
    await worker.tap('join-next')
    await worker.draw('join-signature', [
      [20, 30],
      [90, 60],
      [160, 120],
      [200, 40],
      [260, 150],
    ])
    await worker.tap('join-next')
    await worker.reads('请核对一遍')
    await worker.tap('join-sensitive')
    await worker.tap('join-next')
    await worker.reads(/已提交|送到了|已送出/)
  })

  test('a member with a new WeChat: the phone button tells who they are (R02)', async () => {
    const { known } = castPeople
    const member = openPhone('demo-known')
    await member.open(`pages/join/index?scene=${castScenes.factory}`)
    await member.tap('join-choice-unit')
    await member.tap('join-next')
    await member.type('join-name', known.name)
    await member.type('join-number', known.number)
    await member.type('join-mobile', known.mobile)
    await member.givePhone('join-verify-phone', known.mobile)
    await member.reads('微信已验证')
    await member.tap('join-next')
    await member.tap('join-choice-no')
    await member.tap('join-next')
    await givesDetails(member)
    await member.reads(`您已经是${castUnions.factory.name}的会员`)
  })
})

describe('no page is too heavy for an old phone (QUALITY)', () => {
  const weights = () => phones.flatMap((phone) => [...phone.weights])

  test('the pages of the way were weighed', () => {
    expect(new Set(weights().map(([route]) => route)).size).toBeGreaterThanOrEqual(5)
  })

  test('at most 250 elements on a page', () => {
    for (const [route, { elements }] of weights())
      expect({ route, many: elements > 250 }).toEqual({ route, many: false })
  })

  test('at most 64 KB in one update', () => {
    for (const [route, { update }] of weights())
      expect({ route, large: update > 65_536 }).toEqual({ route, large: false })
  })
})
