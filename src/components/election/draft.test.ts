import { draftOfElection, electionErrors, electionOf, emptyElection, type ElectionDraft } from './draft'

const whole: ElectionDraft = {
  heldOn: '2026-11-20',
  termYears: '5',
  seats: { committee: '5', audit: '3', women: '1' },
  chairs: { committee: '林小满', audit: '周大雪', women: '吴谷雨' },
  posts: [{ role: 'chair', name: '林小满', mobile: '15420771201' }],
  relatives: 'no',
}

test('an election that is filled in has no error, is sent, and is read back as it was', () => {
  const sent = electionOf(whole, 'whole')
  expect(sent?.elected).toHaveLength(3)
  expect(sent === undefined ? undefined : draftOfElection({ kind: 're-election', termYears: 5, ...sent })).toEqual(
    whole,
  )
})

/** As typed, or not answered. */
type Change = { readonly [Key in keyof ElectionDraft]?: ElectionDraft[Key] | undefined }

test.each<[string, Change, 'meeting' | 'committees' | 'leaders', readonly string[]]>([
  ['no day', { heldOn: undefined }, 'meeting', ['heldOn']],
  ['no term', { termYears: undefined }, 'meeting', ['termYears']],
  ['a committee without its chair', { chairs: { ...whole.chairs, audit: '' } }, 'committees', ['chair.audit']],
  ['a committee without seats', { seats: { ...whole.seats, women: '' } }, 'committees', ['seats.women']],
  ['half a seat', { seats: { ...whole.seats, women: '1.5' } }, 'committees', ['seats.women']],
  ['a hundred seats', { seats: { ...whole.seats, committee: '100' } }, 'committees', ['seats.committee']],
  [
    'a fourth committee of which only the chair is named',
    { chairs: { ...whole.chairs, 'labour-law': '郑立冬' } },
    'committees',
    ['seats.labour-law'],
  ],
  ['no chair', { posts: emptyElection.posts }, 'leaders', ['name.0', 'mobile.0']],
  [
    'a deputy whose phone is wrong',
    { posts: [...whole.posts, { role: 'deputy', name: '周大雪', mobile: '1542077120' }] },
    'leaders',
    ['mobile.1'],
  ],
  ['no answer about relatives', { relatives: undefined }, 'leaders', ['relatives']],
])('%s is told at its field, and nothing is sent', (_, change, step, fields) => {
  const draft = without({ ...whole, ...change })
  expect(Object.keys(electionErrors(step, draft, 'whole'))).toEqual(fields)
  expect(electionOf(draft, 'whole')).toBeUndefined()
})

test('a deputy that nobody began to fill in is none', () => {
  const posts = [...whole.posts, { role: 'deputy', name: ' ', mobile: '' } as const]
  expect(electionOf({ ...whole, posts }, 'whole')?.posts).toEqual(whole.posts)
})

test('a by-election may be of one committee, without a term and without a new chair', () => {
  const { termYears: _, ...draft } = whole
  const one = { ...draft, seats: { audit: '1' }, chairs: { audit: '周大雪' }, posts: emptyElection.posts }
  expect(electionOf(one, 'by-election')).toEqual({
    heldOn: '2026-11-20',
    elected: [{ kind: 'audit', seats: 1, chair: '周大雪' }],
    posts: [],
    relatives: false,
  })
  expect(electionOf({ ...one, seats: {}, chairs: {} }, 'by-election')).toBeUndefined()
})

/** As a page has it that nobody answered: the field is not there. */
function without(draft: Change): ElectionDraft {
  return JSON.parse(JSON.stringify(draft))
}
