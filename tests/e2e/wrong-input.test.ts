import { withCheckDigit } from '../../local/demo/codes/person-numbers'
import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { agreesAndSends, givesDetails, tellsWhoTheyAre, welderJoins } from './ways'

jest.setTimeout(120_000)

const right = { name: '王建平', number: castPeople.workshop.number, mobile: castPeople.workshop.mobile }
const { phoneOf, visitor } = stage()

/** What a field shows now. */
const valueIn = (phone: Phone, id: string) =>
  phone.page
    .locator(`[id="${id}"]:visible input, input[id="${id}"]:visible, [id="${id}"]:visible textarea`)
    .first()
    .inputValue()

describe('您是谁: each slip is told at its field, and nothing typed is lost', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await phone.reads('您是谁？')
  })

  test('nothing at all: all three fields say what belongs there', async () => {
    await phone.tap('join-next')
    expect(await phone.errorAt('join-name')).toBe('请写姓名，和证件上的一样')
    expect(await phone.errorAt('join-number')).toBe('请写证件号码')
    expect(await phone.errorAt('join-mobile')).toBe('请写手机号，工会用它联系您')
    await phone.picture('wrong-empty')
  })

  test.each<[what: string, typed: string, says: RegExp]>([
    ['a digit too few', right.number.slice(0, 17), /要 18 位，现在是 17 位/],
    ['a digit too many', `${right.number}1`, /要 18 位，现在是 19 位/],
    [
      'a wrong check digit',
      `${right.number.slice(0, 17)}${right.number.endsWith('1') ? '2' : '1'}`,
      /第18位校验码不对/,
    ],
    ['a letter in the middle', `${right.number.slice(0, 8)}A${right.number.slice(9)}`, /第9位不对/],
    ['a day that is no date', withCheckDigit('37020219790230051'), /没有这一天/],
    ['a birth that is still to come', withCheckDigit('37020220990101051'), /还没到/],
    ['a birth in 1800', withCheckDigit('37020218000101051'), /早于/],
    ['a province that does not exist', withCheckDigit('99020219791125051'), /改选证件|省份/],
    ['the number of a passport', 'E12345678', /像是护照的号码，请在上面改选证件/],
    ['words', '没有带身份证', /只有数字/],
    ['markup', '<script>alert(1)</script>', /只有数字/],
    ['faces', '😀😀😀', /只有数字/],
    ['a thousand digits', '1'.repeat(1000), /太长|18 位/],
  ])('a number with %s', async (_, typed, says) => {
    await phone.type('join-number', typed)
    await phone.tap('join-next')
    expect(await phone.errorAt('join-number')).toMatch(says)
    expect((await valueIn(phone, 'join-number')).startsWith(typed.slice(0, 10))).toBe(true)
    await phone.reads('您是谁？')
  })

  test.each<[what: string, typed: string, says: RegExp]>([
    ['a digit too few', '1542026010', /要 11 位，现在是 10 位/],
    ['a digit too many', '154202601031', /11 位/],
    ['a landline', '053212345678', /11 位|13 到 19/],
    ['an impossible beginning', '12420260103', /13 到 19/],
    ['letters', '1542026010a', /只能是数字/],
    ['markup', '<b>154</b>', /只能是数字/],
  ])('a phone with %s', async (_, typed, says) => {
    await phone.type('join-mobile', typed)
    await phone.tap('join-next')
    expect(await phone.errorAt('join-mobile')).toMatch(says)
    await phone.reads('您是谁？')
  })

  test('a name that is only spaces, and one of five thousand letters', async () => {
    await phone.type('join-name', '   ')
    await phone.tap('join-next')
    expect(await phone.errorAt('join-name')).toBe('请写姓名，和证件上的一样')
    await phone.type('join-name', '王'.repeat(5000))
    await phone.tap('join-next')
    expect((await valueIn(phone, 'join-name')).length).toBeLessThanOrEqual(140)
    await phone.reads('您是谁？')
    await phone.picture('wrong-long')
  })

  test('what is only written otherwise is taken: full-width digits, spaces, a country code', async () => {
    const wide = [...right.number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    await phone.type('join-name', ` ${right.name} `)
    await phone.type('join-number', ` ${wide.slice(0, 6)} ${wide.slice(6)}`)
    await phone.type('join-mobile', `+86 ${right.mobile.slice(0, 3)} ${right.mobile.slice(3)}`)
    await phone.tap('join-next')
    await phone.reads('还差两项')
  })

  test('education and household, neither chosen', async () => {
    await phone.tap('join-next')
    await phone.reads('请选学历')
    await phone.reads('请选一种户籍')
    await phone.picture('wrong-details')
    await givesDetails(phone)
    await phone.reads(castUnions.factory.name)
  })

  test('这不对 without a word, then with one', async () => {
    await phone.tap('join-object')
    await phone.type('join-objection', '  ')
    await phone.tap('join-next')
    expect(await phone.errorAt('join-objection')).toBe('请写一句哪里不对')
    await phone.tap('join-no-objection')
  })

  test('the letter not ticked, then the consent not ticked', async () => {
    await phone.tap('join-next')
    await phone.tap('join-next')
    await phone.reads('请先阅读，再勾选同意')
    await phone.tap('join-agree')
    await phone.tap('join-next')
    await phone.reads('请核对一遍')
    await phone.tap('join-next')
    await phone.reads('请单独勾选同意，才能提交')
    await phone.picture('wrong-consent')
    await phone.tap('join-sensitive')
    await phone.tap('join-next')
    await phone.reads('申请已送出')
  })
})

describe('foreigners and compatriots', () => {
  test('a passport asks for what its number does not tell, and says what is missing', async () => {
    const phone = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await phone.type('join-name', 'MARIA ROSSI')
    await phone.pickNth('join-document', 2)
    await phone.type('join-mobile', '15420330900')
    await phone.type('join-number', '12')
    await phone.tap('join-next')
    expect(await phone.errorAt('join-number')).toMatch(/护照号码是 5 到 17 位/)
    await phone.type('join-number', 'YA1234567')
    await phone.tap('join-next')
    await phone.reads('请选国籍')
    await phone.reads('请选出生日期')
    await phone.reads('请选性别')
    await phone.picture('wrong-passport')
  })

  test('a permit with a resident’s number says which document it looks like', async () => {
    const phone = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await phone.pickNth('join-document', 3)
    await phone.type('join-number', castPeople.workshop.number)
    await phone.tap('join-next')
    expect(await phone.errorAt('join-number')).toMatch(/改选证件|H 或 M/)
  })
})

describe('questions without an answer', () => {
  test('no choice made: the page says to choose one, and stays', async () => {
    const phone = await visitor(`/pages/join/index?scene=${castScenes.newForm}`)
    await phone.tap('join-next')
    await phone.reads('请选一个最像的')
    await phone.picture('wrong-choice')
  })

  test('a unit nobody knows is written by hand, with its place', async () => {
    const phone = await visitor('/pages/join/index')
    await phone.tap('join-search')
    await phone.type('join-unit', '没有这样一家单位的名字')
    await phone.reads('没有找到这家单位')
    await phone.picture('wrong-unit')
    await phone.tap('join-unit-by-hand')
    await phone.reads('这家单位在哪儿？')
  })

  test('a secondment of no months, of words, of a thousand', async () => {
    const phone = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
    await phone.tap('join-more')
    await phone.tap('join-choice-seconded')
    await phone.tap('join-next')
    await phone.type('join-unit', '樾帆')
    await phone.tapText('青岛樾帆人力资源有限公司')
    const asks = phone.page.locator('[id="join-months"]:visible, [id="join-poster-unit"]:visible').first()
    await asks.waitFor()
    if ((await phone.page.locator('[id="join-poster-unit"]:visible').count()) > 0) await phone.tap('join-poster-unit')
    for (const typed of ['', '半年', '-1', '1.5']) {
      await phone.type('join-months', typed)
      await phone.tap('join-next')
      expect(await phone.errorAt('join-months')).toMatch(/请写几个月/)
    }
    await phone.type('join-months', '8')
    await phone.tap('join-next')
    await phone.reads('您是谁？')
  })

  test('“都不是” without a word about the case', async () => {
    const phone = await visitor(`/pages/join/index?scene=${castScenes.newForm}`)
    await phone.tap('join-more')
    await phone.tap('join-choice-other')
    await phone.tap('join-next')
    await phone.type('join-note', ' ')
    await phone.tap('join-next')
    expect(await phone.errorAt('join-note')).toBe('请用一两句话说说您的情况')
  })

  test('Changxing: the letter without a signature', async () => {
    const phone = await visitor(`/pages/join/index?scene=${castScenes.battery}`)
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await tellsWhoTheyAre(phone, { ...castPeople.batteryWorker, mobile: '15420330901' })
    await givesDetails(phone)
    await phone.reads(castUnions.battery.name)
    await phone.tap('join-next')
    await phone.tap('join-next')
    await phone.reads('请用手指在框里签名')
    await phone.picture('wrong-signature')
  })
})

describe('the chair’s side', () => {
  let chair: Phone
  const sender = { name: '钱多多', number: withCheckDigit('37020219910301101'), mobile: '15420330902' }
  beforeAll(async () => {
    const worker = await visitor('/pages/home/index')
    await welderJoins(worker, sender)
    chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${castUnions.factory.id}`)
    await chair.tapText('钱*多')
    await chair.reads('钱多多')
  })

  test('a return without a reason, then with “其他” and no word', async () => {
    await chair.tap('application-return')
    await chair.tap('application-return-confirm')
    await chair.reads('请至少选一个原因。')
    await chair.tap('reason-other')
    await chair.tap('application-return-confirm')
    await chair.reads('选了“其他”，请补充一句是什么。')
    await chair.picture('wrong-return')
    await chair.tap('decision-cancel')
  })

  test('a rejection without a reason', async () => {
    await chair.tap('application-reject')
    await chair.tap('application-reject-confirm')
    await chair.reads('请至少选一个原因。')
    await chair.tap('decision-cancel')
  })

  test('the right way still goes on', async () => {
    await chair.tap('application-approve')
    await chair.tap('application-approve-confirm')
    await chair.readsNoMore('钱多多')
  })

  test('a search of the roster that finds nobody says so and how to go on', async () => {
    await chair.open(`/officer/roster/index?union=${castUnions.factory.id}`)
    await chair.type('roster-search', '没有这个人')
    await chair.reads(/没有找到|没有/)
    await chair.picture('wrong-roster')
  })
})

test('the street’s side: another union without a union, with a name that no union has, and without a word why', async () => {
  const worker = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
  await worker.tap('join-choice-unit')
  await worker.tap('join-next')
  await tellsWhoTheyAre(worker, { name: '吴远', number: withCheckDigit('37020219930303021'), mobile: '15420330903' })
  await givesDetails(worker)
  await worker.tap('join-object')
  await worker.type('join-objection', '我是食堂外包公司的')
  await agreesAndSends(worker)
  await worker.reads('申请已送出')

  const street = await phoneOf('street', `/officer/inbox/index?union=${castUnions.street.id}`)
  await street.tapText('吴*')
  await street.tap('application-assign')
  await street.tap('assign-confirm')
  await street.reads('请选一个工会。')
  await street.type('assign-search', '没有这样的工会')
  await street.reads('没有找到')
  await street.picture('wrong-assign')
  await street.type('assign-search', '樾帆')
  await street.tap(`assign-${castUnions.agency.id}`)
  await street.tap('assign-confirm')
  await street.reads('请写明理由，本人会看到。')
})

describe('addresses that lead nowhere', () => {
  test.each([
    ['a poster that nobody made', '/pages/join/index?scene=nobody-made-this', /二维码|海报|扫/],
    ['a union that is not there', '/pages/union/index?union=nobody', /没有找到|不存在|找不到/],
    ['an application of somebody else', '/pages/progress/index?application=nobody', /没有|找不到/],
  ])('%s: a sentence and a way on', async (_, path, says) => {
    const phone = await visitor(path)
    await phone.reads(says)
    await phone.picture(`wrong-address-${path.split('/')[2] ?? ''}`)
  })
})
