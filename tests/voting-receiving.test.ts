import { join } from 'node:path'
import { electors, type ElectorRecord, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { names } from '../local/data-folder'
import { castUnions } from '../local/demo/personas'
import { toBase64url } from '../shared/core/base64url'
import { everythingIn } from './crash/everything'
import { situations } from './forms'
import { joinedMember } from './members'
import { electorOf, keysOf, reviewIn } from './reviews'
import { granted, openTestSystem, type TestSystem } from './system'
import { phoneOf, wordOf } from './voting-phone'
import { counted } from './voting-casts'

let system: TestSystem
let review: ReviewRecord
beforeAll(async () => {
  system = await openTestSystem()
  review = await reviewIn(system, 'voting')
}, 600_000)
afterAll(() => system.close())

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
    expect((await counted(system, own)).grades).toEqual({ satisfied: 1, mostly: 0, dissatisfied: 1 })
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
    expect((await counted(system, own)).grades).toEqual({ satisfied: 0, mostly: 1, dissatisfied: 0 })
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
