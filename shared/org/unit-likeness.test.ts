import fc from 'fast-check'
import { RegionId, UnitId } from '../core/ids'
import { parseUscc, usccCheckCharacter } from '../identity/uscc'
import {
  areTwoCodes,
  codeAfter,
  keepUnitFirst,
  mayBeSameUnit,
  readCode,
  unitLikenessKeys,
  type LikelyUnit,
} from './unit-likeness'

const codeOfNumber = (n: number) => {
  const first17 = `91370202MA3C${String(n).padStart(5, '0')}`
  return `${first17}${usccCheckCharacter(first17)}`
}
const good = codeOfNumber(1)
const another = codeOfNumber(77_777)
const misread = `${good.slice(0, 10)}${good.charAt(10) === '7' ? '8' : '7'}${good.slice(11)}`
const swapped = `${good.slice(0, 4)}${good.charAt(5)}${good.charAt(4)}${good.slice(6)}`
const street = ['370202003', '370202', '3702'].map((id) => RegionId.parse(id))
const community = ['370202003001', ...street].map((id) => RegionId.parse(id))
const elsewhere = ['370203001', '370203', '3702'].map((id) => RegionId.parse(id))

let count = 0
const unit = (change: Partial<LikelyUnit> = {}): LikelyUnit => ({
  id: UnitId.parse(`u${++count}`),
  name: '青岛朔风仪器有限公司',
  uscc: undefined,
  path: street,
  legalPerson: true,
  parent: undefined,
  ...change,
})

describe('whether two records may be one unit’s', () => {
  const head = unit({ uscc: good })
  test.each([
    ['U1 the same name, two valid codes', unit({ uscc: good }), unit({ uscc: another }), false],
    ['U2 one code, two names', unit({ uscc: good }), unit({ uscc: good, name: '朔风仪器', path: elsewhere }), true],
    ['U2 one code, written with spaces', unit({ uscc: good }), unit({ uscc: good.replace(/(.{4})/g, '$1 ') }), true],
    ['U2 one unreadable code, twice', unit({ uscc: '12345' }), unit({ uscc: '12345', name: '别的' }), true],
    ['U3 one character copied wrongly', unit({ uscc: good }), unit({ uscc: misread, name: '别的' }), true],
    ['U3 two that changed places', unit({ uscc: good }), unit({ uscc: swapped, name: '别的' }), true],
    ['U3 O for 0', unit({ uscc: good }), unit({ uscc: good.replace('0', 'O'), name: '别的' }), true],
    ['U3 misread, but far from it', unit({ uscc: another }), unit({ uscc: misread, name: '别的' }), false],
    ['U4 one name, one place, one has no code', unit({ uscc: good }), unit(), true],
    ['U4 neither has a code', unit(), unit(), true],
    ['U4 brackets and width', unit({ name: '朔风（青岛）' }), unit({ name: '朔风(青岛)' }), true],
    ['U4 the community lies in the street', unit({ path: community }), unit(), true],
    ['U4 one name, two places', unit(), unit({ path: elsewhere }), false],
    ['U4 another name', unit(), unit({ name: '青岛朔风电器有限公司' }), false],
    ['U5 a branch with the code of its head', head, unit({ uscc: good, legalPerson: false, parent: head.id }), false],
    [
      'U5 two shops with the code of their head',
      unit({ name: '一店', uscc: good, legalPerson: false, parent: head.id }),
      unit({ name: '二店', uscc: good, legalPerson: false, parent: head.id }),
      false,
    ],
  ] as const)('%s', (_, one, other, same) => {
    expect(mayBeSameUnit(one, other)).toBe(same)
    expect(mayBeSameUnit(other, one)).toBe(same)
  })

  test('whatever may be one is found by a key that both have', () => {
    const codes = fc.constantFrom(undefined, good, another, misread, swapped, '12345', good.replace('0', 'O'))
    const any = fc
      .record({
        uscc: codes,
        name: fc.constantFrom('甲公司', '甲 公司', '乙'),
        path: fc.constantFrom(street, community),
      })
      .map(unit)
    fc.assert(
      fc.property(any, any, (one, other) => {
        const shared = unitLikenessKeys(one).filter((key) => unitLikenessKeys(other).includes(key))
        if (mayBeSameUnit(one, other)) expect(shared).not.toEqual([])
      }),
    )
  })

  test('every single slip in a code leads back to it, by a few keys', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.nat(17), fc.constantFrom(...alphabet), (n, at, letter) => {
        const code = codeOfNumber(n)
        const slip = `${code.slice(0, at)}${letter}${code.slice(at + 1)}`
        if (slip === code || parseUscc(slip).ok) return
        expect(unitLikenessKeys(unit({ uscc: slip }))).toContain(`code:${code}`)
        expect(unitLikenessKeys(unit({ uscc: slip })).length).toBeLessThan(40)
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['the valid code before the misread one', misread, good, good],
  ['a misread code before none', undefined, misread, misread],
  ['of two the kept one’s', good, another, good],
  ['none', undefined, undefined, undefined],
] as const)('the code after a merge: %s', (_, kept, merged, code) => {
  expect(codeAfter(kept, merged)).toBe(code)
})

test.each([
  ['a valid code', { uscc: good, organised: 'none', members: 0 }, { uscc: misread, organised: 'own', members: 9 }],
  ['a union', { uscc: undefined, organised: 'own', members: 0 }, { uscc: undefined, organised: 'covered', members: 9 }],
  ['more members', { uscc: good, organised: 'own', members: 9 }, { uscc: good, organised: 'own', members: 3 }],
] as const)('suggested to stay is the one with %s', (_, better, worse) => {
  expect(keepUnitFirst(better, worse)).toBe(true)
  expect(keepUnitFirst(worse, better)).toBe(false)
})

test('two codes are two only where both are valid', () => {
  expect(areTwoCodes(good, another)).toBe(true)
  expect(areTwoCodes(good, misread)).toBe(false)
  expect(areTwoCodes(good, good)).toBe(false)
  expect(readCode('  ').kind).toBe('none')
})
