import { IsoDate } from '../core/time'
import { mayConfirmBinding, phoneIsProof } from './binding'

const today = IsoDate.parse('2026-11-18')
test.each([
  ['as the person gave it', undefined, true],
  ['changed by an officer today', '2026-11-18', false],
  ['changed 29 days ago', '2026-10-20', false],
  ['changed 30 days ago', '2026-10-19', true],
])('a phone on file, %s, proves who calls: %s', (_, edited, proof) => {
  expect(phoneIsProof(edited === undefined ? undefined : IsoDate.parse(edited), today)).toBe(proof)
})

test('whoever opened a binding does not confirm it', () => {
  expect(mayConfirmBinding('a', 'a')).toBe(false)
  expect(mayConfirmBinding('a', 'b')).toBe(true)
})
