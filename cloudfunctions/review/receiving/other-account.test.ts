import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { electorId, electors, type ReviewRecord } from '../../_kernel/records/reviews'
import { accountMark } from '../../_kernel/review/account-mark'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { inOffice } from '../../../tests/faults/ready'
import { joinedMember } from '../../../tests/members'
import { reviewIn } from '../../../tests/reviews'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { phoneOf, wordOf } from '../../../tests/voting-phone'
import { candidateOf } from '../electorate/candidates'

let system: TestSystem
let review: ReviewRecord
let union: UnionId
let teller: string
beforeAll(async () => {
  system = await openTestSystem()
  review = await reviewIn(system, 'voting', { form: 'electronic' })
  union = review.union
  teller = (await inOffice(system, union, 'clerk')).as
}, 600_000)
afterAll(() => system.close())

/** A member on the list, with the account that they had then. */
async function listedMember() {
  const { as, person, worker } = await joinedMember(system)
  const account = accountMark(review._id, accountOf(as, system.runtime), system.runtime.indexer)
  const elector = { _id: electorId(review._id, person), review: review._id, person, standing: 'elector' } as const
  await system.runtime.store.insert(electors, { ...elector, account })
  return { as, person, worker }
}

/** Another account is this person’s now, as a binding or a merge leaves it. */
async function bindTo(person: PersonId): Promise<string> {
  const as = system.newcomer()
  const account = accountOf(as, system.runtime)
  await system.runtime.store.transact(async (tx) => {
    const before = await tx.get(persons, person)
    if (before === undefined) throw new Error('nobody')
    const old = before.account === undefined ? undefined : await tx.get(accounts, before.account)
    if (old !== undefined) {
      const { person: _, ...rest } = old
      await tx.put(accounts, rest)
    }
    await tx.put(persons, { ...before, account })
    await tx.put(accounts, { _id: account, person, createdAt: system.runtime.now() })
  })
  return as
}

/** Two records of one person become one: this one stays. */
async function mergeInto(kept: PersonId, merged: PersonId): Promise<void> {
  await system.runtime.store.transact(async (tx) => {
    const [stays, goes] = [await tx.get(memberships, kept), await tx.get(persons, merged)]
    if (stays === undefined || goes === undefined) throw new Error('nobody')
    await tx.put(memberships, { ...stays, earlier: [merged] })
    await tx.remove(memberships, merged)
    const { account: _, ...rest } = goes
    await tx.put(persons, { ...rest, mergedInto: kept })
  })
}

const receives = async (as: string) => wordOf(await phoneOf(system, as).receive(review._id))
const ticked = (person: PersonId) => system.ask(teller, 'review', 'tickForPaper', { union, review: review._id, person })
const partOf = async (as: string) =>
  granted(await system.ask(as, 'review', 'myReviews', {})).reviews.find((each) => each.review === review._id)?.mine

test('the list keeps a mark of the account that somebody had, and of nobody’s without one', async () => {
  const { as, person } = await joinedMember(system)
  const candidate = await candidateOf(person, review, system.runtime)
  expect(candidate?.account).toBe(accountMark(review._id, accountOf(as, system.runtime), system.runtime.indexer))
  const written = await candidateOf(person, { ...review, form: 'written' }, system.runtime)
  expect(written?.account).toBeUndefined()
})

describe('whose account is another one than on the list', () => {
  test('does not receive, is told so before, and takes a paper, in a review by phone as well', async () => {
    const { as, person, worker } = await listedMember()
    const later = await bindTo(person)
    expect(await partOf(later)).toMatchObject({ kind: 'elector', paperOnly: 'bound-after-cutoff', received: false })
    expect(await receives(later)).toBe('ONLY_ON_PAPER')
    expect(await receives(as)).toBe('NOT_AN_ELECTOR')
    const search = { union, review: review._id, search: worker.number }
    expect(granted(await system.ask(teller, 'review', 'electorsToTick', search)).rows).toMatchObject([
      { mayTick: true },
    ])
    granted(await ticked(person))
    expect(await receives(later)).toBe('ONLY_ON_PAPER')
  })

  test('while somebody with the account of the list receives, and takes no paper then', async () => {
    const { as, person } = await listedMember()
    expect(codeOf(await ticked(person))).toBe('ONLY_BY_PHONE')
    expect(await receives(as)).toBe('received')
    expect(codeOf(await ticked(person))).toBe('VOTES_BY_PHONE')
  })

  test('and who had received already has had their vote: nobody receives or takes a paper for them again', async () => {
    const { as, person } = await listedMember()
    expect(await receives(as)).toBe('received')
    const later = await bindTo(person)
    expect(await receives(later)).toBe('TOKEN_RECEIVED')
    expect(codeOf(await ticked(person))).toBe('VOTES_BY_PHONE')
  })
})

describe('two records that are merged while a review goes on', () => {
  test('one of which is on the list: the vote is found under it, for the account of the list', async () => {
    const listed = await listedMember()
    const { person: kept } = await joinedMember(system)
    await mergeInto(kept, listed.person)
    const account = accountOf(listed.as, system.runtime)
    await system.runtime.store.transact(async (tx) => {
      const stays = await tx.get(persons, kept)
      if (stays !== undefined) await tx.put(persons, { ...stays, account })
      await tx.put(accounts, { _id: account, person: kept, createdAt: system.runtime.now() })
    })
    expect(await partOf(listed.as)).toMatchObject({ kind: 'elector', received: false })
    expect(await receives(listed.as)).toBe('received')
    const elector = await system.runtime.store.get(electors, electorId(review._id, listed.person))
    expect(elector?.channel).toBe('phone')
  })

  test('both on the list: whoever voted as one does not vote as the other', async () => {
    const [one, other] = [await listedMember(), await listedMember()]
    expect(await receives(other.as)).toBe('received')
    await mergeInto(one.person, other.person)
    expect(await receives(one.as)).toBe('TOKEN_RECEIVED')
    expect(codeOf(await ticked(one.person))).toBe('VOTES_BY_PHONE')
  })

  test('both on the list and neither voted: one vote', async () => {
    const [one, other] = [await listedMember(), await listedMember()]
    await mergeInto(one.person, other.person)
    expect(await receives(one.as)).toBe('received')
    expect(codeOf(await ticked(one.person))).toBe('VOTES_BY_PHONE')
  })
})
