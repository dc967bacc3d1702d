import { ApplicationId, PersonId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import { castUnions } from '../../local/demo/personas'
import { sent, situations, somebody } from '../../tests/forms'
import { secretsOf } from '../membership/applicant'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { recount } from '../clock/recount'
import { countedAtOnce } from './kept-counts'
import { applications } from './records/applications'
import { keptCounts } from './records/kept-counts'
import { memberships, type MembershipRecord } from './records/memberships'
import { sealJson } from './secrets'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const begun = Date.parse('2026-11-18T02:00:00.000Z')
const minutes = 60_000
const day = 24 * 60 * minutes

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
}, 600_000)
afterEach(() => system.close())

const at = (ms: number) => isoTime(begun + ms)
const rosterOf = async () => granted(await system.ask(chair, 'membership', 'roster', { union }))
const countsKept = async () =>
  (await system.runtime.store.find(keptCounts, { index: 'byCounting', equals: {} })).documents
let made = 0

/** So many more members, like one who is there. */
async function join(count: number): Promise<readonly MembershipRecord[]> {
  const { store, sealer } = system.runtime
  const [like] = (await store.find(memberships, { index: 'byUnion', equals: { union } })).documents
  if (like === undefined) throw new Error('the union is empty')
  const newcomers = Array.from({ length: count }, () => {
    const id = PersonId.parse(`counted-${made++}`)
    const row = { name: '张三', maskedNumber: '', mobile: '' }
    return { ...like, _id: id, roster: sealJson(sealer, { collection: 'memberships', id, field: 'roster' }, row) }
  })
  await store.transact(async (tx) => {
    for (const one of newcomers) await tx.insert(memberships, one)
  })
  return newcomers
}

test('up to a thousand are counted for whoever asks: every change shows at once, and nothing is kept', async () => {
  const before = await rosterOf()
  await join(countedAtOnce - 1 - before.total)
  expect(await rosterOf()).toMatchObject({ total: countedAtOnce - 1 })
  expect(await rosterOf()).not.toHaveProperty('countedAt')
  expect(await countsKept()).toEqual([])
})

test('more than that are told as they were counted, with the time; the clock counts anew', async () => {
  const { total } = await rosterOf()
  await join(1_500 - total)
  expect(await rosterOf()).toMatchObject({ total: 1_500, countedAt: at(0) })

  system.travel(at(minutes))
  await join(7)
  expect(await rosterOf()).toMatchObject({ total: 1_500, countedAt: at(0) })
  expect(await recount(system.runtime)).toBe(1)
  expect(await rosterOf()).toMatchObject({ total: 1_507, countedAt: at(minutes) })
  expect(await recount(system.runtime)).toBe(0)
})

test('a union that shrinks is exact again below a thousand', async () => {
  const { total } = await rosterOf()
  const newcomers = await join(1_500 - total)
  await rosterOf()
  await system.runtime.store.transact(async (tx) => {
    for (const { _id } of newcomers.slice(0, 600)) await tx.remove(memberships, _id)
  })
  expect(await rosterOf()).toMatchObject({ total: 900 })
  expect(await rosterOf()).not.toHaveProperty('countedAt')
})

test('when the clock is silent, whoever asks after ten minutes counts', async () => {
  const { total } = await rosterOf()
  await join(1_500 - total)
  await rosterOf()
  await join(1)
  system.travel(at(9 * minutes))
  expect(await rosterOf()).toMatchObject({ total: 1_500, countedAt: at(0) })
  system.travel(at(10 * minutes))
  expect(await rosterOf()).toMatchObject({ total: 1_501, countedAt: at(10 * minutes) })
})

test('what nobody asks for is counted no more, from the second day on', async () => {
  const { total } = await rosterOf()
  await join(1_500 - total)
  await rosterOf()
  system.travel(at(day))
  await recount(system.runtime)
  expect(await countsKept()).toHaveLength(1)
  system.travel(at(2 * day))
  await recount(system.runtime)
  expect(await countsKept()).toEqual([])
})

test('inbox and workbench tell the same numbers of what waits, each with its time', async () => {
  const { store } = system.runtime
  const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
  const like = await store.get(applications, application)
  if (like === undefined) throw new Error('nothing arrived')
  const secrets = secretsOf(like, system.runtime)
  await store.transact(async (tx) => {
    for (let index = 0; index < 1_200; index++) {
      const id = ApplicationId.parse(`waiting-${index}`)
      const place = { collection: 'applications', id, field: 'secrets' }
      await tx.insert(applications, { ...like, _id: id, secrets: sealJson(system.runtime.sealer, place, secrets) })
    }
  })
  const inbox = granted(await system.ask(chair, 'membership', 'inbox', { union }))
  expect(inbox).toMatchObject({ countedAt: at(0) })
  expect(inbox.total).toBeGreaterThan(1_200)
  expect(inbox.overdue).toBeLessThan(10)
  const [office] = granted(await system.ask(chair, 'session', 'me', {})).offices
  expect(office).toMatchObject({ waiting: inbox.total, countedAt: at(0) })
  expect(office?.members).toBeLessThan(countedAtOnce)

  system.travel(at(60 * day))
  const late = granted(await system.ask(chair, 'membership', 'inbox', { union }))
  expect(late).toMatchObject({ total: inbox.total, overdue: inbox.total, countedAt: at(60 * day) })
})
