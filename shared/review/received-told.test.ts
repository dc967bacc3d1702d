import { isReceivedTold } from './received-told'

test.each([
  ['members', 'receiving', 20, true],
  ['members', 'voting', 19, false],
  ['members', 'closed', 19, true],
  ['sample', 'voting', 20, true],
  ['staff', 'voting', 400, false],
  ['staff', 'published', 3, true],
  ['members', 'announced', undefined, false],
] as const)('of a review of %s that is %s, with %s electors: %s', (kind, phase, electors, told) => {
  expect(isReceivedTold({ kind, phase, electors }, 20)).toBe(told)
})
