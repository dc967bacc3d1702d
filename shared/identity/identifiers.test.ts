import { z } from 'zod'
import { IsoDate } from '../core/time'
import vectors from '../vectors/identifiers.json'
import { parseMobile } from './mobile'
import { parseOrgCode } from './org-code'
import { parsePersonId } from './person-id'
import { parseUscc } from './uscc'

const today = IsoDate.parse('2026-11-18')
const sexes = { 男: 'male', 女: 'female' } as const

const read = (kind: string, value: string) => {
  switch (kind) {
    case 'uscc':
      return parseUscc(value)
    case 'orgcode9':
      return parseOrgCode(value)
    case 'mobile':
      return parseMobile(value)
    case 'date':
      return IsoDate.safeParse(value).success ? { ok: true, kind: 'date' } : { ok: false }
    case 'passport':
    case 'hkmacao_permit':
    case 'taiwan_permit':
      return parsePersonId(value, today, kind)
    default:
      return parsePersonId(value, today)
  }
}

const Vector = z.object({
  kind: z.string(),
  value: z.string(),
  valid: z.boolean(),
  why: z.string(),
  birth: z.string().optional(),
  sex: z.enum(['男', '女']).optional(),
  area: z.string().optional(),
  normalised: z.string().optional(),
})

describe('every published vector', () => {
  test.each(
    z
      .array(Vector)
      .parse(vectors.vectors)
      .map((vector) => [vector.kind, vector.value, vector.why, vector] as const),
  )('%s %s: %s', (kind, value, _, vector) => {
    const answer = read(kind, value)
    expect(answer.ok).toBe(vector.valid)
    if (!answer.ok) return
    expect(answer).toMatchObject({
      kind,
      ...(vector.birth === undefined ? {} : { birth: vector.birth }),
      ...(vector.sex === undefined ? {} : { sex: sexes[vector.sex] }),
      ...(vector.area === undefined ? {} : { area: vector.area }),
      ...(vector.normalised === undefined ? {} : { normalised: vector.normalised }),
    })
  })

  test('a date written with slashes is what a form brings into shape before it is sent, not what is stored', () => {
    expect(IsoDate.safeParse('2001/05/06').success).toBe(false)
  })
})
