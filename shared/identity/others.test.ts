import fc from 'fast-check'
import { maskMobile, maskName, maskNumber } from './mask'
import { parseMobile } from './mobile'
import { parseUscc, usccCheckCharacter } from './uscc'

describe('手机号 (M1)', () => {
  test.each([
    ['13800138000', 'ok'],
    ['+86 138-0013-8000', 'ok'],
    ['008613800138000', 'ok'],
    ['8613800138000', 'ok'],
    ['１３８００１３８０００', 'ok'],
    ['1380013800', 'length'],
    ['138001380000', 'length'],
    ['12800138000', 'prefix'],
    ['1380013800o', 'character'],
    ['', 'empty'],
    ['1'.repeat(100), 'length'],
  ])('%s: %s', (raw, reason) => {
    const read = parseMobile(raw)
    expect(read.ok ? 'ok' : read.reason).toBe(reason)
    if (read.ok) expect(read.normalised).toBe('13800138000')
  })
})

describe('统一社会信用代码 (S1–S4)', () => {
  test.each([
    [
      '81370200MC1234567Y',
      { ok: true, department: '8', category: '1', union: true, region: '370200', orgCode: 'MC1234567' },
    ],
    ['91370200163562681G', { ok: true, department: '9', union: false }],
    ['N2370202MF0000001U', { ok: true, department: 'N' }],
    ['81370200mc1234567y', { ok: true, value: '81370200MC1234567Y' }],
    ['81370200mc1234567', { ok: false, reason: 'length', overridable: false }],
    ['91350211M0000XUF46', { ok: false, reason: 'check-digit', overridable: true, at: 17 }],
    ['9137O200163562681G', { ok: false, reason: 'character', at: 4, overridable: false }],
    ['Z1370200163562681G', { ok: false, reason: 'character' }],
    ['B1370200163562681G', { ok: false, reason: 'department' }],
    ['91A70200163562681G', { ok: false, reason: 'character' }],
  ])('%s', (raw, expected) => {
    expect(parseUscc(raw)).toMatchObject(expected)
  })

  test('one character copied wrong is always caught', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    const code = fc
      .array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 })
      .map((org) => `91370202${org.join('')}`)
    fc.assert(
      fc.property(code, fc.integer({ min: 8, max: 16 }), fc.constantFrom(...alphabet), (first17, at, other) => {
        fc.pre(first17.charAt(at) !== other)
        const right = first17 + usccCheckCharacter(first17)
        expect(parseUscc(right).ok).toBe(true)
        expect(parseUscc(right.slice(0, at) + other + right.slice(at + 1)).ok).toBe(false)
      }),
    )
  })
})

describe('打星 (K1–K3)', () => {
  test.each([
    ['王小明', '王*明'],
    ['刘明', '刘*'],
    ['欧阳文山', '欧*山'],
    ['阿卜杜拉·买买提', '阿*提'],
    ['John Smith', 'J*h'],
    ['光', '*'],
    ['', ''],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('a phone keeps three and four digits, a short number nothing', () => {
    expect(maskMobile('13800138000')).toBe('138****8000')
    expect(maskNumber('E1')).toBe('**')
  })
})
