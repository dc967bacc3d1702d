import { isoTime } from '../core/time'
import { endsAt, isSignedIn, isToBeNoted } from './session'

const start = Date.parse('2026-11-18T00:00:00.000Z')
const minutes = (count: number) => isoTime(start + count * 60_000)
const session = (seenAt?: number) => ({
  since: minutes(0),
  expiresAt: minutes(480),
  ...(seenAt === undefined ? {} : { seenAt: minutes(seenAt) }),
})

test.each([
  // seen at, now → signed in, to be noted, in minutes after the sign-in
  [undefined, 0, true, false],
  [undefined, 9, true, false],
  [undefined, 10, true, true],
  [undefined, 59, true, true],
  [undefined, 60, false, true],
  [50, 59, true, false],
  [50, 109, true, true],
  [50, 110, false, true],
  [470, 479, true, false],
  [470, 480, false, true],
] as const)('seen at %s, now %s: signed in %s, to be noted %s', (seenAt, now, signedIn, noted) => {
  expect([isSignedIn(session(seenAt), minutes(now)), isToBeNoted(session(seenAt), minutes(now))]).toEqual([
    signedIn,
    noted,
  ])
})

test('a session says when it ends by itself: an hour after the last act, and never after a working day', () => {
  expect([endsAt(session()), endsAt(session(50)), endsAt(session(470))]).toEqual([
    minutes(60),
    minutes(110),
    minutes(480),
  ])
})
