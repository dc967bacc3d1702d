import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { verifyWithNode } from '../cloudfunctions/_kernel/card/ed25519'
import { casts } from '../cloudfunctions/_kernel/records/casts'
import { electors, reviewKeys, type ElectorRecord, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { boxOpener, tokenVerifier } from '../cloudfunctions/_kernel/review/opening'
import { tallyKeyOf } from '../cloudfunctions/_kernel/review/keys'
import { names } from '../local/data-folder'
import { castUnions } from '../local/demo/personas'
import { fromBase64url, toBase64url } from '../shared/core/base64url'
import { isoTime } from '../shared/core/time'
import { castBytes } from '../shared/review/cast'
import type { Grade } from '../shared/review/kinds'
import { ballotsIn } from '../shared/review/kinds'
import { tallyBallots } from '../shared/review/tally'
import { ballotFunction } from '../cloudfunctions/ballot/function'
import { everythingIn } from './crash/everything'
import { situations } from './forms'
import { joinedMember } from './members'
import { electorOf, keysOf, moveTo, reviewIn } from './reviews'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'
import { phoneOf, wordOf, type Fate } from './voting-phone'

let system: TestSystem
let review: ReviewRecord
beforeAll(async () => {
  system = await openTestSystem()
  review = await reviewIn(system, 'voting')
}, 600_000)
afterAll(() => system.close())

async function castsOf(of: ReviewRecord) {
  const query = { index: 'byReview', equals: { review: of.digest, envelope: 'ballot' }, limit: 1000 } as const
  return (await system.runtime.ballots.find(casts, query)).documents
}

/** What a count would find now. */
async function counted(of: ReviewRecord) {
  const keys = await keysOf(system, of)
  const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array()
  return tallyBallots(
    (await castsOf(of)).map(({ cast }) => bytes(cast)),
    {
      review: bytes(of.digest),
      grades: of.grades,
      isSigned: tokenVerifier(bytes(keys.ballotKey)),
      open: boxOpener(tallyKeyOf(keys, system.runtime)),
      verify: verifyWithNode,
    },
  )
}

const cast = (text: string, of: ReviewRecord = review) =>
  system.ask(undefined, 'ballot', 'cast', { review: of._id, envelope: 'ballot', cast: text })

/** A phone that has received, and the cast that it would send: nothing of it was sent. */
async function sealedCast(of: ReviewRecord = review, grade: Grade = 'satisfied'): Promise<string> {
  const { as } = await electorOf(system, of)
  let sealed = ''
  const phone = phoneOf(system, as, undefined, {
    cast: async (_, __, text) => {
      sealed = text
      return { ok: false, problem: { kind: 'offline', message: '' } }
    },
  })
  expect(wordOf(await phone.receive(of._id))).toBe('received')
  await phone.castBallot(of._id, grade)
  return sealed
}

const changedAt = (text: string, at: number) => {
  const bytes = fromBase64url(text) ?? new Uint8Array()
  return toBase64url(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)))
}

describe('a connection that is cut', () => {
  /** Taps until each step has come to its end, as people do. */
  async function insist(fates: readonly Fate[], tapsAgain: readonly Grade[]) {
    const { as } = await electorOf(system, review)
    const left = [...fates]
    const phone = phoneOf(system, as, () => left.shift() ?? 'arrives')
    const before = (await castsOf(review)).length
    for (let tap = 0; wordOf(await phone.receive(review._id)) !== 'received'; tap++) expect(tap).toBeLessThan(30)
    for (let tap = 0; ; tap++) {
      expect(tap).toBeLessThan(30)
      const word = wordOf(await phone.castBallot(review._id, tapsAgain[tap] ?? 'satisfied'))
      if (word === 'taken') break
      expect(word).toBe('offline')
    }
    for (const grade of tapsAgain) expect(wordOf(await phone.castBallot(review._id, grade))).toBe('taken')
    expect((await castsOf(review)).length).toBe(before + 1)
    return phone
  }

  /** The announcement and its digest, the receipt; the same two and the cast. */
  const cuts = [0, 1, 2, 3, 4, 5].flatMap((at) =>
    (['request lost', 'answer lost'] as const).map((fate) => [at, fate] as const),
  )
  test.each(cuts)('at message %i (%s) costs a repeat and no vote', async (at, fate) => {
    await insist([...Array.from({ length: at }, (): Fate => 'arrives'), fate], ['mostly', 'dissatisfied'])
  })

  test('anywhere, again and again, ends with one vote that counts', async () => {
    const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'request lost', 'answer lost')
    const grade = fc.constantFrom<Grade>('satisfied', 'mostly', 'dissatisfied')
    const cutAnywhere = fc.asyncProperty(
      fc.array(fate, { maxLength: 16 }),
      fc.array(grade, { minLength: 1, maxLength: 3 }),
      async (fates, grades) => void (await insist(fates, grades)),
    )
    await fc.assert(cutAnywhere, { numRuns: 20 })
    const tally = await counted(review)
    expect(ballotsIn(tally.grades)).toBe((await castsOf(review)).length)
    expect(new Set(Object.values(tally.rejected))).toEqual(new Set([0]))
  }, 600_000)

  test('leaves nothing on the phone, once taken, that could prove the choice', async () => {
    const phone = await insist([], ['satisfied'])
    const kept = await phone.kept(review._id)
    expect(kept?.stage === 'received' ? Object.keys(kept.papers.ballot).sort() : []).toEqual(['at', 'id'])
  })
})

describe('a token', () => {
  test('forged is refused', async () => {
    const forged = toBase64url(Uint8Array.from(randomBytes(castBytes.ballot)))
    expect(codeOf(await cast(forged))).toBe('CAST_INVALID')
  })

  test('of another review is refused', async () => {
    const other = await reviewIn(system, 'voting')
    expect(codeOf(await cast(await sealedCast(other)))).toBe('CAST_INVALID')
  })

  test('for remarks is none for ballots', async () => {
    const { as } = await electorOf(system, review)
    const phone = phoneOf(system, as)
    await phone.receive(review._id)
    const kept = await phone.kept(review._id)
    const text = phone.storage.get(review._id) ?? ''
    if (kept?.stage !== 'received') throw new Error('nothing received')
    const swapped: { papers: { ballot: unknown; remark: unknown } } = JSON.parse(text)
    const papers = { ballot: swapped.papers.remark, remark: swapped.papers.ballot }
    phone.storage.set(review._id, JSON.stringify({ ...swapped, papers }))
    expect(wordOf(await phone.castBallot(review._id, 'satisfied'))).toBe('CAST_INVALID')
  })

  test('sent again as it was is taken again, and counts once; another content under it is refused', async () => {
    const text = await sealedCast()
    const before = (await castsOf(review)).length
    const answers = await Promise.all([1, 2, 3].map(() => cast(text)))
    expect(answers.map(codeOf)).toEqual(['OK', 'OK', 'OK'])
    expect(codeOf(await cast(text))).toBe('OK')
    expect(codeOf(await cast(changedAt(text, castBytes.ballot - 1)))).toBe('CAST_OTHER')
    expect((await castsOf(review)).length).toBe(before + 1)
  })

  test.each([
    ['its public key', 0],
    ['the end of its key', 31],
    ['its prefix', 32],
    ['its signature', 64],
    ['the end of its signature', 319],
  ])('changed in %s is refused', async (_, at) => {
    expect(codeOf(await cast(changedAt(await sealedCast(), at)))).toBe('CAST_INVALID')
  })

  test.each([
    ['the box’s key', 320],
    ['the ballot', 352],
    ['the last byte', castBytes.ballot - 1],
  ])('whose %s was changed on its way counts for nothing', async (_, at) => {
    const of = await reviewIn(system, 'voting')
    expect(codeOf(await cast(changedAt(await sealedCast(of), at), of))).toBe('OK')
    expect(ballotsIn((await counted(of)).grades)).toBe(0)
  })

  test.each([
    ['shorter', (text: string) => text.slice(1)],
    ['longer', (text: string) => `${text}A`],
    ['not base64url', (text: string) => `*${text.slice(1)}`],
    ['with spare bits set', (text: string) => `${text.slice(0, -1)}_`],
  ])('%s than it has to be is refused before anything is computed', async (_, changed) => {
    expect(codeOf(await cast(changed(await sealedCast())))).toMatch(/^(BAD_INPUT|CAST_INVALID)$/)
  })
})

describe('who receives', () => {
  const refusals: readonly (readonly [string, Partial<ElectorRecord>, string])[] = [
    ['retained', { standing: 'excluded', because: 'retained' }, 'NOT_AN_ELECTOR'],
    ['joined after the cut-off', { standing: 'excluded', because: 'joined-after-cutoff' }, 'NOT_AN_ELECTOR'],
    ['ended', { standing: 'excluded', because: 'ended' }, 'NOT_AN_ELECTOR'],
    ['bound after the cut-off', { paperOnly: 'bound-after-cutoff' }, 'ONLY_ON_PAPER'],
    ['in a written review', { paperOnly: 'written-form' }, 'ONLY_ON_PAPER'],
    ['ticked for paper', { channel: 'paper' }, 'VOTES_ON_PAPER'],
  ]
  test.each(refusals)('%s: refused', async (_, change, code) => {
    const { as, elector } = await electorOf(system, review, change)
    expect(wordOf(await phoneOf(system, as).receive(review._id))).toBe(code)
    expect((await system.runtime.store.get(electors, elector))?.signed).toBeUndefined()
  })

  test('who is on no list, or nobody’s phone, does not', async () => {
    expect(wordOf(await phoneOf(system, system.newcomer()).receive(review._id))).toBe('NOT_AN_ELECTOR')
    expect(wordOf(await phoneOf(system, undefined).receive(review._id))).toBe('NOT_SIGNED_IN')
  })

  test('two phones of one elector at once: one token', async () => {
    for (let round = 0; round < 5; round++) {
      const { as } = await electorOf(system, review)
      const words = await Promise.all([1, 2].map(async () => wordOf(await phoneOf(system, as).receive(review._id))))
      expect(words.sort()).toEqual(['TOKEN_RECEIVED', 'received'])
    }
  })

  test('one phone that taps twice at once: the same token', async () => {
    const { as } = await electorOf(system, review)
    const phone = phoneOf(system, as)
    const words = await Promise.all([1, 2, 3].map(async () => wordOf(await phone.receive(review._id))))
    expect(words).toEqual(['received', 'received', 'received'])
  })

  test('two members at one browser: each receives and votes in their own name', async () => {
    const own = await reviewIn(system, 'voting')
    const members = [await electorOf(system, own), await electorOf(system, own)]
    const storage = new Map<string, string>()
    const phones = members.map(({ as }) => phoneOf(system, as, undefined, { account: () => as }, storage))
    for (const phone of phones) expect(wordOf(await phone.receive(own._id))).toBe('received')
    for (const { elector } of members) expect((await system.runtime.store.get(electors, elector))?.signed).toBeDefined()
    for (const [at, phone] of phones.entries())
      expect(wordOf(await phone.castBallot(own._id, at === 0 ? 'satisfied' : 'dissatisfied'))).toBe('taken')
    expect((await counted(own)).grades).toEqual({ satisfied: 1, mostly: 0, dissatisfied: 1 })
  })

  test('what was signed stands on the elector without a time, and nowhere else', async () => {
    const { as, elector } = await electorOf(system, review)
    const database = join(system.folder, names.database)
    const before = everythingIn(database).acts
    await phoneOf(system, as).receive(review._id)
    const after = everythingIn(database).acts
    expect([...after].filter(([name, documents]) => before.get(name) !== documents).map(([name]) => name)).toEqual([
      'electors',
    ])
    const record = await system.runtime.store.get(electors, elector)
    expect(Object.keys(record ?? {}).sort()).toEqual([
      '_id',
      'blinded',
      'channel',
      'person',
      'review',
      'signed',
      'standing',
    ])
  })

  test('a transfer after the receipt leaves the vote where it is', async () => {
    const own = await reviewIn(system, 'voting')
    const { as, person } = await joinedMember(system)
    const elector: ElectorRecord = { _id: `${own._id}:${person}`, review: own._id, person, standing: 'elector' }
    await system.runtime.store.insert(electors, elector)
    const phone = phoneOf(system, as)
    expect(wordOf(await phone.receive(own._id))).toBe('received')
    const rider = { situation: situations.rider, retired: false }
    const there = { ...rider, choice: { kind: 'offered', union: castUnions.newForm.id } }
    const { transfer } = granted(await system.ask(as, 'membership', 'requestTransfer', there))
    const released = { union: castUnions.factory.id, transfer, seen: 1 }
    granted(await system.ask('demo-factory-chair', 'membership', 'releaseTransfer', released))
    const taken = { union: castUnions.newForm.id, transfer, seen: 2 }
    granted(await system.ask('demo-newform-chair', 'membership', 'acceptTransfer', taken))
    expect(wordOf(await phone.castBallot(own._id, 'mostly'))).toBe('taken')
    expect((await counted(own)).grades).toEqual({ satisfied: 0, mostly: 1, dissatisfied: 0 })
  })
})

describe('nobody’s function', () => {
  test('writes nothing where people are kept', async () => {
    const text = await sealedCast()
    const database = join(system.folder, names.database)
    const before = everythingIn(database).acts
    expect(codeOf(await cast(text))).toBe('OK')
    expect(everythingIn(database).acts).toEqual(before)
  })

  test('tells nothing but whether it was taken, and logs nothing of what came in, a fault included', async () => {
    const text = await sealedCast()
    const [logged, returned] = [system.logged.length, system.returned.length]
    expect(granted(await cast(text))).toEqual({})
    const broken = { get: () => Promise.reject(new Error(`cannot read ${text}`)) }
    const lines: unknown[] = []
    const runtime = {
      ...system.runtime,
      ballots: { ...system.runtime.ballots, ...broken },
      log: ({ fault, ...line }: object & { fault?: unknown }) => lines.push(line, String(fault).slice(0, 11)),
    }
    const input = { review: review._id, envelope: 'ballot', cast: text }
    const event = { procedure: 'cast', input }
    expect(await ballotFunction.answer(event, { openid: 'somebody' }, runtime)).toMatchObject({ ok: false })
    const told = JSON.stringify([system.logged.slice(logged), system.returned.slice(returned), lines])
    const id = (await castsOf(review)).find((each) => each.cast === text)?._id ?? 'none'
    for (const part of [text.slice(0, 40), id]) expect(told).not.toContain(part)
  })
})

describe('at the end of voting', () => {
  const travel = (ms: number) => system.travel(isoTime(ms))

  test('until the last millisecond everything is taken; after it only what is there already, for half a minute', async () => {
    const of = await reviewIn(system, 'voting')
    const until = Date.parse(of.votingUntil)
    const start = Date.parse(system.runtime.now())
    const [inTime, late] = [await sealedCast(of), await sealedCast(of)]
    const { as } = await electorOf(system, of)
    let answersArrive = false
    const phone = phoneOf(system, as, () => 'arrives', {
      cast: async (_, __, text) => {
        const answer = await cast(text, of)
        if (!answersArrive) return { ok: false, problem: { kind: 'offline', message: '' } }
        return answer.ok
          ? answer
          : { ok: false, problem: { kind: 'refused', code: answer.code, message: '', fields: {} } }
      },
    })
    await phone.receive(of._id)
    travel(until - 1)
    expect(codeOf(await cast(inTime, of))).toBe('OK')
    expect(wordOf(await phone.castBallot(of._id, 'satisfied'))).toBe('offline')
    travel(until)
    expect(codeOf(await cast(late, of))).toBe('REVIEW_TOO_LATE')
    expect(codeOf(await cast(inTime, of))).toBe('OK')
    await moveTo(system, of, 'closed')
    travel(until + 29_999)
    expect(codeOf(await cast(inTime, of))).toBe('OK')
    travel(until + 30_000)
    expect(codeOf(await cast(inTime, of))).toBe('REVIEW_TOO_LATE')
    answersArrive = true
    expect(wordOf(await phone.castBallot(of._id, 'satisfied'))).toBe('unsure')
    expect(ballotsIn((await counted(of)).grades)).toBe(2)
    travel(start)
  })

  test('what comes into the box too late to be sure is not acknowledged', async () => {
    const of = await reviewIn(system, 'voting')
    const until = Date.parse(of.votingUntil)
    const text = await sealedCast(of)
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
    const text = await sealedCast(of)
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
    expect(await castsOf(of)).toEqual([])
  })

  test.each([
    ['receiving', 'REVIEW_NOT_YET'],
    ['called-off', 'REVIEW_CALLED_OFF'],
  ] as const)('while it is %s, nothing is taken', async (phase, code) => {
    const of = await reviewIn(system, 'voting')
    const text = await sealedCast(of)
    await moveTo(system, of, phase)
    expect(codeOf(await cast(text, of))).toBe(code)
  })
})

describe('a phone that is shown something else', () => {
  test.each([
    ['key', { keys: 'other' }],
    ['cut-off', { cutoff: '2026-01-01' }],
    ['tally key', { tallyKey: toBase64url(new Uint8Array(32).fill(9)) }],
  ])('an announcement with another %s: it stops, and sends nothing', async (_, change) => {
    const { as, elector } = await electorOf(system, review)
    const other = await keysOf(system, await reviewIn(system, 'voting'))
    const phone = phoneOf(system, as, undefined, {
      announcement: async (of) => {
        const told = granted(await system.ask(undefined, 'ballot', 'announcement', { review: of }))
        const keys = { ballot: other.ballotKey, remark: told.keys.remark }
        return { ok: true, data: { ...told, ...change, ...('keys' in change ? { keys } : {}) } as typeof told }
      },
    })
    expect(wordOf(await phone.receive(review._id))).toBe('other-announcement')
    expect((await system.runtime.store.get(electors, elector))?.signed).toBeUndefined()
  })

  test('a signature that is none: it keeps its request and takes the right one later', async () => {
    const { as } = await electorOf(system, review)
    const storage = new Map<string, string>()
    const wrong = toBase64url(new Uint8Array(256).fill(1))
    const deceived = phoneOf(
      system,
      as,
      undefined,
      { receive: async () => ({ ok: true, data: { ballot: wrong, remark: wrong } }) },
      storage,
    )
    expect(wordOf(await deceived.receive(review._id))).toBe('not-signed')
    expect(wordOf(await phoneOf(system, as, undefined, {}, storage).receive(review._id))).toBe('received')
  })

  test('a phone that cannot keep what it would need sends nothing', async () => {
    const { as, elector } = await electorOf(system, review)
    const full = { read: async () => undefined, keep: () => Promise.reject(new Error('full')) }
    expect(wordOf(await phoneOf(system, as, undefined, { storage: full }).receive(review._id))).toBe('cannot-keep')
    expect((await system.runtime.store.get(electors, elector))?.signed).toBeUndefined()
  })
})
