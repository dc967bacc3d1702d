import { castUnions } from '../../../local/demo/personas'
import type { ReviewId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { codesTogether, readCode, readSlip } from '../../../shared/review/survey-code'
import { joinedMember } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { phoneOf, wordOf } from '../../../tests/voting-phone'
import { accountOf } from '../../_kernel/caller'
import { officers } from '../../_kernel/records/registry'
import { unions } from '../../_kernel/records/registry'
import { reviewResults } from '../../_kernel/records/review-results'
import { reviews } from '../../_kernel/records/reviews'
import { surveyCodes, type SurveyCodeRecord } from '../../_kernel/records/survey-codes'
import { auditEntries } from '../../_kernel/records/upkeep'
import { openFigures } from '../../_kernel/review/figures'
import { lapseCodes } from '../../clock/reviews/lapse-codes'
import { countReviews } from '../../clock/reviews/count/count-reviews'
import { stepReviews } from '../../clock/reviews/step'
import { plainUnion, usualDays } from '../review.fixture'
import { inOffice } from '../../../tests/faults/ready'

const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

async function clockOn(day: number): Promise<void> {
  system.travel(isoTime(start + day * 86_400_000))
  await stepReviews(system.runtime)
}

/** A survey that a union has just announced. */
async function surveyed(staff = 2 * codesTogether) {
  const union = await plainUnion(system)
  const chair = (await inOffice(system, union, 'chair')).as
  const { as } = await inOffice(system, union, 'clerk')
  const input = { union, kind: 'staff', staff, days: usualDays(system) }
  const { review } = granted(await system.ask(chair, 'review', 'announceReview', input))
  const of = { union, review }
  return {
    as,
    chair,
    union,
    review,
    make: (many: number, batch = system.runtime.random.id()) =>
      system.ask(as, 'review', 'makeSurveyCodes', { ...of, batch, many }),
    cancel: (which: object) => system.ask(as, 'review', 'cancelSurveyCodes', { ...of, which }),
    counts: async () => granted(await system.ask(as, 'review', 'surveyCodeCounts', of)),
  }
}

const recordOf = async (review: ReviewId) => {
  const found = await system.runtime.store.get(reviews, review)
  if (found === undefined) throw new Error('there is no review')
  return found
}
const inState = (review: ReviewId, state: SurveyCodeRecord['state']) =>
  system.runtime.store.count(surveyCodes, { index: 'byReview', equals: { review, state } })

const codesIn = ({ slips = [] }: { slips?: readonly { code: string }[] | undefined }) => slips.map(({ code }) => code)
const slipIn = (link: string) => readSlip(decodeURIComponent(link.split('code=')[1] ?? ''))

test('a survey has no list of names: as many may vote as slips were handed out, on their phones', async () => {
  const { review, make } = await surveyed()
  expect(await recordOf(review)).toMatchObject({ kind: 'staff', form: 'electronic', electors: 0 })
  await make(3)
  await make(2)
  expect(await recordOf(review)).toMatchObject({ electors: 5 })
  await clockOn(2)
  expect(await recordOf(review)).toMatchObject({ phase: 'receiving', electors: 5 })
})

test('codes are told once: what is kept are their digests, and a batch that is asked for again is there without them', async () => {
  const { review, make, counts } = await surveyed()
  const batch = system.runtime.random.id()
  const first = granted(await make(3, batch))
  const codes = first.slips?.map(({ code }) => code) ?? []
  expect(new Set(codes).size).toBe(3)
  expect(codes.every((code) => readCode(code) !== undefined)).toBe(true)
  for (const { code, link } of first.slips ?? []) expect(slipIn(link)).toEqual({ review, code })
  expect(granted(await make(3, batch))).toEqual({ made: 3 })
  expect(await recordOf(review)).toMatchObject({ electors: 3 })
  const { documents } = await system.runtime.store.find(surveyCodes, { index: 'byBatch', equals: { batch } })
  for (const code of codes) {
    const plain = code.replace(/-/g, '').slice(0, 16)
    expect(JSON.stringify(documents)).not.toContain(plain)
    expect(JSON.stringify(documents)).not.toContain(Buffer.from(readCode(code) ?? []).toString('base64url'))
  }
  expect(await counts()).toMatchObject({ made: 3, cancelled: 0, batches: [{ batch, made: 3 }] })
})

test('ten that make the same batch at once make it once', async () => {
  const { review, make } = await surveyed()
  const batch = system.runtime.random.id()
  const all = await Promise.all(Array.from({ length: 10 }, () => make(codesTogether, batch)))
  expect(all.filter((each) => granted(each).slips !== undefined)).toHaveLength(1)
  expect(await inState(review, 'unused')).toBe(codesTogether)
  expect(await recordOf(review)).toMatchObject({ electors: codesTogether })
})

test('whoever is judged makes no slips and takes none back, and sees how many there are', async () => {
  const { review, union, chair, make } = await surveyed()
  granted(await make(3))
  const [of, batch] = [{ union, review }, system.runtime.random.id()]
  expect(codeOf(await system.ask(chair, 'review', 'makeSurveyCodes', { ...of, batch, many: 1 }))).toBe('NOT_ALLOWED')
  const which = { by: 'batch', batch }
  expect(codeOf(await system.ask(chair, 'review', 'cancelSurveyCodes', { ...of, which }))).toBe('NOT_ALLOWED')
  expect(granted(await system.ask(chair, 'review', 'surveyCodeCounts', of))).toMatchObject({ made: 3 })
})

test('nor does whoever announced it, a clerk of the union with an office above it', async () => {
  const union = await plainUnion(system)
  const { as } = await inOffice(system, union, 'clerk')
  const { runtime } = system
  const account = accountOf(as, runtime)
  const _id = `${castUnions.street.id}:${account}`
  const name = runtime.sealer.seal({ collection: 'officers', id: _id, field: 'name' }, '某人')
  const office = { _id, union: castUnions.street.id, account, role: 'organiser' as const, name, shown: false }
  await runtime.store.insert(officers, { ...office, since: runtime.now() })
  const input = { union, kind: 'staff', staff: 30, days: usualDays(system) }
  const { review } = granted(await system.ask(as, 'review', 'announceReview', input))
  const [of, batch] = [{ union, review }, runtime.random.id()]
  expect(codeOf(await system.ask(as, 'review', 'makeSurveyCodes', { ...of, batch, many: 1 }))).toBe('NOT_ALLOWED')
  const other = (await inOffice(system, union, 'examiner')).as
  const { slips = [] } = granted(await system.ask(other, 'review', 'makeSurveyCodes', { ...of, batch, many: 1 }))
  const which = { by: 'codes', codes: slips.map(({ code }) => code) }
  expect(codeOf(await system.ask(as, 'review', 'cancelSurveyCodes', { ...of, which }))).toBe('NOT_ALLOWED')
})

test('there are no more slips than the announcement says there are staff, whoever makes them at once', async () => {
  const { review, make, cancel } = await surveyed()
  expect(codeOf(await system.ask(undefined, 'ballot', 'announcement', { review }))).toBe('OK')
  const all = await Promise.all([1, 2, 3, 4].map(() => make(codesTogether)))
  expect(all.map(codeOf).sort()).toEqual(['OK', 'OK', 'SURVEY_TOO_MANY_SLIPS', 'SURVEY_TOO_MANY_SLIPS'])
  expect(codeOf(await make(1))).toBe('SURVEY_TOO_MANY_SLIPS')
  const [spoilt = ''] = codesIn(all.flatMap((each) => (each.ok ? [granted(each)] : []))[0] ?? {})
  granted(await cancel({ by: 'codes', codes: [spoilt] }))
  granted(await make(1))
  expect(await recordOf(review)).toMatchObject({ electors: 2 * codesTogether, staff: 2 * codesTogether })
})

test('a batch that was lost is cancelled until receiving begins, a slip that came back until voting begins; as far as nobody used them', async () => {
  const { review, make, cancel, counts } = await surveyed()
  const [used = '', back = '', kept = ''] = codesIn(granted(await make(3)))
  const lost = system.runtime.random.id()
  await make(4, lost)
  expect(granted(await cancel({ by: 'batch', batch: lost }))).toEqual({ cancelled: 4, electors: 3 })
  expect(granted(await cancel({ by: 'batch', batch: lost }))).toEqual({ cancelled: 0, electors: 3 })
  expect(codeOf(await cancel({ by: 'batch', batch: system.runtime.random.id() }))).toBe('NOT_FOUND')
  await clockOn(2)
  expect(codeOf(await make(1))).toBe('REVIEW_TOO_LATE')
  expect(codeOf(await cancel({ by: 'batch', batch: lost }))).toBe('REVIEW_TOO_LATE')
  expect(wordOf(await phoneOf(system, undefined).receive(review, used))).toBe('received')
  expect(granted(await cancel({ by: 'codes', codes: [used, back.toLowerCase(), back] }))).toEqual({
    cancelled: 1,
    electors: 2,
  })
  expect(codeOf(await cancel({ by: 'codes', codes: ['nonsense'] }))).toBe('SURVEY_CODE_UNKNOWN')
  expect(wordOf(await phoneOf(system, undefined).receive(review, back))).toBe('SURVEY_CODE_UNKNOWN')
  expect(wordOf(await phoneOf(system, undefined).receive(review, kept))).toBe('received')
  const told = await counts()
  expect(told).toMatchObject({ made: 7, cancelled: 5 })
  expect(told.unused).toBeUndefined()
  await clockOn(9)
  expect(codeOf(await cancel({ by: 'codes', codes: [kept] }))).toBe('REVIEW_TOO_LATE')
  expect(codeOf(await make(1))).toBe('REVIEW_TOO_LATE')
})

test('once anybody may receive, a few slips are taken back and no more: who votes is not for tellers to choose', async () => {
  const { make, cancel } = await surveyed()
  const slips = codesIn(granted(await make(12)))
  granted(await cancel({ by: 'codes', codes: slips.slice(0, 2) }))
  await clockOn(2)
  expect(codeOf(await cancel({ by: 'codes', codes: slips.slice(2, 8) }))).toBe('SURVEY_TOO_MANY_BACK')
  expect(granted(await cancel({ by: 'codes', codes: slips.slice(2, 7) }))).toEqual({ cancelled: 5, electors: 5 })
  expect(granted(await cancel({ by: 'codes', codes: slips.slice(2, 7) }))).toEqual({ cancelled: 0, electors: 5 })
  expect(codeOf(await cancel({ by: 'codes', codes: slips.slice(7, 8) }))).toBe('SURVEY_TOO_MANY_BACK')
})

test('after the close what nobody used is counted and lapses; the verdict is held against the standard for staff, of all staff', async () => {
  const { review, make, counts } = await surveyed(4)
  const codes = codesIn(granted(await make(4)))
  await clockOn(10)
  for (const [at, code] of codes.slice(0, 3).entries()) {
    const phone = phoneOf(system, undefined)
    expect(wordOf(await phone.receive(review, code))).toBe('received')
    expect(wordOf(await phone.castBallot(review, at === 0 ? 'dissatisfied' : 'satisfied', code))).toBe('taken')
  }
  await clockOn(17)
  expect(await recordOf(review)).toMatchObject({ phase: 'closed' })
  expect(await counts()).toMatchObject({ made: 4, unused: 1 })
  await countReviews(system.runtime)
  expect(await inState(review, 'lapsed')).toBe(1)
  expect(await counts()).toMatchObject({ made: 4, cancelled: 0, unused: 1 })
  const result = await system.runtime.store.get(reviewResults, review)
  if (result === undefined) throw new Error('nothing was counted')
  expect(result).toMatchObject({ electors: 4, received: 3, board: 3 })
  expect(openFigures(result, system.runtime)).toMatchObject({
    sum: { satisfied: 2, mostly: 0, dissatisfied: 1 },
    verdict: { outcome: 'not-met', standard: { percent: 90 }, turnout: { numerator: 3, denominator: 4 } },
  })
  const entries = { index: 'bySubject', equals: { subject: review } } as const
  const said = (await system.runtime.store.find(auditEntries, entries)).documents.map(({ action }) => action)
  expect(said).toContain('review.codes.make')
  expect(said).toContain('review.codes.lapse')
})

test('no survey announces fewer staff than are on file', async () => {
  const union = await plainUnion(system)
  await system.runtime.store.transact(async (tx) => {
    const record = await tx.get(unions, union)
    if (record !== undefined) await tx.put(unions, { ...record, staff: 420 })
  })
  const { as } = await inOffice(system, union, 'chair')
  const announce = (staff: number) =>
    system.ask(as, 'review', 'announceReview', { union, kind: 'staff', staff, days: usualDays(system) })
  expect(await announce(419)).toMatchObject({ code: 'SURVEY_FEWER_STAFF', fields: { staff: expect.any(String) } })
  expect(codeOf(await announce(420))).toBe('OK')
})

test('nobody is told before the close how many slips were used', async () => {
  const { chair, union, review, make } = await surveyed(5)
  const codes = codesIn(granted(await make(2)))
  await clockOn(10)
  const counts = async () => granted(await system.ask(chair, 'review', 'electorCounts', { union, review }))
  const before = await counts()
  for (const code of codes) expect(wordOf(await phoneOf(system, undefined).receive(review, code))).toBe('received')
  expect(await counts()).toEqual(before)
  await clockOn(17)
  expect((await counts()).received).toBe(2)
})

test('few slips make no turnout: who takes part is held against the staff of the announcement', async () => {
  const { review, make } = await surveyed(30)
  const codes = codesIn(granted(await make(4)))
  await clockOn(10)
  for (const code of codes) {
    const phone = phoneOf(system, undefined)
    expect(wordOf(await phone.receive(review, code))).toBe('received')
    expect(wordOf(await phone.castBallot(review, 'satisfied', code))).toBe('taken')
  }
  await clockOn(17)
  await countReviews(system.runtime)
  const result = await system.runtime.store.get(reviewResults, review)
  if (result === undefined) throw new Error('nothing was counted')
  expect(openFigures(result, system.runtime).verdict).toMatchObject({
    outcome: 'too-few-voted',
    turnout: { numerator: 4, denominator: 30, reached: false },
  })
})

test('several clocks let each slip lapse once', async () => {
  const { review, union, make } = await surveyed()
  await make(codesTogether)
  await make(codesTogether)
  const lapse = () => lapseCodes({ _id: review, union }, () => true, system.runtime)
  expect(await Promise.all([lapse(), lapse(), lapse()])).toEqual([true, true, true])
  expect(await inState(review, 'lapsed')).toBe(2 * codesTogether)
  const entries = { index: 'bySubject', equals: { subject: review }, limit: 50 } as const
  const said = (await system.runtime.store.find(auditEntries, entries)).documents.map(({ action }) => action)
  expect(said.filter((action) => action === 'review.codes.lapse')).toHaveLength(3)
})

test('is nobody’s business by name: a member of the union objects to no list, and finds it in no list of theirs', async () => {
  const input = { union: castUnions.factory.id, kind: 'staff', staff: 1_000, days: usualDays(system) }
  const { review } = granted(await system.ask('demo-factory-chair', 'review', 'announceReview', input))
  const { as } = await joinedMember(system)
  const objection = { about: 'self', sentence: '我没有拿到纸条' }
  expect(codeOf(await system.ask(as, 'review', 'objectToList', { review, objection }))).toBe('NOT_FOUND')
  const { reviews: mine } = granted(await system.ask(as, 'review', 'myReviews', {}))
  expect(mine.map((row) => row.review)).not.toContain(review)
})
