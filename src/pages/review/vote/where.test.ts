import type { Kept, Paper } from '../../../services/review/steps'
import type { MyReview } from '../../my-review'
import { whereIn } from './where'

const bytes = new Uint8Array(32)
const token = { seed: bytes, prefix: bytes, signature: bytes }
const papers: Readonly<Record<Paper['at'], Paper>> = {
  token: { at: 'token', token },
  sent: { at: 'sent', token, cast: bytes },
  taken: { at: 'taken', id: bytes },
}
const holding = (ballot: Paper['at'], remark: Paper['at'] = 'token'): Kept => ({
  stage: 'received',
  digest: bytes,
  papers: { ballot: papers[ballot], remark: papers[remark] },
})
const one = { seed: bytes, prefix: bytes, unblinding: 1n, blinded: bytes }
const asking: Kept = { stage: 'wanted', digest: bytes, wanted: { ballot: one, remark: one } }
const elector = { kind: 'elector', received: false } as const
const received = { kind: 'elector', received: true, channel: 'phone' } as const

type Case = readonly [string, MyReview['phase'], MyReview['mine'], Kept | undefined, object]
test.each<Case>([
  ['the list is not taken', 'announced', { kind: 'not-listed-yet' }, undefined, { at: 'not-listed-yet' }],
  [
    'retained',
    'receiving',
    { kind: 'excluded', because: 'retained' },
    undefined,
    { at: 'excluded', because: 'retained' },
  ],
  [
    'on paper by rule',
    'voting',
    { ...elector, paperOnly: 'no-account' },
    undefined,
    { at: 'paper', because: 'no-account' },
  ],
  ['ticked in the venue', 'voting', { ...elector, channel: 'paper' }, undefined, { at: 'paper', because: 'ticked' }],
  ['before receiving', 'announced', elector, undefined, { at: 'before' }],
  ['receiving', 'receiving', elector, undefined, { at: 'receive' }],
  ['late to receive', 'voting', elector, undefined, { at: 'receive' }],
  ['asked, the answer was lost', 'receiving', received, asking, { at: 'receive' }],
  ['asked, nothing arrived', 'receiving', elector, asking, { at: 'receive' }],
  ['received, but not on this phone', 'voting', received, undefined, { at: 'other-phone' }],
  [
    'received by whom I was bound to before, so that I should vote on paper',
    'voting',
    { ...received, paperOnly: 'bound-after-cutoff' },
    undefined,
    { at: 'other-phone' },
  ],
  [
    'on paper by rule, and ticked',
    'voting',
    { ...elector, paperOnly: 'no-account', channel: 'paper' },
    undefined,
    { at: 'paper', because: 'ticked' },
  ],
  ['received, voting has not begun', 'receiving', received, holding('token'), { at: 'hold' }],
  ['voting', 'voting', received, holding('token'), { at: 'vote' }],
  ['sent without an answer', 'voting', received, holding('sent'), { at: 'again' }],
  ['voted', 'voting', received, holding('taken'), { at: 'voted', remark: 'token' }],
  ['voted and said more', 'voting', received, holding('taken', 'taken'), { at: 'voted', remark: 'taken' }],
  [
    'moved to another union meanwhile',
    'voting',
    { kind: 'excluded', because: 'not-listed' },
    holding('token'),
    { at: 'vote' },
  ],
  ['over, voted', 'closed', received, holding('taken'), { at: 'over', mayCheck: true }],
  ['over, sent and not answered', 'closed', received, holding('sent'), { at: 'over', mayCheck: true }],
  ['over, not voted', 'closed', received, holding('token'), { at: 'over', mayCheck: false }],
  [
    'over, received in my name elsewhere',
    'closed',
    received,
    undefined,
    { at: 'over', mayCheck: false, inMyName: 'token' },
  ],
  [
    'over, ticked in my name',
    'closed',
    { ...elector, channel: 'paper' },
    undefined,
    { at: 'over', mayCheck: false, inMyName: 'paper' },
  ],
  ['over, neither', 'closed', elector, undefined, { at: 'over', mayCheck: false }],
  ['called off', 'called-off', received, holding('token'), { at: 'called-off' }],
])('%s', (_, phase, mine, kept, where) => {
  expect(whereIn({ phase, mine, result: false }, kept)).toEqual(where)
})

test('with a result there is one to look at, for whoever voted and whoever did not', () => {
  for (const kept of [holding('taken'), undefined])
    expect(whereIn({ phase: 'published', mine: received, result: true }, kept)).toEqual({
      at: 'result',
      mayCheck: kept !== undefined,
      inMyName: kept === undefined ? 'token' : undefined,
    })
})
