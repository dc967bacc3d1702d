import { PersonId } from '../core/ids'
import { IsoDate } from '../core/time'
import type { MembershipState } from '../membership/life'
import { receivingToken, tickingForPaper, type Channel } from './channel'
import { electorate, type CandidateElector, type PaperReason } from './electorate'
import type { ReviewForm } from './kinds'
import { agreedCount, noPaper } from './paper-count'

const person = PersonId.parse('p')
const day = (text: string) => IsoDate.parse(text)
const [before, cutoff, after] = [day('2026-10-30'), day('2026-10-31'), day('2026-11-01')]
const whatOf = (member: Partial<CandidateElector>, form: ReviewForm = 'mixed') => {
  const { electors, excluded } = electorate([{ person, state: 'active', since: before, boundOn: before, ...member }], {
    cutoff,
    form,
  })
  expect(electors.length + excluded.length).toBe(1)
  return electors[0] === undefined ? excluded[0]?.because : (electors[0].paperOnly ?? 'votes')
}

describe('who may vote', () => {
  test.each<[MembershipState, IsoDate, string]>([
    ['active', before, 'votes'],
    ['active', cutoff, 'votes'],
    ['active', after, 'joined-after-cutoff'],
    ['retained', before, 'retained'],
    ['retained', after, 'retained'],
    ['left', before, 'ended'],
    ['expelled', before, 'ended'],
    ['deceased', before, 'ended'],
  ])('%s since %s: %s', (state, since, what) => expect(whatOf({ state, since })).toBe(what))
})

describe('who votes on paper alone', () => {
  test.each<[ReviewForm, IsoDate | undefined, string]>([
    ['mixed', before, 'votes'],
    ['mixed', cutoff, 'votes'],
    ['mixed', after, 'bound-after-cutoff'],
    ['mixed', undefined, 'no-account'],
    ['electronic', before, 'votes'],
    ['electronic', after, 'bound-after-cutoff'],
    ['electronic', undefined, 'no-account'],
    ['written', before, 'written-form'],
    ['written', undefined, 'written-form'],
  ])('form %s, account bound %s: %s', (form, boundOn, what) => expect(whatOf({ boundOn }, form)).toBe(what))
})

describe('phone or paper, never both', () => {
  const any: PaperReason | undefined = undefined
  const unbound: PaperReason = 'no-account'
  test.each<[PaperReason | undefined, Channel | undefined, ReviewForm, string, string]>([
    // paper only, channel, form → receiving, ticking
    [any, undefined, 'mixed', 'phone', 'paper'],
    [any, 'phone', 'mixed', 'phone', 'VOTES_BY_PHONE'],
    [any, 'paper', 'mixed', 'VOTES_ON_PAPER', 'paper'],
    [any, undefined, 'electronic', 'phone', 'ONLY_BY_PHONE'],
    [any, 'phone', 'electronic', 'phone', 'VOTES_BY_PHONE'],
    [unbound, undefined, 'electronic', 'ONLY_ON_PAPER', 'paper'],
    [unbound, undefined, 'mixed', 'ONLY_ON_PAPER', 'paper'],
    [unbound, 'paper', 'mixed', 'ONLY_ON_PAPER', 'paper'],
    ['written-form', undefined, 'written', 'ONLY_ON_PAPER', 'paper'],
    ['written-form', 'paper', 'written', 'ONLY_ON_PAPER', 'paper'],
  ])('%s, already %s, form %s: receives %s, is ticked %s', (paperOnly, channel, form, receives, ticked) => {
    const what = (outcome: ReturnType<typeof receivingToken> | ReturnType<typeof tickingForPaper>) =>
      outcome.ok ? outcome.data : outcome.code
    expect(what(receivingToken({ paperOnly, channel }))).toBe(receives)
    expect(what(tickingForPaper({ paperOnly, channel }, form))).toBe(ticked)
  })
})

describe('two tellers', () => {
  const count = { grades: { satisfied: 8, mostly: 1, dissatisfied: 1 }, invalid: 2 }
  test.each([
    ['agree, every paper handed out came back', count, 12, true],
    ['agree, one paper went home', count, 13, true],
    ['agree on more papers than were handed out', count, 11, 'MORE_PAPER_THAN_TICKED'],
    ['differ in the invalid ones', { ...count, invalid: 1 }, 12, 'PAPER_COUNTS_DIFFER'],
    ['differ in grades', { ...count, grades: { satisfied: 9, mostly: 0, dissatisfied: 1 } }, 12, 'PAPER_COUNTS_DIFFER'],
    ['one counted nothing', noPaper, 12, 'PAPER_COUNTS_DIFFER'],
  ] as const)('%s', (_, other, ticked, says) => {
    const agreed = agreedCount(count, other, ticked)
    expect(agreed.ok ? true : agreed.code).toBe(says)
  })
})
