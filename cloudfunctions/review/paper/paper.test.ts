import { castUnions } from '../../../local/demo/personas'
import type { PersonId, ReviewId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { receivingToken } from '../../../shared/review/channel'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { inOffice } from '../../../tests/faults/ready'
import { accountOf } from '../../_kernel/caller'
import { officers } from '../../_kernel/records/registry'
import { electorId, electors } from '../../_kernel/records/reviews'
import { memberships } from '../../_kernel/records/memberships'
import { paperCounts } from '../../_kernel/records/review-counts'
import { settledPaper } from '../../_kernel/review/paper'
import { rosterOf } from '../../_kernel/roster'
import { newUnion } from '../../membership/events/events.fixture'
import { putElectors, putPhase, recordOfReview, tellersOf, votingAmongMembers } from '../counting.fixture'
import { announced } from '../review.fixture'
import { reviewIn } from '../../../tests/reviews'

const union = castUnions.factory.id
const street = 'demo-street'
let system: TestSystem
let review: ReviewId
let persons: readonly PersonId[]
let tellers: { readonly one: string; readonly other: string }
beforeAll(async () => {
  system = await openTestSystem()
  ;({ review, persons } = await votingAmongMembers(system))
  tellers = await tellersOf(system)
})
afterAll(() => system.close())

const nth = (at: number): PersonId => {
  const person = persons[at]
  if (person === undefined) throw new Error('too few members')
  return person
}
const tick = (person: PersonId, as = tellers.one, of = review) =>
  system.ask(as, 'review', 'tickForPaper', { union, review: of, person })
const look = async (search: string) =>
  granted(await system.ask(tellers.one, 'review', 'electorsToTick', { union, review, search }))
const standing = async (as = tellers.one) => granted(await system.ask(as, 'review', 'paperStanding', { union, review }))

async function nameOf(person: PersonId) {
  const membership = await system.runtime.store.get(memberships, person)
  if (membership === undefined) throw new Error('not a member')
  return { name: rosterOf(membership, system.runtime).name, memberNumber: membership.memberNumber }
}

describe('in the venue', () => {
  test('a clerk finds the review that papers are handed out for, and none that is over', async () => {
    const found = async () => granted(await system.ask(tellers.one, 'review', 'paperReviews', { union })).reviews
    expect(await found()).toMatchObject([{ review, phase: 'voting' }])
    await putPhase(system, review, 'published')
    expect(await found()).toEqual([])
    await putPhase(system, review, 'voting')
  })

  test('an elector is found by name and by member number, ticked once, and votes on paper from then on', async () => {
    const { name, memberNumber } = await nameOf(nth(0))
    expect((await look(memberNumber)).rows).toMatchObject([{ person: nth(0), name, mayTick: true }])
    expect((await look(name)).rows.map(({ person }) => person)).toContain(nth(0))
    expect((await look('没有这个人')).rows).toEqual([])
    expect(codeOf(await tick(nth(0)))).toBe('OK')
    expect(codeOf(await tick(nth(0), tellers.other))).toBe('OK')
    expect((await look(memberNumber)).rows).toMatchObject([{ channel: 'paper', mayTick: false }])
    expect(await standing()).toMatchObject({ phase: 'voting', ticked: 1, state: 'waiting', mine: false })
  })

  test('nobody looks up who received, before papers are handed out or after', async () => {
    const { memberNumber: search } = await nameOf(nth(0))
    for (const [phase, code] of [
      ['announced', 'REVIEW_NOT_YET'],
      ['receiving', 'REVIEW_NOT_YET'],
      ['closed', 'REVIEW_TOO_LATE'],
      ['published', 'REVIEW_TOO_LATE'],
    ] as const) {
      await putPhase(system, review, phase)
      const found = await system.ask(tellers.one, 'review', 'electorsToTick', { union, review, search })
      expect([phase, codeOf(found)]).toEqual([phase, code])
    }
    await putPhase(system, review, 'voting')
  })

  test('once voting is over nobody takes a paper or is looked up, however late the clock comes', async () => {
    const before = Date.parse(system.runtime.now())
    const { votingUntil } = await recordOfReview(system, review)
    const { memberNumber: search } = await nameOf(nth(7))
    const found = async () =>
      codeOf(await system.ask(tellers.one, 'review', 'electorsToTick', { union, review, search }))
    system.travel(isoTime(Date.parse(votingUntil) - 1))
    expect(await found()).toBe('OK')
    system.travel(votingUntil)
    expect([await found(), codeOf(await tick(nth(7)))]).toEqual(['REVIEW_TOO_LATE', 'REVIEW_TOO_LATE'])
    system.travel(isoTime(before))
  })

  test('whoever received a token on the phone gets no paper, and nobody who is not on the list', async () => {
    await setChannel(nth(1), 'phone')
    expect(codeOf(await tick(nth(1)))).toBe('VOTES_BY_PHONE')
    // Of so few electors one more who received is somebody: the number waits for the close.
    expect(granted(await system.ask(street, 'review', 'electorCounts', { union, review })).received).toBeUndefined()
    const [stranger] = (
      await system.runtime.store.find(memberships, {
        index: 'byUnion',
        equals: { union: castUnions.battery.id },
        limit: 1,
      })
    ).documents
    expect(codeOf(await tick(stranger?._id ?? nth(1)))).not.toBe('OK')
  })

  test('receiving and ticking at once end with one channel, whichever is first', async () => {
    for (const at of [2, 3, 4, 5]) {
      const person = nth(at)
      const received = () =>
        system.runtime.store.transact(async (tx) => {
          const elector = await tx.get(electors, electorId(review, person))
          if (elector === undefined) throw new Error('not an elector')
          const channel = receivingToken(elector)
          if (channel.ok) await tx.put(electors, { ...elector, channel: channel.data })
          return channel
        })
      const [one, other] =
        at % 2 === 0
          ? await Promise.all([tick(person), received()])
          : (await Promise.all([received(), tick(person)])).reverse()
      expect([one?.ok, other?.ok].filter(Boolean)).toHaveLength(1)
      const elector = await system.runtime.store.get(electors, electorId(review, person))
      expect(elector?.channel).toBe(one?.ok === true ? 'paper' : 'phone')
    }
  })

  test('the chair, who is judged, ticks nobody', async () => {
    expect(codeOf(await tick(nth(6), 'demo-factory-chair'))).toBe('NOT_ALLOWED')
  })

  test('nor where the chair is a teller of the union above', async () => {
    const { runtime } = system
    const account = accountOf('demo-factory-chair', runtime)
    const _id = `${castUnions.street.id}:${account}`
    const name = runtime.sealer.seal({ collection: 'officers', id: _id, field: 'name' }, '某人')
    const office = { _id, union: castUnions.street.id, account, role: 'clerk' as const, name, shown: false }
    await runtime.store.insert(officers, { ...office, since: runtime.now() })
    const count = { union, review, grades: { satisfied: 1, mostly: 0, dissatisfied: 0 }, invalid: 0 }
    const looked = { union, review, search: '某人' }
    expect([
      codeOf(await tick(nth(6), 'demo-factory-chair')),
      codeOf(await system.ask('demo-factory-chair', 'review', 'electorsToTick', looked)),
      codeOf(await system.ask('demo-factory-chair', 'review', 'enterPaperCount', count)),
    ]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED'])
    await runtime.store.transact((tx) => tx.remove(officers, _id))
  })

  async function setChannel(person: PersonId, channel: 'phone' | 'paper') {
    await system.runtime.store.transact(async (tx) => {
      const elector = await tx.get(electors, electorId(review, person))
      if (elector !== undefined) await tx.put(electors, { ...elector, channel })
    })
  }
})

describe('the papers are counted', () => {
  let closed: ReviewId
  let small: Awaited<ReturnType<typeof newUnion>>['union']
  let upperTeller: string
  beforeAll(async () => {
    ;({ union: small } = await newUnion(system))
    closed = await announced(system, small, street)
    await putElectors(system, closed, { paper: 10 })
    tellers = { ...(await tellersOf(system, small)) }
    upperTeller = (await inOffice(system, castUnions.street.id, 'clerk')).as
  })
  const enter = (as: string, satisfied: number, invalid = 0) =>
    system.ask(as, 'review', 'enterPaperCount', {
      union: small,
      review: closed,
      grades: { satisfied, mostly: 0, dissatisfied: 1 },
      invalid,
    })
  const stateOf = async (as: string) => {
    const { state, mine } = granted(await system.ask(as, 'review', 'paperStanding', { union: small, review: closed }))
    return { state, mine }
  }

  test('only after the close', async () => {
    await putPhase(system, closed, 'voting')
    expect(codeOf(await enter(tellers.one, 8))).toBe('REVIEW_NOT_YET')
    await putPhase(system, closed, 'closed')
    expect(await settledPaper(closed, system.runtime)).toBeUndefined()
  })

  test('more papers than were handed out are counted again', async () => {
    expect(codeOf(await enter(tellers.one, 9, 1))).toBe('MORE_PAPER_THAN_TICKED')
    expect(await stateOf(tellers.one)).toEqual({ state: 'waiting', mine: false })
  })

  test('one teller alone settles nothing, however often they enter', async () => {
    expect(granted(await enter(tellers.one, 7)).state).toBe('one')
    expect(granted(await enter(tellers.one, 8)).state).toBe('one')
    expect(await stateOf(tellers.one)).toEqual({ state: 'one', mine: true })
    expect(await stateOf(tellers.other)).toEqual({ state: 'one', mine: false })
    expect(await settledPaper(closed, system.runtime)).toBeUndefined()
  })

  test('two who differ both count anew: nothing is left to try against', async () => {
    expect(codeOf(await enter(tellers.other, 6))).toBe('PAPER_COUNTS_DIFFER')
    expect(await stateOf(tellers.one)).toEqual({ state: 'differs', mine: false })
    expect(granted(await enter(tellers.other, 8)).state).toBe('one')
  })

  test('no paper is counted for a grade that the region does not offer', async () => {
    const two = await reviewIn(system, 'closed', { union: small, grades: ['satisfied', 'dissatisfied'] })
    const grades = { satisfied: 0, mostly: 1, dissatisfied: 0 }
    const input = { union: small, review: two._id, grades, invalid: 0 }
    expect(codeOf(await system.ask(upperTeller, 'review', 'enterPaperCount', input))).toBe('GRADE_NOT_OFFERED')
  })

  test('a repeat of the act is told the same', async () => {
    const input = { union: small, review: closed, grades: { satisfied: 1, mostly: 0, dissatisfied: 0 }, invalid: 0 }
    const ask = () => system.ask(tellers.one, 'review', 'enterPaperCount', input, 'the-same-count-again')
    expect([codeOf(await ask()), codeOf(await ask())]).toEqual(['PAPER_COUNTS_DIFFER', 'PAPER_COUNTS_DIFFER'])
    expect(granted(await enter(tellers.one, 8)).state).toBe('one')
  })

  test('an officer of the union above may be the second teller; then it is settled, and stays', async () => {
    expect(granted(await enter(upperTeller, 8)).state).toBe('agreed')
    expect(await settledPaper(closed, system.runtime)).toEqual({
      grades: { satisfied: 8, mostly: 0, dissatisfied: 1 },
      invalid: 0,
    })
    expect(codeOf(await enter(tellers.other, 7))).toBe('REVIEW_TOO_LATE')
  })

  test('what lies in the store does not tell a figure', async () => {
    const record = await system.runtime.store.get(paperCounts, closed)
    expect(JSON.stringify(record)).not.toContain('satisfied')
  })

  test('where nobody took a paper there is nothing to settle', async () => {
    const { union: other } = await newUnion(system)
    const electronic = await announced(system, other, street)
    await putElectors(system, electronic, { phone: 3 })
    expect(await settledPaper(electronic, system.runtime)).toMatchObject({ invalid: 0 })
  })
})
