import { memberships } from '../../_kernel/records/memberships'
import { applications } from '../../_kernel/records/applications'
import { unionEvents } from '../../_kernel/records/union-events'
import { taskId } from '../../_kernel/tasks'
import { castUnions } from '../../../local/demo/personas'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { sent, somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { carryOnEvents } from './clock'
import { employed, ending, found, newMember, newUnion, newUnit, street, upper } from './events.fixture'

const community = castUnions.community.id
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const clock = () => carryOnEvents(system.runtime)
const unionOf = async (person: PersonId) => (await system.runtime.store.get(memberships, person))?.union
const stateOf = async (event: string) => (await system.runtime.store.get(unionEvents, event))?.state
const noticesOf = async (as: string) =>
  granted(await system.ask(as, 'session', 'me', {})).notices.map(({ text }) => text)
async function confirm(event: string, union: UnionId = upper, as = street) {
  await clock()
  granted(await system.ask(as, 'membership', 'confirmEvent', { union, event }))
}
async function dissolve(union: UnionId) {
  const dissolving = { ...(await ending(system, union)), employment: 'goes-on' }
  granted(await system.ask(street, 'registry', 'dissolveUnion', dissolving))
}
async function afterObjections() {
  await clock()
  system.travel(isoTime(start + 15 * dayMs))
  await clock()
}
const settle = (task: string, verdict: object) =>
  system.ask(street, 'membership', 'settleObjection', { union: upper, task, verdict })

describe('the union to which an event leads ends before it is through (E25)', () => {
  async function founding() {
    const unit = await newUnit(system)
    const as = system.newcomer()
    const worker = await newMember(system, { union: community, unit, situation: employed(unit), as })
    const { application } = await sent(system, system.newcomer(), somebody(), employed(unit))
    return { as, worker, application, ...(await found(system, unit)) }
  }

  test('a new one before anybody was told: nobody hears of it, workers and applicants stay where they are', async () => {
    const { as, worker, application, union, event } = await founding()
    const before = await system.runtime.store.get(applications, application)
    await clock()
    await dissolve(union)
    await confirm(event)
    await afterObjections()
    expect(await unionOf(worker)).toBe(community)
    expect(await noticesOf(as)).toEqual([])
    expect(before?.union).not.toBe(union)
    expect((await system.runtime.store.get(applications, application))?.union).toBe(before?.union)
    expect(await stateOf(event)).toBe('done')
  })

  test('a new one after its workers were told: they stay, and are told so', async () => {
    const { as, worker, union, event } = await founding()
    await confirm(event)
    await clock()
    await dissolve(union)
    await afterObjections()
    expect(await unionOf(worker)).toBe(community)
    expect((await noticesOf(as))[0]).toMatch(/已经不在册，您的会籍不转到那里了/)
    expect(await stateOf(event)).toBe('done')
  })

  test('a new one while an objection waits: the officer can no longer move anybody there', async () => {
    const { as, worker, union, event } = await founding()
    await confirm(event)
    await clock()
    granted(await system.ask(as, 'membership', 'objectToEvent', { event, sentence: '我下个月就去别的单位了' }))
    await dissolve(union)
    const task = taskId('event-objection', `${event}:${worker}`)
    expect(codeOf(await settle(task, { kind: 'move' }))).toBe('UNION_NOT_ACTIVE')
    granted(await settle(task, { kind: 'keep' }))
    expect(await unionOf(worker)).toBe(community)
  })

  test('an offer that is taken when it is too late leads nowhere, and whoever took it is told', async () => {
    const unit = await newUnit(system)
    const as = system.newcomer()
    const change = { followUps: ['OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED'], category: '劳务派遣' }
    const worker = await newMember(system, { union: castUnions.agency.id, unit, change, as })
    const { union, event } = await found(system, unit)
    await confirm(event)
    await clock()
    await dissolve(union)
    granted(await system.ask(as, 'membership', 'acceptEventOffer', { event }))
    await afterObjections()
    expect(await unionOf(worker)).toBe(castUnions.agency.id)
    expect((await noticesOf(as))[0]).toMatch(/已经不在册/)
  })

  test('a successor, when their own union is gone too: an officer finds another', async () => {
    const [old, successor] = [await newUnion(system), await newUnion(system)]
    const worker = await newMember(system, { union: old.union, unit: old.unit, situation: employed(old.unit) })
    const merging = { ...(await ending(system, old.union)), successor: successor.union }
    const { event } = granted(await system.ask(street, 'registry', 'mergeUnion', merging))
    const { as } = await inOffice(system, successor.union, 'chair')
    await confirm(event, successor.union, as)
    await clock()
    await dissolve(successor.union)
    await afterObjections()
    const task = taskId('event-objection', `${event}:${worker}`)
    for (const kind of ['move', 'keep']) expect(codeOf(await settle(task, { kind }))).toBe('UNION_NOT_ACTIVE')
    granted(await settle(task, { kind: 'elsewhere', to: community }))
    expect(await unionOf(worker)).toBe(community)
    await clock()
    expect(await stateOf(event)).toBe('done')
  })
})
