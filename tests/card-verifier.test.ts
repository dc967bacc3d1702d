import fc from 'fast-check'
import { acceptedCodes } from '../src/services/card/accepted'
import { askedOf, isStale, type Issuer, type IssuerKnowledge } from '../src/services/card/issuer-cache'
import { isWorthAsking, verdictHere, verdictOf, type Verdict } from '../src/services/card/verdict'
import { offline, type Answer } from '../src/services/problem'
import type { CardVerdict } from '../shared/contract/card'
import { chinaDay, isoTime } from '../shared/core/time'
import { activated, type Card } from './card-phone'
import { joinedMember } from './members'
import { openTestSystem, type Answered, type TestSystem } from './system'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const hourMs = 3_600_000
const never = () => false
let system: TestSystem
let card: Card
let as: string
beforeAll(async () => {
  system = await openTestSystem()
  ;({ as } = await joinedMember(system))
  card = await activated(system, as)
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const carried = <T>(answer: Answered<T>): Answer<T> =>
  answer.ok ? { ok: true, data: answer.data } : { ok: false, problem: offline }
/** The issuer as a phone reaches it. */
const online: Issuer = {
  issuerKeys: async () => carried(await system.ask(undefined, 'card', 'issuerKeys', {})),
  revocations: async (day, cursor) => carried(await system.ask(undefined, 'card', 'revocations', { day, cursor })),
}
const away = async () => ({ ok: false, problem: offline }) as const

async function knowledge(clock = start): Promise<IssuerKnowledge> {
  const known = await askedOf(online, () => clock)
  if (known === undefined) throw new Error('the issuer did not answer')
  return known
}
const here = (text: string, known: IssuerKnowledge | undefined, seconds = start / 1000) =>
  verdictHere(text, known, { seconds, accepted: never })

describe('what a verifier keeps of the issuer', () => {
  test('is keys, the lists of today and tomorrow, and how far the own clock is off', async () => {
    const known = await knowledge(start - 90_000)
    expect(known.keys).toHaveLength(1)
    expect(known.lists.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19'])
    expect(known.aheadMs).toBe(90_000)
  })

  test('is everything or nothing: a list of which a part is lost is no list', async () => {
    expect(await askedOf({ ...online, issuerKeys: away }, () => start)).toBeUndefined()
    expect(await askedOf({ ...online, revocations: away }, () => start)).toBeUndefined()
  })

  test.each([
    ['at once', 0, false],
    ['an hour later', hourMs, false],
    ['after more than two hours', 2 * hourMs + 1, true],
    ['where the clock was set back', -1, true],
  ])('%s: asked again %s ms later: %s', async (_, later, stale) => {
    expect(isStale(await knowledge(), start + later)).toBe(stale)
  })

  test('is asked for again where there is none, and where today’s list is missing', async () => {
    expect(isStale(undefined, start)).toBe(true)
    expect(isStale({ ...(await knowledge()), lists: [] }, start)).toBe(true)
  })
})

describe('without a network', () => {
  test('a card is valid, and the verdict tells how old the list is', async () => {
    expect(here(card.show(start), await knowledge())).toEqual({
      kind: 'valid',
      name: '测*人',
      union: expect.any(String),
      status: 'active',
      by: 'phone',
      listAsOf: isoTime(start),
    })
  })

  test('a day later than any list, the card is valid still, and no list is named', async () => {
    const tomorrow = start + 48 * hourMs
    const verdict = here(card.show(tomorrow), await knowledge(), tomorrow / 1000)
    expect(verdict).toMatchObject({ kind: 'valid' })
    expect(verdict).not.toHaveProperty('listAsOf')
  })

  test('a card that was ended is known by the list, of today and of tomorrow', async () => {
    const { as: holder } = await joinedMember(system)
    const ended = await activated(system, holder)
    const before = await knowledge()
    await system.ask(holder, 'card', 'dropCard', {})
    const after = await knowledge()
    for (const at of [start, start + 24 * hourMs]) {
      expect(here(ended.show(at), before, at / 1000).kind).toBe('valid')
      expect(here(ended.show(at), after, at / 1000).kind).toBe('revoked')
      expect(here(card.show(at), after, at / 1000).kind).toBe('valid')
    }
  })

  test.each([
    ['of yesterday, half a minute after midnight', '2026-11-18T15:59:40.000Z', '2026-11-18T16:00:10.000Z'],
    ['of tomorrow, by a phone that is ahead', '2026-11-18T16:00:10.000Z', '2026-11-18T15:59:40.000Z'],
  ])('a card that was ended is known by the list of its own day: one %s', async (_, shownAt, readAt) => {
    const { as: holder } = await joinedMember(system)
    const ended = await activated(system, holder)
    await system.ask(holder, 'card', 'dropCard', {})
    const [shown, seconds] = [ended.show(Date.parse(shownAt)), Date.parse(readAt) / 1000]
    expect(here(shown, await knowledge(), seconds).kind).toBe('revoked')
    expect(here(card.show(Date.parse(shownAt)), await knowledge(), seconds)).toMatchObject({
      kind: 'valid',
      listAsOf: isoTime(start),
    })
  })

  test.each<readonly [string, () => string, Verdict['kind'], number]>([
    ['something else', () => 'https://example.com/pay?to=me', 'not-a-card', start],
    ['an old screenshot', () => card.show(start - 5 * 60_000), 'stale', start],
    ['yesterday’s card', () => card.show(start), 'expired', start + 24 * hourMs],
  ])('%s is told as it is', async (_, shown, kind, at) => {
    expect(here(shown(), await knowledge(), at / 1000).kind).toBe(kind)
  })

  test('a changed card is forged', async () => {
    const text = card.show(start)
    const known = await knowledge()
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    fc.assert(
      fc.property(fc.integer({ min: 4, max: text.length - 1 }), fc.constantFrom(...letters), (at, letter) => {
        if (text.charAt(at) === letter) return
        const { kind } = here(text.slice(0, at) + letter + text.slice(at + 1), known)
        expect(['forged', 'not-a-card', 'unknown-issuer']).toContain(kind)
      }),
      { numRuns: 60 },
    )
  })

  test('nothing is said where no issuer was ever asked', () => {
    expect(here(card.show(start), undefined)).toEqual({ kind: 'unknown-issuer' })
  })

  test('the same code is not taken twice by one phone', async () => {
    const accepted = acceptedCodes()
    const [shown, known] = [card.show(start), await knowledge()]
    const judge = (text: string, at = start) =>
      verdictHere(text, known, { seconds: at / 1000, accepted: (code) => accepted.has(code, at) }).kind
    expect(judge(shown)).toBe('valid')
    accepted.add(shown, start)
    expect(judge(shown)).toBe('used')
    expect(judge(card.show(start))).toBe('valid')
    expect(accepted.has(shown, start + 4 * 60_000)).toBe(false)
  })
})

describe('the issuer’s word counts', () => {
  const valid: Verdict = { kind: 'valid', name: '王*平', union: '某工会', status: 'active', by: 'phone' }
  const kinds = ['used', 'revoked', 'expired', 'stale', 'forged', 'not-a-card'] as const
  const hereAny: readonly Verdict[] = [valid, { kind: 'unknown-issuer' }, ...kinds.map((kind) => ({ kind }))]

  test.each(hereAny.map((verdict) => [verdict.kind, verdict] as const))('after %s here', (_, verdict) => {
    expect(verdictOf(verdict, undefined)).toBe(verdict)
    for (const kind of kinds) expect(verdictOf(verdict, { kind })).toEqual({ kind })
    const answer: CardVerdict = {
      kind: 'valid',
      name: '王*平',
      union: '某工会',
      status: 'retained',
      until: chinaDay(isoTime(start)),
    }
    expect(verdictOf(verdict, answer)).toEqual({
      kind: 'valid',
      name: '王*平',
      union: '某工会',
      status: 'retained',
      by: 'issuer',
    })
  })

  test('is not asked for about what is no card, nor about what this phone took already', () => {
    expect(hereAny.filter((verdict) => !isWorthAsking(verdict)).map(({ kind }) => kind)).toEqual(['used', 'not-a-card'])
  })
})
