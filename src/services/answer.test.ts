import { z } from 'zod'
import { readAnswer } from './answer'

const Output = z.object({ unionName: z.string() })

describe('an answer is believed once it has the contract’s shape', () => {
  test.each([
    [
      'what the contract says',
      { ok: true, data: { unionName: '某工会', more: 1 } },
      { ok: true, data: { unionName: '某工会' } },
    ],
    [
      'a refusal with its fields',
      {
        ok: false,
        error: { code: 'MOBILE_INVALID', message: '手机号有误', fields: { 'identity.mobile': '要 11 位' } },
      },
      {
        ok: false,
        problem: {
          kind: 'refused',
          code: 'MOBILE_INVALID',
          message: '手机号有误',
          fields: { 'identity.mobile': '要 11 位' },
        },
      },
    ],
    [
      'a fault with its number',
      { ok: false, error: { code: 'FAULT', message: '系统暂时不可用（编号 3F7K）' } },
      { ok: false, problem: { kind: 'fault', message: '系统暂时不可用（编号 3F7K）' } },
    ],
    [
      'a code that another procedure answers',
      { ok: false, error: { code: 'UNIT_UNKNOWN', message: '没有找到这家单位' } },
      { ok: false, problem: { kind: 'fault', message: '没有找到这家单位' } },
    ],
    [
      'a code of a later version',
      { ok: false, error: { code: 'LATER', message: '以后的事' } },
      { ok: false, problem: { kind: 'fault', message: '以后的事' } },
    ],
    [
      'data of another version',
      { ok: true, data: { name: '某工会' } },
      { ok: false, problem: { kind: 'fault', message: expect.stringContaining('版本') } },
    ],
    ['a page of HTML', '<html>', { ok: false, problem: { kind: 'fault', message: expect.stringContaining('版本') } }],
    [
      'a code that is a property of every object',
      { ok: false, error: { code: 'toString', message: '?' } },
      { ok: false, problem: { kind: 'fault', message: '?' } },
    ],
  ])('%s', (_, body, expected) => {
    expect(readAnswer(body, { output: Output, errors: ['MOBILE_INVALID'] })).toEqual(expected)
  })
})
