import fc from 'fast-check'
import { IsoTime } from '../core/time'
import { reviewMachine, reviewPhases, reviewSteps, stepped, type ReviewPhase, type ReviewStep } from './life'
import { dueStep, isInOrder } from './periods'

/** Phases in the order of `reviewPhases`; `>` and the phase it leads to, `=` it stays, `-` not yet, `+` too late, `x` called off. */
const table: Readonly<Record<ReviewStep, string>> = {
  object: '=       =       +       +          +  x',
  settle: '=       =       +       +          +  x',
  'hand-out': '=       +       +       +          +  x',
  'take-back': '=       =       +       +          +  x',
  draw: '=       =       +       +          +  x',
  'call-off': '>called-off >called-off + +  +  x',
  'open-receiving': '>receiving + + + + x',
  receive: '-       =       =       +          +  x',
  'open-voting': '- >voting + + + x',
  cast: '-       -       =       +          +  x',
  remark: '-       -       =       +          +  x',
  tick: '-       -       =       +          +  x',
  close: '- - >closed + + x',
  'count-paper': '-       -       -       =          +  x',
  publish: '- - - >published + x',
}
const refusals = { '-': 'REVIEW_NOT_YET', '+': 'REVIEW_TOO_LATE', x: 'REVIEW_CALLED_OFF' } as const

describe.each(reviewSteps)('%s', (step) => {
  const cells = table[step].split(/\s+/)
  test.each(reviewPhases.map((phase, at) => [phase, cells[at] ?? ''] as const))('while %s: %s', (phase, cell) => {
    const next = stepped({ phase, openObjections: 0 }, step)
    if (cell === '=') expect(next).toEqual({ to: phase })
    else if (cell.startsWith('>')) expect(next).toEqual({ to: cell.slice(1) })
    else expect(next).toEqual({ refuse: refusals[cell as keyof typeof refusals] })
  })
})

test('the table names every phase and step', () => {
  expect(Object.keys(reviewMachine)).toEqual([...reviewPhases])
  for (const phase of reviewPhases) expect(Object.keys(reviewMachine[phase]).sort()).toEqual([...reviewSteps].sort())
})

test('voting does not begin over an open objection; what is too early or late stays so', () => {
  expect(stepped({ phase: 'receiving', openObjections: 1 }, 'open-voting')).toEqual({ refuse: 'REVIEW_OBJECTION_OPEN' })
  expect(stepped({ phase: 'announced', openObjections: 1 }, 'open-voting')).toEqual({ refuse: 'REVIEW_NOT_YET' })
  expect(stepped({ phase: 'receiving', openObjections: 1 }, 'receive')).toEqual({ to: 'receiving' })
})

test('whatever is tried in whatever order, a review never goes back, and nothing is cast before voting or after the close', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...reviewSteps), fc.nat(1))), (steps) => {
      let phase: ReviewPhase = 'announced'
      for (const [step, openObjections] of steps) {
        const next = stepped({ phase, openObjections }, step)
        if ('refuse' in next) continue
        expect(reviewPhases.indexOf(next.to)).toBeGreaterThanOrEqual(reviewPhases.indexOf(phase))
        if (step === 'cast' || step === 'remark') expect(phase).toBe('voting')
        phase = next.to
      }
    }),
  )
})

describe('what is due', () => {
  const day = (number: number) => IsoTime.parse(`2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z`)
  const periods = { receivingFrom: day(5), votingFrom: day(12), votingUntil: day(20) }
  test.each<[ReviewPhase, number, ReviewStep | undefined]>([
    ['announced', 4, undefined],
    ['announced', 5, 'open-receiving'],
    ['announced', 30, 'open-receiving'],
    ['receiving', 11, undefined],
    ['receiving', 12, 'open-voting'],
    ['voting', 19, undefined],
    ['voting', 20, 'close'],
    ['closed', 30, undefined],
    ['published', 30, undefined],
    ['called-off', 30, undefined],
  ])('%s on day %i: %s', (phase, on, step) => expect(dueStep(phase, periods, day(on))).toBe(step))

  test('periods follow one another', () => {
    expect(isInOrder(periods)).toBe(true)
    expect(isInOrder({ ...periods, votingFrom: day(5) })).toBe(false)
    expect(isInOrder({ ...periods, votingUntil: day(12) })).toBe(false)
  })
})
