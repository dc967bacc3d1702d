import { withCheckDigit } from '../../local/demo/codes/person-numbers'
import { castPeople, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { agreesAndSends, givesDetails, tellsWhoTheyAre, welderJoins } from './ways'

jest.setTimeout(600_000)

const { phoneOf, visitor } = stage()

describe('from the poster to membership', () => {
  test('a rider scans the street’s poster, learns where and why, sends; the chair approves; the rider is a member', async () => {
    const rider = await phoneOf('rider')
    await rider.reads('您还没有加入工会')
    await rider.picture('home-newcomer')
    await rider.open('/pages/join/index?scene=zhongshanlu-newform')
    await rider.reads('谁给您发工资？')
    await rider.tap('join-choice-platform')
    await rider.picture('join-question')
    await rider.tap('join-next')
    await rider.tap('join-no-station')
    await rider.picture('join-industry')
    await rider.tap('join-choice-delivery')
    await rider.tap('join-next')
    await tellsWhoTheyAre(rider, castPeople.rider)
    await rider.picture('join-details')
    await givesDetails(rider)
    await rider.reads(castUnions.newForm.name)
    await rider.picture('join-route')
    await rider.tap('join-next')
    await rider.picture('join-letter')
    await rider.tap('join-agree')
    await rider.tap('join-next')
    await rider.reads('请核对一遍')
    await rider.picture('join-check')
    await rider.tap('join-sensitive')
    await rider.tap('join-next')
    await rider.reads(/已提交|送到了/)
    await rider.picture('join-sent')

    const chair = await phoneOf('newform-chair')
    await chair.tap(`home-office-${castUnions.newForm.id}`)
    await chair.picture('workbench')
    await chair.tap('workbench-inbox')
    await chair.picture('inbox')
    await chair.page.getByText('陈*路').locator('visible=true').first().click()
    await chair.reads('陈小路')
    await chair.picture('application')
    await chair.tap('application-approve')
    await chair.picture('application-approve')
    await chair.tap('application-approve-confirm')
    await chair.readsNoMore('陈小路')

    await rider.open('/pages/progress/index')
    await rider.reads('委员会同意')
    await rider.picture('progress-approved')
    await rider.open('/pages/home/index')
    await rider.reads(`您是${castUnions.newForm.name}的会员`)
    await rider.picture('home-member')
  })

  test('a welder sends from the factory’s poster, is asked to mend the name, mends it and is approved in a batch', async () => {
    const welder = await phoneOf('workshop')
    await welderJoins(welder, { ...castPeople.workshop, name: '王建乎' })
    await welder.reads('申请已送出')

    const chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${castUnions.factory.id}`)
    await chair.page.getByText('王*乎').locator('visible=true').first().click()
    await chair.tap('application-return')
    await chair.tap('application-return-confirm')
    await chair.reads('请至少选一个原因。')
    await chair.tap('reason-name')
    await chair.type('reason-note', '和身份证上的字不一样')
    await chair.picture('application-return')
    await chair.tap('application-return-confirm')
    await chair.readsNoMore('王建乎')

    await welder.open('/pages/home/index')
    await welder.reads('姓名与证件不一致')
    await welder.picture('home-returned')
    await welder.open('/pages/progress/index')
    await welder.reads('和身份证上的字不一样')
    await welder.picture('progress-returned')
    await welder.tap('progress-mend')
    await welder.type('join-name', castPeople.workshop.name)
    await welder.tap('join-next')
    await onTo(welder, '我读过上面的申请书')
    await welder.tap('join-agree')
    await welder.tap('join-next')
    await welder.reads('请核对一遍')
    await welder.tap('join-sensitive')
    await welder.tap('join-next')
    await welder.reads('申请已送出')

    await chair.open(`/officer/inbox/index?union=${castUnions.factory.id}`)
    await chair.tap('inbox-select')
    await chair.page.getByText('王*平').locator('visible=true').first().click()
    await chair.tap('inbox-approve-batch')
    await chair.tap('batch-confirm')
    await chair.picture('inbox-undo')
    await chair.reads('已同意 1 人入会')
    await chair.picture('inbox-batch-result')
    await chair.tap('batch-close')

    await welder.open('/pages/progress/index')
    await welder.reads('委员会同意')
    await chair.open(`/officer/roster/index?union=${castUnions.factory.id}`)
    await chair.type('roster-search', '王建平')
    await chair.reads('找到 1 人')
    await chair.page.getByText('王建平').locator('visible=true').first().click()
    await chair.reads('会籍变动')
    await chair.picture('member')
    await chair.tap('member-letter')
    await chair.reads('同意入会')
    await chair.picture('letter')
  })

  test('a dispatched worker is told: where the work is, not where the contract is; and may take the agency’s union', async () => {
    const worker = await phoneOf('dispatched', '/pages/join/index?scene=lanyu-factory')
    await worker.tap('join-choice-dispatched')
    await worker.tap('join-next')
    await worker.type('join-unit', '樾帆')
    await worker.tap('join-unit-unit-yuefan')
    await onTo(worker, '您是谁？')
    await tellsWhoTheyAre(worker, castPeople.dispatched)
    await givesDetails(worker)
    await worker.reads('由实际用工的单位组织入会')
    await worker.reads(castUnions.factory.name)
    await worker.picture('join-route-dispatched')
    await worker.tap(`join-take-${castUnions.agency.id}`)
    await agreesAndSends(worker)
    await worker.reads(`送到${castUnions.agency.name}`)
  })

  test('somebody says 这不对; the street decides which union; that union gets it', async () => {
    const worker = await visitor('/pages/join/index?scene=lanyu-factory')
    await worker.tap('join-choice-unit')
    await worker.tap('join-next')
    await tellsWhoTheyAre(worker, stranger('吴远', 1))
    await givesDetails(worker)
    await worker.tap('join-object')
    await worker.tap('join-next')
    await worker.reads('请写一句哪里不对')
    await worker.type('join-objection', '我是食堂外包公司的，不是厂里的职工')
    await worker.picture('join-objection')
    await agreesAndSends(worker)
    await worker.reads('申请已送出')

    const street = await phoneOf('street', `/officer/inbox/index?union=${castUnions.street.id}`)
    await street.page.getByText('吴*').locator('visible=true').first().click()
    await street.reads('我是食堂外包公司的')
    await street.picture('application-objection')
    await street.tap('application-assign')
    await street.type('assign-search', '樾帆')
    await street.tap(`assign-${castUnions.agency.id}`)
    await street.tap('assign-confirm')
    await street.reads('请写明理由，本人会看到。')
    await street.type('assign-reason', '合同在樾帆，由樾帆工会办理')
    await street.picture('application-assign')
    await street.tap('assign-confirm')
    await street.readsNoMore('我是食堂外包公司的')
    await worker.open('/pages/progress/index')
    await worker.reads(castUnions.agency.name)
    await worker.picture('progress-assigned')
  })

  test('Changxing signs by finger', async () => {
    const worker = await phoneOf('battery-worker', '/pages/join/index?scene=tiaohe-battery')
    await worker.tap('join-choice-unit')
    await worker.tap('join-next')
    await tellsWhoTheyAre(worker, castPeople.batteryWorker)
    await givesDetails(worker)
    await worker.tap('join-next')
    await worker.tap('join-next')
    await worker.reads('请用手指在框里签名')
    await sign(worker)
    await worker.picture('join-signature')
    await worker.tap('join-next')
    await worker.reads('已签名')
    await worker.tap('join-sensitive')
    await worker.tap('join-next')
    await worker.reads('申请已送出')

    const chair = await phoneOf('battery-chair', `/officer/inbox/index?union=${castUnions.battery.id}`)
    await chair.page.getByText('姚*芳').locator('visible=true').first().click()
    await chair.sees('application-signature')
    await chair.picture('application-signed')
  })
})

describe('what goes another way', () => {
  test('a rejection is told with its reason and a next step', async () => {
    const worker = await visitor()
    await welderJoins(worker, stranger('郑一鸣', 2))
    await worker.reads('申请已送出')
    const chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${castUnions.factory.id}`)
    await chair.page.getByText('郑*鸣').locator('visible=true').first().click()
    await chair.tap('application-reject')
    await chair.tap('reason-not_employed_here')
    await chair.tap('application-reject-confirm')
    await chair.picture('application-reject')
    await chair.tap('confirm-yes')
    await chair.readsNoMore('不同意郑一鸣的申请？')
    await worker.open('/pages/progress/index')
    await worker.reads('不在本会所属单位工作')
    await worker.sees('progress-join-again')
    await worker.picture('progress-rejected')
  })

  test('a duplicate: the chair is warned, and approving is refused with what to do', async () => {
    const chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${castUnions.factory.id}`)
    await chair.page.getByText('高*兰').locator('visible=true').first().click()
    await chair.reads('已经有会籍')
    await chair.picture('application-duplicate')
    await chair.tap('application-approve')
    await chair.tap('application-approve-confirm')
    await chair.reads('此人已经有会籍，不能重复入会')
  })

  test('left half-way, the draft is there on a second phone; nothing is typed twice', async () => {
    const first = await phoneOf('known', '/pages/join/index?scene=lanyu-factory')
    await first.tap('join-choice-unit')
    await first.tap('join-next')
    await first.type('join-name', '郑德山')
    await first.type('join-number', '3702021968')
    await first.page.waitForTimeout(2500)
    const second = await phoneOf('known')
    await second.picture('home-draft')
    await second.tap('home-resume')
    await second.reads('您是谁？')
    expect(
      await second.page
        .locator('[id="join-number"]:visible input, input[id="join-number"]:visible')
        .first()
        .inputValue(),
    ).toBe('3702021968')
  })

  test('a member with a new WeChat: unverified the system says nothing; verified it says where the membership is (R02)', async () => {
    const { known } = castPeople
    const member = await visitor('/pages/join/index?scene=lanyu-factory', known.mobile)
    await member.tap('join-choice-unit')
    await member.tap('join-next')
    await tellsWhoTheyAre(member, known)
    await member.tap('join-choice-no')
    await member.tap('join-next')
    await givesDetails(member)
    await member.reads('由它组织您入会')
    for (let back = 0; back < 3; back++) await member.tap('join-back')
    await member.tap('join-verify-phone')
    await member.reads('微信已验证')
    await onTo(member, '您已经是会员')
    await member.reads(`您已经是${castUnions.factory.name}的会员`)
    await member.picture('join-on-file')
  })

  test('a retained membership is resumed, not begun again (R63)', async () => {
    const rider = await phoneOf('retained', '/pages/join/index?scene=zhongshanlu-newform')
    await rider.tap('join-choice-platform')
    await rider.tap('join-next')
    await rider.tap('join-no-station')
    await rider.tap('join-choice-delivery')
    await rider.tap('join-next')
    await rider.type('join-name', castPeople.retained.name)
    await rider.type('join-number', castPeople.retained.number)
    await rider.type('join-mobile', castPeople.retained.mobile)
    await rider.tap('join-verify-phone')
    await rider.reads('微信已验证')
    await rider.tap('join-next')
    await givesDetails(rider)
    await rider.reads('您的会籍保留在')
    await rider.picture('join-resume')
    await agreesAndSends(rider)
    await rider.reads('申请已送出')
  })

  test('somebody withdraws, and the page says how to begin again', async () => {
    const worker = await visitor()
    await welderJoins(worker, stranger('许冬', 3))
    await worker.reads('申请已送出')
    await worker.open('/pages/progress/index')
    await worker.picture('progress')
    await worker.tap('progress-remind')
    await worker.reads('已经提醒工会的人')
    await worker.tap('progress-withdraw')
    await worker.picture('progress-withdraw')
    await worker.tap('confirm-yes')
    await worker.reads('您已撤回')
    await worker.sees('progress-join-again')
  })
})

let strangers = 0

/** Somebody with a valid number that nobody else here has. */
function stranger(name: string, seed: number) {
  strangers += 1
  return {
    name,
    number: withCheckDigit(`37021119900${seed}${10 + strangers}${100 + strangers}`),
    mobile: `1543333${String(1000 + strangers)}`,
  }
}

/** 下一步 until the page says this; what is known already need not be answered again. */
async function onTo(phone: Phone, title: string): Promise<void> {
  for (let step = 0; step < 8; step++) {
    await phone.page.waitForTimeout(600)
    if (await phone.page.getByText(title).locator('visible=true').count()) return
    await phone.tap('join-next')
  }
  await phone.reads(title)
}

async function sign(phone: Phone): Promise<void> {
  const box = await phone.page.locator('[id="join-signature"]:visible').first().boundingBox()
  if (box === null) throw new Error('there is no pad to sign on')
  const { mouse } = phone.page
  for (const [x, y] of [
    [0.2, 0.3],
    [0.5, 0.2],
  ] as const) {
    await mouse.move(box.x + box.width * x, box.y + box.height * y)
    await mouse.down()
    for (let step = 1; step <= 12; step++)
      await mouse.move(box.x + box.width * (x + step * 0.02), box.y + box.height * (y + Math.abs(6 - step) * 0.06))
    await mouse.up()
  }
}
