import { castPeople, castUnions } from '../../local/demo/personas'
import { maskName } from '../../shared/identity/mask'
import type { Phone } from './phone'
import { readCode } from './read-code'
import { stage } from './stage'
import { agreesAndSends, findsThemselves, tellsWhoTheyAre } from './ways'

jest.setTimeout(600_000)

const { origin, phoneOf, visitor, desk } = stage()
const { factory } = castUnions
const { known, workshop } = castPeople
const elsewhere = '徐州市鼓楼区快递行业工会'

test('a member goes to a union outside: anybody checks the code, the member stays, goes, and nothing is checked any more', async () => {
  const member = await phoneOf('known', '/pages/mine/bind/index')
  await member.tap('bind-verify')
  await findsThemselves(member, known)
  await member.reads('找到了')
  await openAnew(member, '/pages/mine/membership/index')
  await member.reads('我要转到外地的工会')
  await member.picture('outside-record')
  await member.tap('membership-certificate')
  await member.sees('certificate-issue')
  await member.tap('certificate-issue')
  expect(await member.errorInSight('certificate-destination')).toContain('请写转到哪里')
  await member.picture('outside-ask')
  const link = await issues(member)
  await member.picture('outside-certificate')

  const officer = await visitor(link.slice(`${origin()}/#`.length))
  await officer.reads('证明有效')
  await officer.reads(factory.name)
  await officer.readsNoMore(known.name)
  await officer.picture('outside-valid')
  const atDesk = await desk('/pages/certificate/index')
  await atDesk.tap('certificate-check')
  await atDesk.reads('核验码是 22 个')
  await atDesk.picture('outside-type')
  await atDesk.type('certificate-code', new URL(link.replace('#/', '')).searchParams.get('code') ?? '')
  await atDesk.tap('certificate-check')
  await atDesk.reads('证明有效')
  await atDesk.picture('outside-valid-desk')

  await member.tap('certificate-withdraw')
  await member.reads('这份证明马上作废')
  await member.picture('outside-withdraw')
  await member.tap('confirm-yes')
  await member.sees('certificate-issue')
  await officer.tap('certificate-again')
  await officer.reads('证明已经失效')
  await officer.picture('outside-over')

  await issues(member)
  await member.tap('certificate-received')
  await member.reads('会籍就此结束')
  await member.picture('outside-received')
  await member.tap('confirm-yes')
  await member.reads('已转出')
  await member.reads('转到外地')
  await member.picture('outside-gone')
})

async function issues(member: Phone): Promise<string> {
  await member.type('certificate-destination', '杭州市余杭区总工会')
  await member.tap('certificate-issue')
  await member.sees('certificate-qr')
  await member.page.waitForTimeout(500)
  return (await readCode(member)) ?? ''
}

test('a worker comes from a union outside with a picture: the chair sees it, sends it back once, approves; the record shows it', async () => {
  const worker = await visitor('/pages/join/index?scene=lanyu-factory', workshop.mobile)
  await worker.tap('join-choice-unit')
  await worker.tap('join-next')
  await tellsWhoTheyAre(worker, workshop)
  await worker.pickFirst('join-education')
  await worker.tap('join-household-rural')
  await worker.tap('join-elsewhere')
  await worker.picture('outside-details')
  await worker.tap('join-next')
  await worker.reads('您现在是哪个工会的会员？')
  await worker.tap('join-next')
  expect(await worker.errorInSight('join-elsewhere-union')).toContain('请写现在是哪个工会')
  await worker.type('join-elsewhere-union', elsewhere)
  await worker.pickNth('join-elsewhere-since', -3)
  await photographs(worker, 'join-elsewhere-proof')
  await worker.picture('outside-elsewhere')
  await worker.tap('join-next')
  await worker.reads('您的会籍转入')
  await worker.picture('outside-route')
  await agreesAndSends(worker)
  await worker.reads(/提交|送/)
  await worker.picture('outside-sent')

  const chair = await opensTheApplication()
  await chair.reads('从外地转入')
  await chair.picture('outside-application')
  await chair.tap('application-return')
  await chair.tap('reason-proof')
  await chair.tap('application-return-confirm')
  await chair.readsNoMore('请本人改哪里')

  await openAnew(worker, '/pages/progress/index')
  await worker.reads('会员证照片看不清')
  await worker.tap('progress-mend')
  await worker.reads('您现在是哪个工会的会员？')
  expect(await worker.valueIn('join-elsewhere-union')).toBe(elsewhere)
  await worker.reads('照片已经交了')
  await worker.picture('outside-mend')
  await photographs(worker, 'join-elsewhere-proof')
  await worker.tap('join-next')
  await worker.reads('您的会籍转入')
  await agreesAndSends(worker)

  const again = await opensTheApplication()
  await again.tap('application-approve')
  await again.picture('outside-approve')
  await again.tap('application-approve-confirm')
  await again.readsNoMore('从外地转入')
  await again.open(`/officer/roster/index?union=${factory.id}`)
  await again.tapText(workshop.name)
  await again.reads(new RegExp(`从${elsewhere}转入`))
  await again.picture('outside-member')
  await openAnew(worker, '/pages/mine/membership/index')
  await worker.reads(new RegExp(`从${elsewhere}转入`))
  await worker.picture('outside-joined')
})

async function opensTheApplication(): Promise<Phone> {
  const chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${factory.id}`)
  await chair.tapText(maskName(workshop.name))
  await chair.sees('application-approve')
  return chair
}

/** A page of a certificate, drawn. */
async function photographs(phone: Phone, id: string): Promise<void> {
  const drawn = await phone.page.evaluate((name) => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 600
    const context = canvas.getContext('2d')
    if (context === null) return ''
    context.fillStyle = '#a4232b'
    context.fillRect(0, 0, 900, 600)
    context.fillStyle = '#f5e6b8'
    context.font = '72px sans-serif'
    context.fillText('工会会员证', 260, 240)
    context.font = '36px sans-serif'
    context.fillText(name, 200, 360)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, elsewhere)
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(id)
  const file = { name: 'certificate.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') }
  await (await chooser).setFiles(file)
  await phone.page.locator('.paper img:visible').waitFor()
  await phone.page
    .locator('[id="join-next"] .nut-loading, [id="join-next"] .nut-button-loading')
    .waitFor({ state: 'detached' })
}

/** As a link opened afresh. */
async function openAnew(phone: Phone, path: string): Promise<void> {
  await phone.page.goto(`${origin()}/demo/door`)
  await phone.open(path)
}
