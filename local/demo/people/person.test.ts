import { IsoDate } from '../../../shared/core/time'
import { parseMobile } from '../../../shared/identity/mobile'
import { parsePersonId } from '../../../shared/identity/person-id'
import { castPeople } from '../personas'
import { prngOf } from '../prng'
import { inventPerson } from './person'

const today = IsoDate.parse('2026-11-20')
const origins = { local: ['370202', '370211'], anywhere: ['510104', '320505', '622901'] }
const prng = prngOf('people')
const people = Array.from({ length: 6000 }, () => inventPerson(prng, origins, today))

describe('invented people', () => {
  test('carry numbers that the parser takes, with the birthday and sex they say', () => {
    for (const { document, number, birth, sex } of people) {
      const parsed = parsePersonId(number, today, document)
      expect({ number, ok: parsed.ok }).toEqual({ number, ok: true })
      if (parsed.ok && parsed.birth !== undefined) expect([parsed.birth, parsed.sex]).toEqual([birth, sex])
    }
  })

  test.each(['resident18', 'resident15', 'hmt18', 'fpr18', 'fpr15', 'passport', 'hkmacao_permit', 'taiwan_permit'])(
    'include somebody with a %s',
    (kind) => {
      const kinds = people.map(({ document, number }) => {
        const parsed = parsePersonId(number, today, document)
        return parsed.ok ? parsed.kind : 'none'
      })
      expect(kinds).toContain(kind)
    },
  )

  test('carry mobile numbers of the right form, in ranges that nobody is given', () => {
    for (const { mobile } of people) {
      expect(parseMobile(mobile).ok).toBe(true)
      expect(mobile).toMatch(/^(154|142)/)
    }
  })

  test('include names with a middle dot', () => {
    expect(people.some(({ name }) => name.includes('·'))).toBe(true)
  })

  test('are all of working age', () => {
    for (const { birth } of people) expect(birth < '2008-11-20' && birth > '1966-01-01').toBe(true)
  })
})

test.each(Object.entries(castPeople))('the number of %s in the cast is valid', (_key, person) => {
  const parsed = parsePersonId(person.number, today, 'resident')
  expect(parsed).toMatchObject({ ok: true, kind: 'resident18', birth: person.birth, sex: person.sex })
})
