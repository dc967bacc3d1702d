import { withCheckDigit } from '../../local/demo/codes/person-numbers'
import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { givesDetails } from './ways'

jest.setTimeout(600_000)

const { name, number } = castPeople.workshop
const mobile = '15420330904'
const { visitor } = stage()

/** Opens the factory’s poster and answers the first question. */
async function atIdentity(): Promise<Phone> {
  const phone = await visitor(`/pages/join/index?scene=${castScenes.factory}`, mobile)
  await phone.tap('join-choice-unit')
  await phone.tap('join-next')
  await phone.reads('您是谁？')
  return phone
}

async function fillsRightly(phone: Phone): Promise<void> {
  await phone.type('join-name', name)
  await phone.type('join-number', number)
  await phone.type('join-mobile', mobile)
}

const wide = (text: string) => text.replace(/[\dX]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
const tenThousand = (letter: string) => letter.repeat(10_000)

describe('您是谁: each slip is told at its field, nothing typed is lost, and once mended it is forgotten', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await atIdentity()
  })

  test('nothing at all: all three fields say what belongs there', async () => {
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-name')).toBe('请写姓名，和证件上的一样')
    expect(await phone.errorAt('join-number')).toBe('请写证件号码')
    expect(await phone.errorAt('join-mobile')).toBe('请写手机号，工会用它联系您')
    await phone.picture('wrong-empty')
  })

  test('whoever is at the bottom of the page is brought to the first slip', async () => {
    await phone.tap('join-privacy')
    await phone.page.mouse.move(195, 400)
    await phone.page.mouse.wheel(0, 3000)
    await phone.page.waitForTimeout(300)
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-name')).toBe('请写姓名，和证件上的一样')
    await phone.tap('join-privacy')
  })

  const noSuchPlace = '前两位不是省份代码，请对照证件核对开头几位'
  const letterAt = (place: number) => `身份证号码只有数字，最后一位可以是 X；第${place}位不对`
  const looksLike = (document: string) => `这像是${document}的号码，请在上面改选证件，或核对号码`
  test.each<[field: 'name' | 'number' | 'mobile', what: string, typed: string, says: string]>([
    ['name', 'only spaces', '   ', '请写姓名，和证件上的一样'],
    ['name', 'only a wide space', '\u3000', '请写姓名，和证件上的一样'],
    ['name', 'a phone number', '15420260103', '姓名里不会有数字，请照证件上的写'],
    ['name', 'a wide digit', '王建平１', '姓名里不会有数字，请照证件上的写'],
    ['number', 'only spaces', '    ', '请写证件号码'],
    ['number', 'a digit too few', number.slice(0, 17), '身份证号码要 18 位，现在是 17 位，请核对'],
    ['number', 'a digit too many', `${number}1`, '身份证号码要 18 位，现在是 19 位，请核对'],
    ['number', 'a wrong check digit', wrongCheck(number), '第18位校验码不对，请核对是否抄错一位'],
    ['number', 'two digits changed over', '370220197911250510', '第18位校验码不对，请核对是否抄错一位'],
    ['number', 'a letter O for a nought', `37O${number.slice(3)}`, letterAt(3)],
    ['number', 'an x in the middle', `${number.slice(0, 8)}x${number.slice(9)}`, letterAt(9)],
    ['number', '30 February', withCheckDigit('37020219790230051'), '第7到14位是出生年月日，没有这一天，请对照证件核对'],
    [
      'number',
      'a thirteenth month',
      withCheckDigit('37020219791301051'),
      '第7到14位是出生年月日，没有这一天，请对照证件核对',
    ],
    ['number', 'a birth to come', withCheckDigit('37020220990101051'), '第7到14位的出生日期还没到，请核对'],
    ['number', 'a birth in 1800', withCheckDigit('37020218000101051'), '第7到10位的出生年份早于 1900 年，请核对'],
    ['number', 'an old card with no such day', '370202791332051', '第7到12位是出生年月日，没有这一天，请对照证件核对'],
    ['number', 'a province that is none', withCheckDigit('19020219791125051'), noSuchPlace],
    [
      'number',
      'a residence permit of nowhere',
      withCheckDigit('84000019791125051'),
      '港澳台居民居住证以 810000、820000 或 830000 开头，请核对前六位',
    ],
    ['number', 'a foreigner’s card', withCheckDigit('91120219791125051'), looksLike('外国人永久居留身份证')],
    ['number', 'an old foreigner’s card', 'KOR310079112501', looksLike('外国人永久居留身份证')],
    ['number', 'a passport', 'E12345678', looksLike('护照')],
    ['number', 'a Hong Kong permit', 'h12345678', looksLike('港澳居民来往内地通行证')],
    ['number', 'a Taiwan permit', '12345678', '身份证号码要 18 位，现在是 8 位，请核对'],
    ['number', 'words', '没有带身份证', letterAt(1)],
    ['number', 'markup', '<script>alert(1)</script>', letterAt(1)],
    ['number', 'faces', '😀😀😀', letterAt(1)],
    ['number', 'ten thousand digits', tenThousand('1'), '身份证号码要 18 位，现在是 40 位，请核对'],
    ['mobile', 'only spaces', '   ', '请写手机号，工会用它联系您'],
    ['mobile', 'a digit too few', '1542026010', '手机号要 11 位，现在是 10 位，请核对'],
    ['mobile', 'a digit too many', '154202601031', '手机号要 11 位，现在是 12 位，请核对'],
    ['mobile', 'a landline', '0532-1234567', '手机号以 13 到 19 开头，请核对前两位'],
    ['mobile', 'a longer landline', '(0532)12345678', '手机号只能是数字，请去掉其他字符'],
    ['mobile', 'an impossible beginning', '12420260103', '手机号以 13 到 19 开头，请核对前两位'],
    ['mobile', 'letters', '1542026010a', '手机号只能是数字，请去掉其他字符'],
    ['mobile', 'an address for mail', 'wang@example.cn', '手机号只能是数字，请去掉其他字符'],
    ['mobile', 'markup', '<b>154</b>', '手机号只能是数字，请去掉其他字符'],
    ['mobile', 'faces', '📱', '手机号只能是数字，请去掉其他字符'],
    ['mobile', 'ten thousand digits', tenThousand('1'), '手机号要 11 位，现在是 30 位，请核对'],
  ])('%s: %s', async (field, _, typed, says) => {
    await fillsRightly(phone)
    expect(await phone.errors()).toEqual([])
    await phone.type(`join-${field}`, typed)
    await phone.tap('join-next')
    expect(await phone.errorInSight(`join-${field}`)).toBe(says)
    expect(await phone.errors()).toEqual([says])
    const kept = await phone.valueIn(`join-${field}`)
    expect(typed.startsWith(kept) && kept.length >= Math.min(typed.length, 30)).toBe(true)
    for (const [other, value] of Object.entries({ name, number, mobile }))
      if (other !== field) expect(await phone.valueIn(`join-${other}`)).toBe(value)
  })

  test('a slip in the number looks like this', async () => {
    await fillsRightly(phone)
    await phone.type('join-number', wrongCheck(number))
    await phone.tap('join-next')
    await phone.picture('wrong-number')
  })

  test('a name of ten thousand letters stops where the field ends, and what stands there is not thrown away', async () => {
    await fillsRightly(phone)
    await phone.type('join-name', tenThousand('王'))
    expect(await phone.valueIn('join-name')).toBe('王'.repeat(50))
    await phone.picture('wrong-long')
  })

  test('somebody else’s phone: what WeChat vouches for is named, and nobody is held up', async () => {
    await fillsRightly(phone)
    await phone.tap('join-verify-phone')
    await phone.reads('微信已验证')
    await phone.type('join-mobile', castPeople.rider.mobile)
    await phone.reads('微信已验证的是 154****0904，请写同一个号码')
    await phone.picture('wrong-others-phone')
    await phone.type('join-mobile', mobile)
    await phone.reads('微信已验证')
  })
})

describe('what is only written otherwise is taken', () => {
  const endsInX = withX()
  let phone: Phone
  beforeAll(async () => {
    phone = await atIdentity()
  })

  test.each<[what: string, typed: Partial<Record<'name' | 'number' | 'mobile', string>>]>([
    ['wide digits', { number: wide(number), mobile: wide(mobile) }],
    ['spaces around and between', { name: ` ${name} `, number: ` ${number.slice(0, 6)} ${number.slice(6)} ` }],
    ['a wide space before the name', { name: `\u3000${name}` }],
    ['an old number of fifteen digits', { number: `${number.slice(0, 6)}${number.slice(8, 17)}` }],
    ['a small x at the end', { number: endsInX.toLowerCase() }],
    ['a wide X at the end', { number: wide(endsInX) }],
    ['a mark that nobody sees, from pasting', { number: `${number}\u200b`, mobile: `\u202d${mobile}\u202c` }],
    ['a country code', { mobile: `+86 ${mobile.slice(0, 3)} ${mobile.slice(3)}` }],
    ['another country code', { mobile: `0086-${mobile}` }],
    ['dashes', { mobile: `${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}` }],
    ['a name of another people', { name: '阿依古丽·买买提' }],
    ['a name of one letter', { name: '王' }],
    ['a rare letter', { name: '李〇' }],
  ])('%s', async (_, typed) => {
    await fillsRightly(phone)
    for (const [field, text] of Object.entries(typed)) await phone.type(`join-${field}`, text)
    await phone.tap('join-next')
    await phone.reads(/还差两项|您办退休了吗/)
    await phone.tap('join-back')
    await phone.reads('您是谁？')
    for (const [field, text] of Object.entries(typed)) expect(await phone.valueIn(`join-${field}`)).toBe(text)
  })
})

describe('from there to the end, nothing answered', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await atIdentity()
    await fillsRightly(phone)
    await phone.type('join-name', '<b onclick="alert()">王&amp;</b>')
    await phone.tap('join-next')
  })

  test('education and household, neither chosen, then one of them', async () => {
    await phone.reads('还差两项')
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-education')).toBe('请选学历')
    expect(await phone.errorInSight('join-household')).toBe('请选一种户籍')
    await phone.picture('wrong-details')
    await phone.tap('join-household-rural')
    expect(await phone.errors()).toEqual(['请选学历'])
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-education')).toBe('请选学历')
    await givesDetails(phone)
    await phone.reads(castUnions.factory.name)
  })

  test.each([
    ['', '请写一句哪里不对'],
    ['  \n ', '请写一句哪里不对'],
  ])('这不对 with %j', async (typed, says) => {
    await phone.tap('join-object')
    await phone.type('join-objection', typed)
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-objection')).toBe(says)
    await phone.tap('join-no-objection')
  })

  test('这不对 with ten thousand letters stops where the field ends', async () => {
    await phone.tap('join-object')
    await phone.type('join-objection', tenThousand('不'))
    expect(await phone.valueIn('join-objection')).toBe('不'.repeat(200))
    await phone.picture('wrong-objection-long')
    await phone.tap('join-no-objection')
  })

  test('the letter not ticked', async () => {
    await phone.tap('join-next')
    await phone.reads('我读过上面的申请书')
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-agree')).toBe('请先阅读，再勾选同意')
    await phone.tap('join-agree')
    expect(await phone.errors()).toEqual([])
    await phone.tap('join-next')
  })

  test('the consent for sensitive data not ticked: it lies below the screen, and is brought there', async () => {
    await phone.reads('请核对一遍')
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-sensitive')).toBe('请单独勾选同意，才能提交')
    await phone.picture('wrong-consent')
    await phone.tap('join-sensitive')
    expect(await phone.errors()).toEqual([])
  })

  test('markup in a name is what was written, nothing more; and the way ends well', async () => {
    await phone.reads('<b onclick="alert()">王&amp;</b>')
    await phone.tap('join-next')
    await phone.reads('申请已送出')
  })
})

function wrongCheck(right: string): string {
  return `${right.slice(0, 17)}${right.endsWith('1') ? '2' : '1'}`
}

/** A valid number whose last place is X. */
function withX(): string {
  for (let sequence = 100; sequence < 200; sequence++) {
    const found = withCheckDigit(`37020219900307${sequence}`)
    if (found.endsWith('X')) return found
  }
  throw new Error('no number among a hundred ends in X')
}
