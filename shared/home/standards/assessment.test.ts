import fc from 'fast-check'
import { IsoDate } from '../../core/time'
import {
  assessmentStates,
  assessmentSteps,
  comparedWith,
  nextAssessment,
  resultOf,
  statesFound,
  stillCounts,
  type AssessmentState,
  type AssessmentStep,
} from './assessment'

/** Row by row what the rules say: start, send, return, decide, withdraw, object, uphold, reopen. */
const table: Readonly<Record<AssessmentState | 'none', readonly string[]>> = {
  none: ['open', 'NOT_OPEN', 'NOT_SENT', 'NOT_SENT', 'NOT_OPEN', 'NOT_SENT', 'NOT_OBJECTED', 'NOT_OBJECTED'],
  open: ['OPEN', 'sent', 'NOT_SENT', 'NOT_SENT', 'withdrawn', 'NOT_SENT', 'NOT_OBJECTED', 'NOT_OBJECTED'],
  sent: ['OPEN', 'NOT_OPEN', 'returned', 'decided', 'withdrawn', 'NOT_SENT', 'NOT_OBJECTED', 'NOT_OBJECTED'],
  returned: ['OPEN', 'sent', 'NOT_SENT', 'NOT_SENT', 'withdrawn', 'NOT_SENT', 'NOT_OBJECTED', 'NOT_OBJECTED'],
  decided: ['OPEN', 'DECIDED', 'NOT_SENT', 'NOT_SENT', 'DECIDED', 'objected', 'NOT_OBJECTED', 'NOT_OBJECTED'],
  objected: ['OPEN', 'DECIDED', 'NOT_SENT', 'NOT_SENT', 'DECIDED', 'NOT_SENT', 'final', 'sent'],
  final: ['OPEN', 'DECIDED', 'NOT_SENT', 'NOT_SENT', 'DECIDED', 'DECIDED', 'NOT_OBJECTED', 'NOT_OBJECTED'],
  withdrawn: ['open', 'NOT_OPEN', 'NOT_SENT', 'NOT_SENT', 'NOT_OPEN', 'NOT_SENT', 'NOT_OBJECTED', 'NOT_OBJECTED'],
}

describe('A1–A6: applied, sent, checked, decided, objected to', () => {
  const states: readonly (AssessmentState | 'none')[] = ['none', ...assessmentStates]
  const rows = states.flatMap((state) => assessmentSteps.map((step, at) => [state, step, table[state][at]] as const))
  test.each(rows)('%s, %s → %s', (state, step, outcome) => {
    const next = nextAssessment({ state: state === 'none' ? undefined : state, objectedBefore: false }, step)
    expect('to' in next ? next.to : next.refuse.replace('ASSESSMENT_', '')).toBe(outcome)
  })

  test('whoever objected once has had their second look: what is decided then is final', () =>
    expect(nextAssessment({ state: 'sent', objectedBefore: true }, 'decide')).toEqual({ to: 'final' }))

  test.each(['sent', 'returned', 'final'] as const)('%s after an objection: it cannot be taken back', (state) =>
    expect(nextAssessment({ state, objectedBefore: true }, 'withdraw')).toEqual({ refuse: 'ASSESSMENT_DECIDED' }),
  )

  test('whatever is tried in whatever order, a result is objected to once at most, and what is final stays', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...assessmentSteps), { maxLength: 40 }),
        (steps: readonly AssessmentStep[]) => {
          let state: AssessmentState | undefined
          let objections = 0
          for (const step of steps) {
            const next = nextAssessment({ state, objectedBefore: objections > 0 }, step)
            if ('refuse' in next) continue
            expect(state).not.toBe('final')
            if (step === 'object') objections++
            state = next.to
          }
          expect(objections).toBeLessThanOrEqual(1)
        },
      ),
    ))
})

test.each([
  [2026, true],
  [2025, true],
  [2024, false],
])('in 2026 a result of %i counts: %s (S7)', (year, counts) =>
  expect(stillCounts(year, IsoDate.parse('2026-01-01'))).toBe(counts),
)

describe('the result', () => {
  const items = [
    { id: 'rate', state: 'met' },
    { id: 'office', state: 'claimed' },
    { id: 'leaders', state: 'not-meant' },
  ] as const
  test.each([
    ['nobody looked at what is claimed', items, [], { kind: 'missing', items: ['office'] }],
    ['all is found so', items, [['office', 'met']], { kind: 'result', met: 2, of: 2, outcome: 'met' }],
    ['one is found short', items, [['office', 'short']], { kind: 'result', met: 1, of: 2, outcome: 'not-met' }],
    [
      'what records say is met may still be found short on the spot',
      items,
      [
        ['office', 'met'],
        ['rate', 'short'],
      ],
      { kind: 'result', met: 1, of: 2, outcome: 'not-met' },
    ],
    [
      'what is found not to mean the union is none of its items',
      [
        { id: 'rate', state: 'met' },
        { id: 'board', state: 'claimed', claim: 'not-meant' },
      ],
      [['board', 'met']],
      { kind: 'result', met: 1, of: 1, outcome: 'met' },
    ],
    [
      'what means the union after all is missing',
      [
        { id: 'rate', state: 'met' },
        { id: 'board', state: 'claimed', claim: 'not-meant' },
      ],
      [['board', 'short']],
      { kind: 'result', met: 1, of: 2, outcome: 'not-met' },
    ],
    [
      'what records say is a gap is not found away',
      [{ id: 'rate', state: 'gap' }],
      [['rate', 'met']],
      { kind: 'result', met: 0, of: 1, outcome: 'not-met' },
    ],
  ] as const)('%s', (_, sent, found, result) =>
    expect(resultOf([...sent], new Map(found as readonly (readonly [string, 'met' | 'short'])[]))).toMatchObject(
      result,
    ),
  )

  test('is kept item by item', () =>
    expect(resultOf(items, new Map([['office', 'short']]))).toMatchObject({
      states: { rate: 'met', office: 'gap', leaders: 'not-meant' },
    }))

  test('of what is claimed and nobody looked at there is none: it is not met (A3)', () =>
    expect(statesFound(items, new Map())).toEqual({ rate: 'met', leaders: 'not-meant' }))

  test('with last year’s, of the items that both years have', () =>
    expect(
      comparedWith({ one: 'gap', two: 'met', three: 'met' }, { one: 'met', two: 'gap', three: 'met', four: 'gap' }),
    ).toEqual({ gained: ['one'], lost: ['two'] }))
})
