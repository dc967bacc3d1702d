import fc from 'fast-check'
import { JoinDraft, JoinForm } from '../../../shared/membership/joining'
import type { Answers, Origin, Work } from './answers'
import { fromDraft, toDraft } from './draft'
import {
  agency,
  answer,
  byHand,
  chosen,
  factory,
  identities,
  letterOf,
  next,
  play,
  posters,
  scanned,
  school,
  station,
  street,
  today,
} from './flow.fixture'
import { formOf, newFlow, reduceFlow, type Change, type Flow, type FlowEvent } from './flow'
import { allSteps, isAnswered, pagesOf, previousStep, progressAt, type Step } from './steps'

const always: readonly Step[] = ['identity', 'details', 'route', 'letter', 'check']
const questions = (flow: Flow) => pagesOf(flow).filter((step) => !always.includes(step))
const doing = (flow: Flow, work: Work, more: Change = {}) => play(flow, answer({ work, ...more }))

const derived: readonly (readonly [Work, Origin, Change, readonly string[]])[] = [
  ['unit', posters.factory, {}, ['work']],
  ['unit', posters.school, {}, ['work', 'establishment']],
  ['dispatched', posters.factory, {}, ['work', 'agency']],
  ['dispatched', posters.agency, {}, ['work', 'user-unit']],
  ['outsourced', posters.factory, {}, ['work', 'employer']],
  ['outsourced', posters.factory, { units: { employer: factory } }, ['work', 'employer', 'host']],
  ['seconded', posters.factory, {}, ['work', 'home', 'months']],
  ['seconded', posters.factory, { units: { home: factory } }, ['work', 'home', 'host', 'months']],
  ['owner', posters.factory, {}, ['work']],
  ['platform', posters.newForm, {}, ['work', 'station', 'industry']],
  ['platform', posters.newForm, { station }, ['work', 'station']],
  ['platform', posters.factory, { station: 'none' }, ['work', 'station', 'industry', 'place']],
  ['several', posters.factory, { jobs: [station] }, ['work', 'jobs']],
  ['several', posters.factory, { jobs: [] }, ['work', 'jobs', 'industry', 'place']],
  ['several', posters.newForm, { jobs: [] }, ['work', 'jobs', 'industry']],
  ['other', posters.newForm, {}, ['work', 'note']],
  ['other', posters.factory, {}, ['work', 'note']],
]

describe('only what cannot be derived is asked', () => {
  test.each(derived)('%s from the poster %j with %j: %j', (work, poster, more, asked) => {
    expect(questions(doing(scanned(poster), work, more))).toEqual(asked)
  })

  test.each([
    ['unit', ['start', 'work', 'unit']],
    ['dispatched', ['start', 'work', 'agency', 'user-unit']],
    ['outsourced', ['start', 'work', 'employer', 'host']],
    ['platform', ['start', 'work', 'station', 'industry', 'place']],
    ['several', ['start', 'work', 'jobs', 'industry', 'place']],
    ['seconded', ['start', 'work', 'home', 'host', 'months']],
    ['owner', ['start', 'work', 'unit']],
    ['other', ['start', 'work', 'note', 'place']],
  ] as const)('%s with nothing known: %j', (work, asked) => {
    expect(questions(doing(newFlow(today), work))).toEqual(asked)
  })

  test('whether retired is asked of whom it can concern', () => {
    const withIdentity = (identity: Answers['identity']) =>
      pagesOf(play(scanned(posters.factory), answer({ identity })))
    expect(withIdentity(identities.old)).toContain('retired')
    expect(withIdentity(identities.young)).not.toContain('retired')
    expect(withIdentity(identities.empty)).not.toContain('retired')
  })
})

describe('from the factory’s poster', () => {
  const start = scanned(posters.factory)
  const asked = play(start, answer({ work: 'unit' }), next)
  const known = play(
    asked,
    answer({ identity: identities.young }),
    next,
    answer({ education: 'bachelor', household: 'urban' }),
    next,
  )

  test('a worker answers one question, says who they are, and sees the union', () => {
    expect([start.step, asked.step, known.step]).toEqual(['work', 'identity', 'route'])
  })

  test('then three acts lead to the check page: the union, the letter, and nothing between', () => {
    const sent = play(
      known,
      { type: 'choose', chosen: chosen('union-lanyu') },
      { type: 'agree', agreed: letterOf('union-lanyu') },
    )
    expect(sent.step).toBe('check')
    expect(formOf(sent)).toMatchObject({
      situation: { work: 'unit', unit: { kind: 'listed', unit: 'unit-lanyu' }, establishment: 'regular' },
      retired: false,
      choice: { kind: 'offered', union: 'union-lanyu' },
    })
  })

  test('next on an incomplete page stays there and shows what is missing', () => {
    const stopped = play(asked, answer({ identity: identities.wrong }), next)
    expect([stopped.step, stopped.tried]).toEqual(['identity', true])
  })

  const atCheck = play(
    known,
    { type: 'choose', chosen: chosen('union-lanyu') },
    { type: 'agree', agreed: letterOf('union-lanyu') },
  )

  test('修改 of a detail leads back to the check page at once', () => {
    const mended = play(atCheck, { type: 'open', step: 'details' }, answer({ education: 'college' }), next)
    expect(mended.step).toBe('check')
    expect(mended.answers.education).toBe('college')
  })

  test('修改 of who pays leads past the union again, since it may be another one', () => {
    const mended = play(atCheck, { type: 'open', step: 'work' }, answer({ work: 'dispatched' }), next)
    expect(mended.step).toBe('agency')
    const through = play(mended, answer({ units: { agency } }), next)
    expect(through.step).toBe('route')
    expect(through.answers.chosen).toBeUndefined()
  })

  test('another union’s letter is read again', () => {
    const other = play(atCheck, { type: 'open', step: 'route' }, { type: 'choose', chosen: chosen('union-other') })
    expect(other.step).toBe('letter')
  })

  test('a letter to be signed is not agreed to without a signature', () => {
    const signed = { ...letterOf('union-lanyu'), form: 'signature' } as const
    const unsigned = play(atCheck, { type: 'open', step: 'letter' }, { type: 'agree', agreed: signed })
    expect(unsigned.step).toBe('letter')
    const strokes = [[100, 100, 300, 400]]
    expect(play(unsigned, answer({ signature: { strokes } }), { type: 'agree', agreed: signed }).step).toBe('check')
  })

  test.each([
    ['identity.number', 'identity'],
    ['form.identity.mobile', 'identity'],
    ['details.education', 'details'],
    ['situation', 'work'],
    ['choice', 'route'],
    ['consent', 'letter'],
    ['consent.signature', 'letter'],
  ] as const)('a refusal of %s shows on the page %s', (field, step) => {
    const refused = play(atCheck, { type: 'refused', fields: { [field]: '请改一下' } })
    expect(refused.step).toBe(step)
    expect(refused.refusals[field.replace('form.', '')]).toBe('请改一下')
  })

  test('a refusal goes away once its answer changes, and only then', () => {
    const refused = play(atCheck, { type: 'refused', fields: { 'identity.number': '请核对' } })
    expect(play(refused, answer({ education: 'college' })).refusals).toEqual({ 'identity.number': '请核对' })
    expect(play(refused, answer({ identity: identities.old })).refusals).toEqual({})
  })

  test('another poster asks about work anew and keeps who I am', () => {
    const other = play(atCheck, { type: 'begin', origin: posters.newForm })
    expect(other.step).toBe('work')
    expect(other.answers.identity).toEqual(identities.young)
    expect(other.answers.work).toBeUndefined()
  })
})

describe('a unit that the registry does not know', () => {
  test('counts by its place', () => {
    const flow = play(
      newFlow(today),
      { type: 'begin', origin: { kind: 'unit', unit: byHand } },
      answer({ work: 'unit' }),
      next,
    )
    expect(flow.step).toBe('identity')
    const whole = play(flow, answer({ identity: identities.young, education: 'primary', household: 'rural' }), {
      type: 'choose',
      chosen: chosen('u'),
    })
    expect(formOf(whole)?.situation).toEqual({ work: 'unit', unit: byHand.reference, establishment: 'regular' })
  })
})

const anyAnswer: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    work: fc.constantFrom<Work>(
      'unit',
      'dispatched',
      'outsourced',
      'platform',
      'several',
      'seconded',
      'owner',
      'other',
    ),
  }),
  fc.record({
    units: fc.dictionary(
      fc.constantFrom('unit', 'agency', 'user-unit', 'employer', 'host', 'home'),
      fc.constantFrom(factory, agency, byHand, school),
    ),
  }),
  fc.record({ station: fc.constantFrom('none' as const, station, byHand, undefined) }),
  fc.record({ jobs: fc.array(fc.constantFrom(factory, station, byHand), { maxLength: 5 }) }),
  fc.record({ industry: fc.constantFrom('delivery' as const, 'other' as const, undefined) }),
  fc.record({ place: fc.constantFrom(street, undefined) }),
  fc.record({ establishment: fc.constantFrom('regular' as const, 'off_establishment' as const) }),
  fc.record({ months: fc.constantFrom('', '0', '8', '601', '八', ' 12 ') }),
  fc.record({ note: fc.constantFrom('', ' ', '在校学生', '长'.repeat(201)) }),
  fc.record({ identity: fc.constantFrom(...Object.values(identities)) }),
  fc.record({ retired: fc.boolean() }),
  fc.record({ education: fc.constantFrom('primary' as const, 'doctor' as const) }),
  fc.record({ household: fc.constantFrom('urban' as const, 'rural' as const) }),
  fc.record({ signature: fc.constantFrom<Answers['signature'][]>({ strokes: [[100, 200, 300, 400]] }, undefined) }),
)
const anyMove: fc.Arbitrary<FlowEvent> = fc.oneof(
  fc.constantFrom<FlowEvent>({ type: 'next' }, { type: 'back' }),
  fc.record({ type: fc.constant('open' as const), step: fc.constantFrom(...allSteps) }),
)
const anyEvent: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('answer' as const), change: anyAnswer }) },
  { weight: 6, arbitrary: anyMove },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('choose' as const), chosen: fc.constantFrom(chosen('u1'), chosen('u2')) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('agree' as const),
      agreed: fc.constantFrom(letterOf('u1'), letterOf('u2'), { ...letterOf('u1'), form: 'signature' as const }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('begin' as const),
      origin: fc.constantFrom(
        ...Object.values(posters),
        { kind: 'place' as const, place: street },
        { kind: 'unit' as const, unit: byHand },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('refused' as const),
      fields: fc.constantFrom(
        { choice: 'x' },
        { 'identity.number': 'x' },
        { situation: 'x' },
        { 'consent.signature': 'x' },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<FlowEvent>({ type: 'choose-again' }, { type: 'read-again' }) },
)
const anyEvents = fc.array(anyEvent, { maxLength: 60 })
const anyStart = fc.constantFrom(newFlow(today), ...Object.values(posters).map(scanned))

const WithoutConsent = JoinForm.omit({ consent: true })

/** Answers one page after the other, whatever was answered before: the shortest way to the check page. */
function finish(flow: Flow): Flow {
  const everything: Change = {
    work: flow.answers.work ?? 'unit',
    units: { unit: school, agency, 'user-unit': factory, employer: byHand, host: factory, home: byHand },
    station: 'none',
    jobs: flow.answers.jobs ?? [],
    industry: 'other',
    place: street,
    establishment: 'regular',
    months: '3',
    note: '在校学生',
    identity: identities.old,
    retired: false,
    education: 'primary',
    household: 'rural',
  }
  return play(
    flow,
    answer(everything),
    { type: 'open', step: 'route' },
    { type: 'choose', chosen: chosen('u1') },
    { type: 'agree', agreed: letterOf('u1') },
  )
}

describe('whatever a person does', () => {
  test('the check page is reached only with a form that can be sent but for the consent', () => {
    let checked = 0
    fc.assert(
      fc.property(
        anyStart,
        anyEvents,
        fc.boolean(),
        fc.array(anyMove, { maxLength: 8 }),
        (start, events, finishes, moves) => {
          const flow = play(finishes ? finish(play(start, ...events)) : play(start, ...events), ...moves)
          if (flow.step !== 'check') return
          checked += 1
          expect(WithoutConsent.safeParse(formOf(flow))).toMatchObject({ success: true })
        },
      ),
      { numRuns: 1000 },
    )
    expect(checked).toBeGreaterThan(100)
  })

  test('every page before the one that is shown is answered', () => {
    fc.assert(
      fc.property(anyStart, anyEvents, (start, events) => {
        const flow = play(start, ...events)
        const before = pagesOf(flow).filter((step) => allSteps.indexOf(step) < allSteps.indexOf(flow.step))
        expect(before.filter((step) => !isAnswered(step, flow))).toEqual([])
      }),
    )
  })

  test('moving about changes no answer, and going back ends at the first page', () => {
    fc.assert(
      fc.property(anyStart, anyEvents, fc.array(anyMove), (start, events, moves) => {
        const flow = play(start, ...events)
        expect(play(flow, ...moves).answers).toEqual(flow.answers)
        let back = flow
        for (let left = allSteps.length; left > 0; left--) back = reduceFlow(back, { type: 'back' })
        expect(previousStep(back.step, back)).toBeUndefined()
      }),
    )
  })

  test('progress lies between nothing and everything, and grows from page to page', () => {
    fc.assert(
      fc.property(anyStart, anyEvents, (start, events) => {
        const flow = play(start, ...events)
        const fractions = pagesOf(flow).map((step) => progressAt(step, flow))
        expect(fractions.every((fraction) => fraction > 0 && fraction < 1)).toBe(true)
        expect(fractions).toEqual([...fractions].sort((left, right) => left - right))
      }),
    )
  })

  test('a draft comes back as it was left, through the contract’s own schema', () => {
    fc.assert(
      fc.property(anyStart, anyEvents, (start, events) => {
        const flow = play(start, ...events)
        const wire = JoinDraft.parse(JSON.parse(JSON.stringify(toDraft(flow))))
        const read = fromDraft(wire, today)
        expect(JSON.parse(JSON.stringify(read?.flow.answers))).toEqual(JSON.parse(JSON.stringify(flow.answers)))
        expect(read?.flow.step).toBe(flow.step)
      }),
    )
  })
})

test.each([
  [{}],
  [{ version: 0, origin: { kind: 'none' }, answers: {} }],
  [{ version: 1, origin: { kind: 'elsewhere' }, answers: { units: {} } }],
  [{ version: 1, origin: { kind: 'none' }, answers: { units: { unit: 'a string' } } }],
  [{ version: 1, origin: { kind: 'none' }, answers: null }],
])('a draft of another shape starts over: %j', (answers) => {
  expect(fromDraft({ step: 'identity', answers }, today)).toBeUndefined()
})

test('a draft at a page that is no more starts over', () => {
  const draft = toDraft(scanned(posters.factory))
  expect(fromDraft({ ...draft, step: 'horoscope' }, today)).toBeUndefined()
})

test('an arbitrary draft never crashes', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.dictionary(fc.constantFrom('version', 'origin', 'answers', 'mends'), fc.anything()),
      (step, answers) => {
        expect(() => fromDraft({ step, answers }, today)).not.toThrow()
      },
    ),
  )
})
