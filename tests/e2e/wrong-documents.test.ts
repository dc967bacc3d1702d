import { withCheckDigit } from '../../local/demo/codes/person-numbers'
import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { givesDetails, tellsWhoTheyAre } from './ways'

jest.setTimeout(600_000)

const { visitor } = stage()

/** Row of each document in the wheel. */
const wheel = { permanent_resident: 1, passport: 2, hkmacao_permit: 3, taiwan_permit: 4 } as const
type Wheel = keyof typeof wheel

async function atIdentity(document?: Wheel): Promise<Phone> {
  const phone = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
  await phone.tap('join-choice-unit')
  await phone.tap('join-next')
  await phone.reads('您是谁？')
  await phone.type('join-name', 'MARIA ROSSI')
  await phone.type('join-mobile', '15420330910')
  if (document !== undefined) await phone.pickNth('join-document', wheel[document])
  return phone
}

const passportForm = '护照号码是 5 到 17 位字母和数字，请核对'
const permitForm = '通行证号码是 H 或 M 加 8 位数字，请核对'
const taiwanForm = '通行证号码是 8 位数字，旧证是 10 位数字加一个字母，请核对'
const cardForm = '永久居留身份证号码是 18 位数字（以 9 开头），旧证是 3 个字母加 12 位数字，请核对'
const looksLike = (document: string) => `这像是${document}的号码，请在上面改选证件，或核对号码`
const identityCard = castPeople.workshop.number

interface Sheet {
  readonly document: Wheel
  readonly slips: readonly (readonly [typed: string, says: string])[]
  /** A number of this document, and what has then still to be told. */
  readonly right: string
  readonly asks: readonly ('nationality' | 'birth' | 'sex')[]
}

const sheets: readonly Sheet[] = [
  {
    document: 'permanent_resident',
    slips: [
      ['', '请写证件号码'],
      [identityCard, looksLike('身份证或港澳台居民居住证')],
      ['91120219791125051', cardForm],
      [`${withCheckDigit('91115619791125051').slice(0, 17)}?`, cardForm],
      [wrongCheck(withCheckDigit('91115619791125051')), '第18位校验码不对，请核对是否抄错一位'],
      [withCheckDigit('91115619790231051'), '第7到14位是出生年月日，没有这一天，请对照证件核对'],
      ['KO3310079112501', cardForm],
    ],
    right: withCheckDigit('91115619791125051'),
    asks: ['nationality'],
  },
  {
    document: 'passport',
    slips: [
      ['12', passportForm],
      ['护照', passportForm],
      ['😀😀😀😀😀', passportForm],
      ['E'.repeat(50), passportForm],
      [identityCard, looksLike('身份证或港澳台居民居住证')],
    ],
    right: 'YA1234567',
    asks: ['nationality', 'birth', 'sex'],
  },
  {
    document: 'hkmacao_permit',
    slips: [
      ['X12345678', permitForm],
      ['H1234567', permitForm],
      ['H123456789', permitForm],
      [identityCard, looksLike('身份证或港澳台居民居住证')],
    ],
    right: 'ｈ12345678',
    asks: ['birth', 'sex'],
  },
  {
    document: 'taiwan_permit',
    slips: [
      ['1234567', taiwanForm],
      ['123456789', taiwanForm],
      ['M12345678', looksLike('港澳居民来往内地通行证')],
      [identityCard, looksLike('身份证或港澳台居民居住证')],
    ],
    right: ' 1234 5678 ',
    asks: ['birth', 'sex'],
  },
]

const missing = { nationality: '请选国籍', birth: '请选出生日期，和证件上的一样', sex: '请选性别' } as const

describe.each(sheets)('$document', ({ document, slips, right, asks }) => {
  let phone: Phone
  beforeAll(async () => {
    phone = await atIdentity(document)
  })

  test.each(slips)('%j is not its number: the field says what is', async (typed, says) => {
    await phone.type('join-number', typed)
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-number')).toBe(says)
    expect(await phone.errors()).toEqual([says])
    expect(await phone.valueIn('join-number')).toBe(typed.slice(0, 40))
  })

  test('its number is taken; what the number does not tell is asked, each at its place, until it is told', async () => {
    await phone.type('join-number', right)
    await phone.tap('join-next')
    const told = asks.map((one) => missing[one])
    expect(await phone.errors()).toEqual(told)
    expect(await phone.errorInSight(`join-${asks[0] ?? ''}`)).toBe(told[0])
    await phone.picture(`wrong-${document}`)
    if (asks.includes('nationality')) await phone.pickNth('join-nationality', 1)
    if (asks.includes('sex')) await phone.tap('join-sex-female')
    if (asks.includes('birth')) {
      await phone.pickFirst('join-birth')
      expect(await phone.errors()).toEqual([missing.birth])
      await phone.pickNth('join-birth', -20)
    }
    expect(await phone.errors()).toEqual([])
    expect(await phone.valueIn('join-number')).toBe(right)
    await phone.tap('join-next')
    await phone.reads('还差一项')
    await phone.tap('join-next')
    expect(await phone.errors()).toEqual(['请选学历'])
    await phone.pickFirst('join-education')
    await phone.tap('join-next')
    await phone.reads(castUnions.factory.name)
  })
})

describe('an age that the rules have a word on', () => {
  test('fifteen years old: why, and the number can be mended where it was mistyped (R01)', async () => {
    const phone = await atIdentity()
    await tellsWhoTheyAre(phone, { ...castPeople.tooYoung, mobile: '15420330911' })
    await givesDetails(phone)
    await phone.reads('现在还不能入会')
    await phone.reads('未满 16 周岁还不能加入工会。')
    await phone.picture('wrong-too-young')
    await phone.tap('join-fix-number')
    expect(await phone.valueIn('join-number')).toBe(castPeople.tooYoung.number)
    await phone.type('join-number', identityCard)
    await phone.tap('join-next')
    await phone.reads(castUnions.factory.name)
  })

  test('whoever may be retired is asked, and told what happens then', async () => {
    const phone = await atIdentity()
    await phone.type('join-number', withCheckDigit('37020219500101051'))
    await phone.tap('join-next')
    await phone.reads('您办退休了吗？')
    await phone.tap('join-next')
    expect(await phone.errorInSight('join-situation')).toBe('请选一个')
    await phone.tap('join-choice-yes')
    expect(await phone.errors()).toEqual([])
    await phone.tap('join-next')
    await givesDetails(phone)
    await phone.reads('您已退休，退休后不再办理入会。')
    await phone.picture('wrong-retired')
    await phone.tap('join-fix-retired')
    await phone.tap('join-choice-no')
    await phone.tap('join-next')
    await phone.reads(castUnions.factory.name)
  })
})

function wrongCheck(right: string): string {
  return `${right.slice(0, 17)}${right.endsWith('1') ? '2' : '1'}`
}
