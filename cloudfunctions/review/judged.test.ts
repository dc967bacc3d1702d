import { castUnions } from '../../local/demo/personas'
import { daysAfter } from '../../shared/core/calendar'
import { chinaDay, isoTime } from '../../shared/core/time'
import type { OfficerRole } from '../../shared/org/officers'
import { inOffice } from '../../tests/faults/ready'
import { reviewIn } from '../../tests/reviews'
import { codeOf, openTestSystem, type TestSystem } from '../../tests/system'
import { accountOf } from '../_kernel/caller'
import { officers } from '../_kernel/records/registry'
import { isJudged } from './judged'
import { plainUnion } from './review.fixture'

const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

/** A review in which papers are handed out, held by a chair who is a teller of the union above as well. */
async function votedOn() {
  const union = await plainUnion(system)
  const { as } = await inOffice(system, union, 'chair')
  const account = accountOf(as, system.runtime)
  await office(castUnions.street.id, account, 'clerk')
  const review = await reviewIn(system, 'voting', { union })
  const tick = async () =>
    codeOf(await system.ask(as, 'review', 'electorsToTick', { union, review: review._id, search: '某人' }))
  const change = (over: object) =>
    system.runtime.store.transact(async (tx) => {
      const held = await tx.get(officers, `${union}:${account}`)
      if (held !== undefined) await tx.put(officers, { ...held, ...over })
    })
  return { review, account, tick, change }
}

async function office(union: typeof castUnions.street.id, account: ReturnType<typeof accountOf>, role: OfficerRole) {
  const { store, sealer, now } = system.runtime
  const _id = `${union}:${account}`
  const name = sealer.seal({ collection: officers.name, id: _id, field: 'name' }, '某人')
  await store.insert(officers, { _id, union, account, role, name, shown: false, since: now() })
}

const today = () => chinaDay(system.runtime.now())

test('whoever leads the union that is judged is no teller of it, in office, on leave or since yesterday out of it', async () => {
  const { account, tick, change } = await votedOn()
  expect(await tick()).toBe('NOT_ALLOWED')
  await change({ leave: { from: today(), until: daysAfter(today(), 3), deputy: account } })
  expect(await tick()).toBe('NOT_ALLOWED')
  await change({ leave: undefined, until: system.runtime.now() })
  expect(await tick()).toBe('NOT_ALLOWED')
})

test('whoever led it before the announcement may count', async () => {
  const { review, account, tick, change } = await votedOn()
  await change({ until: isoTime(Date.parse(`${daysAfter(review.announcedOn, -1)}T04:00:00.000Z`)) })
  expect(await tick()).toBe('OK')
  expect(await isJudged(review, { store: system.runtime.store, account })).toBe(false)
  expect(await isJudged({ ...review, announcedBy: account }, { store: system.runtime.store, account })).toBe(true)
})
