import { IsoDate, isoTime } from '../core/time'
import { mayConfirmBinding, phoneIsProof } from './binding'

const today = IsoDate.parse('2026-11-18')
test.each([
  ['as the person gave it', undefined, true],
  ['changed by an officer today', '2026-11-18', false],
  ['changed 29 days ago', '2026-10-20', false],
  ['changed 30 days ago', '2026-10-19', true],
])('a phone on file, %s, proves who calls: %s', (_, edited, proof) => {
  expect(phoneIsProof(edited === undefined ? undefined : isoTime(Date.parse(edited)), today)).toBe(proof)
})

test('neither who opened a binding nor who took it confirms it', () => {
  const binding = { openedBy: 'opener', account: 'taker' }
  const may = ['opener', 'taker', 'third'].map((confirmer) => mayConfirmBinding(binding, confirmer))
  expect(may).toEqual([false, false, true])
})
