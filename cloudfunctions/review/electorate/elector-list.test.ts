import { PersonId, type ReviewId, type UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay, IsoDate, isoTime } from '../../../shared/core/time'
import { recordOf } from '../../../tests/members'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { electorId, electors, reviews } from '../../_kernel/records/reviews'
import { sealJson } from '../../_kernel/secrets'
import { stepReviews } from '../../clock/reviews/step'
import { newMember, newUnion } from '../../membership/events/events.fixture'
import { changing } from '../../membership/life/change'
import { announced, listed } from '../review.fixture'
import { takeStretch } from './take-list'

const street = 'demo-street'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const cutoff = IsoDate.parse('2026-11-18')
const dayAfter = IsoDate.parse('2026-11-19')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const afterCutoff = () => system.travel(isoTime(start + 86_400_000))
const elector = (review: ReviewId, person: PersonId) => system.runtime.store.get(electors, electorId(review, person))
const counts = async (union: UnionId, review: ReviewId) =>
  granted(await system.ask(street, 'review', 'electorCounts', { union, review }))
const listOf = async (union: UnionId, review: ReviewId, show: string, more: object = {}) =>
  granted(await system.ask(street, 'review', 'electorList', { union, review, show, ...more }))

/** As an officer records it, through the one way in which memberships change. */
async function change(
  person: PersonId,
  what: 'retain' | 'leave' | 'decease' | 'resume' | 'move',
  { on = chinaDay(system.runtime.now()), to }: { on?: IsoDate; to?: UnionId } = {},
): Promise<void> {
  const { store } = system.runtime
  const { union: id } = await recordOf(system, person)
  const [from, union] = [await store.get(unions, id), await store.get(unions, to ?? id)]
  if (from === undefined || union === undefined) throw new Error('there is no such union')
  const ports = { ...system.runtime, now: system.runtime.now(), account: 'clock' as const }
  const work = changing({ person, change: what, reason: 'changed-unit', on, from, union }, ports)
  expect(await store.transact(work)).toMatchObject({ ok: true })
}

test('everybody stands on it as they were when the cut-off day ended, with the reason who does not vote', async () => {
  const { union } = await newUnion(system)
  const elsewhere = (await newUnion(system)).union
  const review = await announced(system, union, street)
  const member = (as?: string, record: Partial<MembershipRecord> = {}, at = union) =>
    newMember(system, { union: at, change: record, ...(as === undefined ? {} : { as }) })
  const bound = await member('bound-in-time')
  const unbound = await member()
  const retained = await member('kept', { state: 'retained', changedOn: IsoDate.parse('2026-05-01') })
  const longGone = await member('gone', { state: 'left', changedOn: IsoDate.parse('2024-05-01') })
  const [leaves, dies, keeps, goes, comes, late] = [
    await member('leaves'),
    await member('dies'),
    await member('keeps'),
    await member('goes'),
    await member('comes', {}, elsewhere),
    await member('late', { since: dayAfter }),
  ]
  const leftBefore = await member('left-before')
  await change(leftBefore, 'leave')
  const diedBefore = await member('died-before')
  afterCutoff()
  const boundLate = await member('bound-late')
  await change(leaves, 'leave')
  await change(dies, 'decease')
  await change(keeps, 'retain')
  await change(goes, 'move', { to: elsewhere })
  await change(comes, 'move', { to: union })
  await change(diedBefore, 'decease', { on: cutoff })
  await listed(system, review)
  const found = async (person: PersonId) => {
    const on = await elector(review, person)
    return on?.because ?? on?.paperOnly ?? on?.standing
  }
  expect(await Promise.all([bound, leaves, dies, keeps, goes].map(found))).toEqual(Array(5).fill('elector'))
  expect(await found(unbound)).toBe('no-account')
  expect(await found(boundLate)).toBe('bound-after-cutoff')
  expect(await found(retained)).toBe('retained')
  expect(await Promise.all([comes, late].map(found))).toEqual(['joined-after-cutoff', 'joined-after-cutoff'])
  expect(await Promise.all([leftBefore, diedBefore].map(found))).toEqual(['ended', 'ended'])
  expect(await found(longGone)).toBeUndefined()
  expect(await counts(union, review)).toEqual({
    whole: true,
    electors: 7,
    out: { 'joined-after-cutoff': 2, retained: 1, ended: 2, struck: 0 },
    onPaper: { 'written-form': 0, 'no-account': 1, 'bound-after-cutoff': 1 },
    openObjections: 0,
  })
  expect((await system.runtime.store.get(reviews, review))?.electors).toBe(7)

  const people = async (show: string, more?: object) =>
    (await listOf(union, review, show, more)).rows.map(({ person }) => person).sort()
  expect(await people('ended')).toEqual([leftBefore, diedBefore].sort())
  expect(await people('no-account')).toEqual([unbound])
  expect(await people('excluded')).toHaveLength(5)
  expect(await people('electors')).toHaveLength(7)
  const { memberNumber } = await recordOf(system, goes)
  expect(await people('everybody', { search: memberNumber })).toEqual([goes])
  const [gone] = (await listOf(union, review, 'everybody', { search: memberNumber })).rows
  expect(gone).toMatchObject({ name: '某会员', standing: 'elector' })
  expect(gone?.unitName).toBeUndefined()
})

describe('a list of many', () => {
  const many = 450
  let union: UnionId
  let review: ReviewId
  beforeEach(async () => {
    union = (await newUnion(system)).union
    review = await announced(system, union, street)
    const one = await recordOf(system, await newMember(system, { union }))
    for (let from = 0; from < many; from += 90)
      await system.runtime.store.transact(async (tx) => {
        for (let at = from; at < from + 90; at++)
          await tx.put<MembershipRecord>(memberships, oneOfMany(one, PersonId.parse(`${union}-${at}`)))
        return succeed(undefined)
      })
    afterCutoff()
  })

  function oneOfMany(one: MembershipRecord, _id: PersonId): MembershipRecord {
    const row = { name: '某会员', maskedNumber: '3702**********0012', mobile: '154****0000' }
    const place = { collection: memberships.name, id: _id, field: 'roster' }
    return { ...one, _id, roster: sealJson(system.runtime.sealer, place, row) }
  }

  test('lets others act in between: who asks while it is taken is answered before it is whole', async () => {
    const order: string[] = []
    const taking = stepReviews(system.runtime).then(() => order.push('whole'))
    const asking = system.ask(system.newcomer(), 'session', 'subscribe', {}).then(() => order.push('answered'))
    await Promise.all([taking, asking])
    expect(order).toEqual(['answered', 'whole'])
    expect(await counts(union, review)).toMatchObject({ whole: true, electors: many + 1 })
  })

  test('is right when three clocks take it at once, one of them dying again and again', async () => {
    const record = await system.runtime.store.get(reviews, review)
    if (record === undefined) throw new Error('there is no review')
    const { store } = system.runtime
    let written = 0
    const dying = {
      ...system.runtime,
      store: {
        get: store.get.bind(store),
        find: store.find.bind(store),
        transact: async <T>(work: Parameters<typeof store.transact<T>>[0]) => {
          const done = await store.transact(work)
          if (++written % 2 === 0) throw new Error('killed after the write')
          return done
        },
      } as typeof store,
    }
    const taking = async (runtime: typeof dying) => {
      for (let whole = false; !whole;) whole = await takeStretch(record, runtime).catch(() => false)
    }
    await Promise.all([taking(dying), listed(system, review), listed(system, review)])
    expect(await counts(union, review)).toMatchObject({ whole: true, electors: many + 1 })
    const all = await store.count(electors, { index: 'byStanding', equals: { review, standing: 'elector' } })
    expect(all).toBe(many + 1)
    const first = await listOf(union, review, 'electors')
    const second = await listOf(union, review, 'electors', { cursor: first.cursor })
    expect(new Set([...first.rows, ...second.rows].map(({ person }) => person)).size).toBe(100)
  })
})
