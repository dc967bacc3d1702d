import { randomBytes } from 'node:crypto'
import { bearerOf, tokensOf } from './tokens'

const rider = { openid: 'demo-rider', mobile: '15420260101' }

describe('a demo token', () => {
  const tokens = tokensOf(randomBytes(32))

  test('speaks for whom it was issued to', () => {
    expect(tokens.read(tokens.issue(rider))).toEqual(rider)
  })

  test('is worth nothing once a character is changed, cut or added', () => {
    const token = tokens.issue(rider)
    for (const forged of [
      token.replace('rider', 'chair'),
      token.slice(0, -1),
      `${token}~x`,
      token.replace('0101', '0102'),
      'demo-rider',
      '',
    ]) {
      expect(tokens.read(forged)).toBeUndefined()
    }
  })

  test('is worth nothing on another machine', () => {
    expect(tokensOf(randomBytes(32)).read(tokens.issue(rider))).toBeUndefined()
  })
})

test.each([
  ['Bearer abc', 'abc'],
  ['bearer abc', undefined],
  ['Basic abc', undefined],
  ['Bearer a b', undefined],
  [undefined, undefined],
])('the header %s carries %s', (header, token) => {
  expect(bearerOf(header)).toBe(token)
})
