import { IsoDate } from '../../../shared/core/time'
import { toBase64url } from '../../../shared/core/base64url'
import { commitment, draw, seedOf } from '../../../shared/review/sample'
import { drawnAgain } from './draw-again'

const pseudonyms = Array.from({ length: 40 }, (_, at) => Uint8Array.from({ length: 32 }, (__, byte) => at * 3 + byte))
const committed = commitment(pseudonyms)
const value = '03 07 12 18 25 31 09'
const chosen = new Set((draw(pseudonyms, 10, seedOf(committed, value)) ?? []).map(toBase64url))
const rows = pseudonyms.map(toBase64url).map((pseudonym) => ({ pseudonym, drawn: chosen.has(pseudonym) }))
const file = {
  state: 'drawn',
  size: 10,
  lottery: '双色球 2026140 期',
  drawnOn: IsoDate.parse('2026-11-21'),
  population: 40,
  commitment: toBase64url(committed),
  value,
} as const

test('the numbers draw the same people again', () => {
  expect(drawnAgain(file, rows)).toBe('same')
})

test.each([
  [
    'somebody was added afterwards',
    [...rows, { pseudonym: toBase64url(new Uint8Array(32)), drawn: true }],
    'population',
  ],
  ['somebody was left out', rows.slice(1), 'population'],
  ['another one was taken', rows.map((row, at) => ({ ...row, drawn: at < 10 })), 'drawn'],
] as const)('%s', (_, changed, says) => {
  expect(drawnAgain(file, changed)).toBe(says)
})

test('other numbers draw other people', () => {
  expect(drawnAgain({ ...file, value: '01 02 03 04 05 06 07' }, rows)).toBe('drawn')
})

test('before the draw the list alone is compared', () => {
  expect(
    drawnAgain(
      { ...file, state: 'committed' },
      rows.map((row) => ({ ...row, drawn: false })),
    ),
  ).toBe('not-drawn')
})
