import { FileId } from '../core/ids'
import { IsoDate } from '../core/time'
import { mayBecome, mayGiveBack, PublicationFacts, signUpPhase } from './publication'

const day = (text: string) => IsoDate.parse(text)
const activity = { day: day('2026-12-10'), place: '职工之家', places: 20, signUpUntil: day('2026-12-08') }
const written = { audience: 'members', title: '趣味运动会', text: '欢迎参加。', pictures: [] } as const
const party = { kind: 'activity', ...written, activity } as const
const accounts = { kind: 'accounts', ...written } as const

describe('what an officer writes', () => {
  test.each([
    ['a decision without a word', { ...accounts, kind: 'decisions', text: ' ' }, 'text'],
    ['a title over two lines', { ...accounts, title: '经费\n收支' }, 'title'],
    ['an activity that says neither when nor where', { kind: 'activity', ...written }, 'activity'],
    ['accounts with a day of an activity', { ...accounts, activity }, ''],
    [
      'sign-ups that end after the activity',
      { ...party, activity: { ...activity, signUpUntil: '2026-12-11' } },
      'activity.signUpUntil',
    ],
    ['no place at all', { ...party, activity: { ...activity, places: 0 } }, 'activity.places'],
    [
      'seven pictures',
      { ...accounts, pictures: Array.from({ length: 7 }, (_, at) => FileId.parse(`p${at}`)) },
      'pictures',
    ],
  ])('%s is told at its field', (_, facts, field) => {
    const read = PublicationFacts.safeParse(facts)
    expect(read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))).toContain(field)
  })
})

test.each([
  ['another text', party, { ...party, text: '改到下午。' }, 'yes'],
  ['more places', party, { ...party, activity: { ...activity, places: 21 } }, 'yes'],
  ['fewer places', party, { ...party, activity: { ...activity, places: 19 } }, 'fewer-places'],
  ['another kind', party, accounts, 'other-kind'],
] as const)('%s: %#', (_, before, after, verdict) => {
  expect(mayBecome(before, PublicationFacts.parse(after))).toBe(verdict)
})

test.each([
  ['2026-12-08', 19, 'open'],
  ['2026-12-08', 20, 'full'],
  ['2026-12-09', 0, 'over'],
] as const)('on %s with %i of 20 places taken, signing up is %s', (today, taken, phase) => {
  expect(signUpPhase(activity, taken, day(today))).toBe(phase)
})

test('a place is given back until the day of the activity', () => {
  expect(mayGiveBack(activity, day('2026-12-10'))).toBe(true)
  expect(mayGiveBack(activity, day('2026-12-11'))).toBe(false)
})
