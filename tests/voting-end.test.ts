import { reviewKeys } from '../cloudfunctions/_kernel/records/reviews'
import { isoTime } from '../shared/core/time'
import { ballotsIn } from '../shared/review/kinds'
import { ballotFunction } from '../cloudfunctions/ballot/function'
import { electorOf, moveTo, reviewIn } from './reviews'
import { codeOf, openTestSystem, type TestSystem } from './system'
import { phoneOf, wordOf } from './voting-phone'
import { cast, castsOf, counted, sealedCast } from './voting-casts'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

describe('at the end of voting', () => {
  const travel = (ms: number) => system.travel(isoTime(ms))

  test('until the last millisecond everything is taken; after it only what is there already, for half a minute', async () => {
    const of = await reviewIn(system, 'voting')
    const until = Date.parse(of.votingUntil)
    const start = Date.parse(system.runtime.now())
    const [inTime, late] = [await sealedCast(system, of), await sealedCast(system, of)]
    const { as } = await electorOf(system, of)
    let answersArrive = false
    const phone = phoneOf(system, as, () => 'arrives', {
      cast: async (_, __, text) => {
        const answer = await cast(system, of, text)
        if (!answersArrive) return { ok: false, problem: { kind: 'offline', message: '' } }
        return answer.ok
          ? answer
          : { ok: false, problem: { kind: 'refused', code: answer.code, message: '', fields: {} } }
      },
    })
    await phone.receive(of._id)
    travel(until - 1)
    expect(codeOf(await cast(system, of, inTime))).toBe('OK')
    expect(wordOf(await phone.castBallot(of._id, 'satisfied'))).toBe('offline')
    travel(until)
    expect(codeOf(await cast(system, of, late))).toBe('REVIEW_TOO_LATE')
    expect(codeOf(await cast(system, of, inTime))).toBe('OK')
    await moveTo(system, of, 'closed')
    travel(until + 29_999)
    expect(codeOf(await cast(system, of, inTime))).toBe('OK')
    travel(until + 30_000)
    expect(codeOf(await cast(system, of, inTime))).toBe('REVIEW_TOO_LATE')
    answersArrive = true
    expect(wordOf(await phone.castBallot(of._id, 'satisfied'))).toBe('unsure')
    expect(ballotsIn((await counted(system, of)).grades)).toBe(2)
    travel(start)
  })

  test('what comes into the box too late to be sure is not acknowledged', async () => {
    const of = await reviewIn(system, 'voting')
    const until = Date.parse(of.votingUntil)
    const text = await sealedCast(system, of)
    const { ballots } = system.runtime
    let now = until - 1
    const slow: TestSystem['runtime'] = {
      ...system.runtime,
      now: () => isoTime(now),
      ballots: {
        ...ballots,
        insert: async (collection, document) => {
          now = until + 30_000
          return ballots.insert(collection, document)
        },
      },
    }
    const input = { review: of._id, envelope: 'ballot', cast: text }
    const answer = await ballotFunction.answer({ procedure: 'cast', input }, {}, slow)
    expect(answer.error?.code).toBe('CAST_UNSURE')
  })

  test('what stood still on its way to the box until the count comes into it no more', async () => {
    const of = await reviewIn(system, 'voting')
    const until = Date.parse(of.votingUntil)
    const text = await sealedCast(system, of)
    const { store } = system.runtime
    let now = until - 1
    const still: TestSystem['runtime'] = {
      ...system.runtime,
      now: () => isoTime(now),
      store: {
        ...store,
        get: async (collection, id) => {
          if (collection.name === reviewKeys.name) now = until + 100_000
          return store.get(collection, id)
        },
      },
    }
    const input = { review: of._id, envelope: 'ballot', cast: text }
    const answer = await ballotFunction.answer({ procedure: 'cast', input }, {}, still)
    expect(answer.error?.code).toBe('REVIEW_TOO_LATE')
    expect(await castsOf(system, of)).toEqual([])
  })

  test.each([
    ['receiving', 'REVIEW_NOT_YET'],
    ['called-off', 'REVIEW_CALLED_OFF'],
  ] as const)('while it is %s, nothing is taken', async (phase, code) => {
    const of = await reviewIn(system, 'voting')
    const text = await sealedCast(system, of)
    await moveTo(system, of, phase)
    expect(codeOf(await cast(system, of, text))).toBe(code)
  })
})
