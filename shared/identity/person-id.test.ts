import fc from 'fast-check'
import { IsoDate } from '../core/time'
import { maskNumber } from './mask'
import { parsePersonId } from './person-id'
import { lockKey } from './person-key'
import { checkCharacter } from './resident'

const today = IsoDate.parse('2026-11-18')
const reasonOf = (raw: string, document?: Parameters<typeof parsePersonId>[2]) => {
  const read = parsePersonId(raw, today, document)
  return read.ok ? 'ok' : read.reason
}
const withCheck = (first17: string) => first17 + checkCharacter(first17)

describe('an identity number says what is wrong with it (P1–P7)', () => {
  test.each([
    ['37020219900307002X', 'ok'],
    ['37020219900307002x', 'ok'],
    [' 370202 19900307 002X ', 'ok'],
    ['370202-19900307-002X', 'ok'],
    ['３７０２０２１９９００３０７００２Ｘ', 'ok'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['37020219900307002', 'length'],
    ['3702021990030700', 'length'],
    ['37020219900307002XX', 'character'],
    ['3702021990030700222', 'length'],
    ['37020219900307A02X', 'character'],
    [withCheck('16020219900307002'), 'area'],
    [withCheck('71020219900307002'), 'area'],
    [withCheck('37020219900230002'), 'birth'],
    [withCheck('37020219901307002'), 'birth'],
    [withCheck('37020219000229002'), 'birth'],
    [withCheck('37020220000229002'), 'ok'],
    [withCheck('37020220990307002'), 'birth-in-future'],
    [withCheck('37020218000307002'), 'birth-too-early'],
    ['370202199003070020', 'check-digit'],
    ['x'.repeat(65), 'length'],
  ] as const)('%s → %s', (raw, reason) => {
    expect(reasonOf(raw)).toBe(reason)
  })

  test('a sentence tells how to mend it, and where', () => {
    expect(parsePersonId('370202 19900307 0020', today)).toEqual({
      ok: false,
      reason: 'check-digit',
      message: '第18位校验码不对，请核对是否抄错一位',
      at: 19,
    })
    expect(parsePersonId('37020219900307002', today)).toMatchObject({
      message: '身份证号码要 18 位，现在是 17 位，请核对',
    })
    expect(parsePersonId('37020219901307002X', today)).toMatchObject({ at: 6 })
  })

  test('warnings never refuse: an unknown county (W1), the sequence 000 (W2)', () => {
    expect(parsePersonId(withCheck('37029919900307002'), today)).toMatchObject({
      ok: true,
      warnings: [{ code: 'unknown-county' }],
    })
    expect(parsePersonId('370202199003070003', today)).toMatchObject({
      ok: true,
      warnings: [{ code: 'sequence-zero' }],
    })
    expect(parsePersonId('37028419880515003X', today)).toMatchObject({ ok: true, warnings: [] })
  })
})

describe('a number of another document is told from a slip (D1)', () => {
  test.each([
    ['37020219900307002X', 'passport', '身份证'],
    ['37020219900307002X', 'hkmacao_permit', '身份证'],
    ['H12345678', 'resident', '港澳居民来往内地通行证'],
    ['932682198501010017', 'resident', '外国人永久居留身份证'],
    ['KAZ110090123105', 'resident', '外国人永久居留身份证'],
    ['810000199112030012', 'permanent_resident', '居住证'],
  ] as const)('%s as %s: it looks like %s', (raw, document, name) => {
    const read = parsePersonId(raw, today, document)
    expect(read).toMatchObject({ ok: false, reason: 'other-document' })
    expect(read.ok ? '' : read.message).toContain(name)
  })

  test.each([
    ['810000199112030012', 'resident', 'hmt18'],
    ['123456789', 'passport', 'passport'],
    ['E12345678', 'passport', 'passport'],
    ['12345678', 'passport', 'passport'],
    ['H1234567801', 'hkmacao_permit', 'hkmacao_permit'],
    ['932682198501010017', 'permanent_resident', 'fpr18'],
  ] as const)('%s as %s is a %s', (raw, document, kind) => {
    expect(parsePersonId(raw, today, document)).toMatchObject({ ok: true, kind })
  })

  test.each([
    ['E1234', 'passport', 'ok'],
    ['E123', 'passport', 'length'],
    ['护照12345', 'passport', 'character'],
    ['X12345678', 'hkmacao_permit', 'length'],
    ['1234567', 'taiwan_permit', 'length'],
  ] as const)('%s as %s: %s', (raw, document, reason) => {
    expect(reasonOf(raw, document)).toBe(reason)
  })
})

describe('one person, one key (U1)', () => {
  test('15 and 18 digits of the same person meet; a passport needs its country', () => {
    const keyOf = (raw: string, nationality = 'CHN') => {
      const read = parsePersonId(raw, today)
      return read.ok ? lockKey(read, nationality) : read.reason
    }
    expect(keyOf('370202900307001')).toBe(keyOf('370202199003070011'))
    expect(keyOf('E12345678', 'KAZ')).not.toBe(keyOf('E12345678', 'FRA'))
    expect(keyOf('H1234567801')).toBe(keyOf('H1234567802'))
  })
})

describe('whatever is typed', () => {
  const provinces = fc.constantFrom('11', '31', '37', '44', '51', '65')
  const valid = fc
    .tuple(
      provinces,
      fc.integer({ min: 0, max: 9999 }),
      fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(([province, county, birth, sequence]) => {
      const day = birth.toISOString().slice(0, 10)
      const number = withCheck(
        `${province}${String(county).padStart(4, '0')}${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
      )
      return { number, day, sex: sequence % 2 === 1 ? 'male' : 'female' }
    })

  test('a number with the right check character is read with its birthday and sex', () => {
    fc.assert(
      fc.property(valid, ({ number, day, sex }) =>
        expect(parsePersonId(number, today)).toMatchObject({ ok: true, birth: day, sex, normalised: number }),
      ),
    )
  })

  test('one digit copied wrong is always caught', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), ({ number }, at, step) => {
        const other = (Number(number.charAt(at)) + step) % 10
        expect(parsePersonId(number.slice(0, at) + other + number.slice(at + 1), today).ok).toBe(false)
      }),
    )
  })

  test('two neighbours changed over are always caught', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 15 }), ({ number }, at) => {
        fc.pre(number.charAt(at) !== number.charAt(at + 1))
        expect(
          parsePersonId(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2), today)
            .ok,
        ).toBe(false)
      }),
    )
  })

  test('nothing throws, every no has a Chinese sentence, and `at` is a place in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.stringMatching(/^[0-9X HM-]{0,22}$/)),
        (raw) => {
          const read = parsePersonId(raw, today)
          if (read.ok) return
          expect(read.message).toMatch(/[一-鿿]/)
          if (read.at !== undefined) expect(read.at >= 0 && read.at < Math.max(1, raw.length)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('a mask shows the first and the last character and how long it is, nothing else', () => {
    fc.assert(
      fc.property(valid, ({ number }) =>
        expect(maskNumber(number)).toBe(`${number.charAt(0)}****************${number.charAt(17)}`),
      ),
    )
  })
})
