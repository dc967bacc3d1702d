import { applications } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { officers, regions, unions, units } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { eventItems, unionEvents } from '../../_kernel/records/union-events'
import { taskId } from '../../_kernel/tasks'
import { castUnions, stage } from '../../../local/demo/personas'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { sent, somebody } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { carryOnEvents } from './clock'
import {
  employed,
  ending,
  found,
  founding,
  listed,
  newMember,
  newUnion,
  newUnit,
  papersOf,
  street,
  upper,
} from './events.fixture'

const community = castUnions.community.id
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const clock = async () => carryOnEvents(system.runtime)
const member = async (id: PersonId) => system.runtime.store.get(memberships, id)
const history = async (person: PersonId) =>
  (await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })).documents
const noticesOf = async (as: string) =>
  granted(await system.ask(as, 'session', 'me', {})).notices.map(({ text }) => text)
const confirm = async (event: string, union: UnionId = upper, as = street) =>
  granted(await system.ask(as, 'membership', 'confirmEvent', { union, event }))
/** The days of objection pass. */
async function afterObjections() {
  await clock()
  system.travel(isoTime(start + 15 * dayMs))
  await clock()
}

describe('a unit founds its own union', () => {
  test('its workers are told, and moved after the days of objection; number, day of joining and history stay', async () => {
    const unit = await newUnit(system)
    const as = system.newcomer()
    const change = { followUps: ['TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED', 'ASSIST_FOUNDING'] }
    const worker = await newMember(system, { union: community, unit, situation: employed(unit), change, as })
    const before = await member(worker)
    const { union, event } = await found(system, unit)

    expect(await system.runtime.store.get(units, unit)).toMatchObject({ union, coveredBy: [] })
    expect(granted(await system.ask(street, 'membership', 'planEvent', { union: upper, event }))).toEqual({
      state: 'planned',
      people: { move: 1, offer: 0, retain: 0, reroute: 0 },
    })
    expect(await system.runtime.store.get(tasks, taskId('union-event', event))).toMatchObject({
      state: 'open',
      desk: upper,
      dueOn: '2026-12-09',
    })
    await clock()
    expect(await member(worker)).toEqual(before)
    expect(await noticesOf(as)).toEqual([])

    expect(await confirm(event)).toEqual({ objectUntil: '2026-11-25' })
    await clock()
    expect(await member(worker)).toEqual(before)
    expect((await noticesOf(as))[0]).toMatch(/会籍将转到青岛朔风仪器有限公司工会.*请在 11 月 25 日前/)
    system.travel(isoTime(start + 7 * dayMs))
    await clock()
    expect(await member(worker)).toEqual(before)
    system.travel(isoTime(start + 8 * dayMs))
    await clock()
    expect(await member(worker)).toMatchObject({
      union,
      state: 'active',
      memberNumber: before?.memberNumber,
      since: before?.since,
      reason: 'union-founded',
      followUps: [],
    })
    expect((await history(worker)).map(({ kind }) => kind)).toEqual(['joined', 'moved'])
    expect(await system.runtime.store.get(unionEvents, event)).toMatchObject({ state: 'done' })
    expect(await system.runtime.store.get(tasks, taskId('union-event', event))).toMatchObject({ state: 'done' })
  })

  test('who waits for it under an offer may move, and is not moved', async () => {
    const unit = await newUnit(system)
    const [mover, stayer] = [system.newcomer(), system.newcomer()]
    const change = { followUps: ['OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED'], category: '劳务派遣' }
    const [one, other] = [
      await newMember(system, { union: castUnions.agency.id, unit, change, as: mover }),
      await newMember(system, { union: castUnions.agency.id, unit, change, as: stayer }),
    ]
    const { union, event } = await found(system, unit)
    await clock()
    await confirm(event)
    await clock()
    expect(granted(await system.ask(mover, 'membership', 'myEvents', {})).events).toMatchObject([
      { plan: 'offer', state: 'offered', mayObject: false },
    ])
    granted(await system.ask(mover, 'membership', 'acceptEventOffer', { event }))
    await afterObjections()
    expect(await member(one)).toMatchObject({ union })
    expect(await member(other)).toMatchObject({ union: castUnions.agency.id })
  })

  test('an application of its worker goes to the new union, its time kept', async () => {
    const unit = await newUnit(system)
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), employed(unit))
    const before = await system.runtime.store.get(applications, application)
    const { union, event } = await found(system, unit)
    await clock()
    await confirm(event)
    await clock()
    const after = await system.runtime.store.get(applications, application)
    expect(before?.union).not.toBe(union)
    expect(after).toMatchObject({ union, submittedAt: before?.submittedAt, dueOn: before?.dueOn, state: 'submitted' })
    expect(after?.timeline.at(-1)).toMatchObject({ kind: 'assigned', union })
    expect((await noticesOf(as))[0]).toMatch(/改由青岛朔风仪器有限公司工会办理/)
  })

  test('whoever objects stays until the union above has settled it', async () => {
    const unit = await newUnit(system)
    const [as, silent] = [system.newcomer(), system.newcomer()]
    const worker = await newMember(system, { union: community, unit, situation: employed(unit), as })
    await newMember(system, { union: community, unit, situation: employed(unit), as: silent })
    const { union, event } = await found(system, unit)
    await clock()
    await confirm(event)
    await clock()
    const objection = { event, sentence: '我下个月就去别的单位了' }
    expect(granted(await system.ask(as, 'membership', 'objectToEvent', objection))).toEqual({
      settler: castUnions.street.name,
    })
    expect(codeOf(await system.ask(as, 'membership', 'objectToEvent', objection))).toBe('EVENT_CHANGED')
    await afterObjections()
    expect(await member(worker)).toMatchObject({ union: community })
    expect(await system.runtime.store.get(unionEvents, event)).toMatchObject({ state: 'told' })

    const task = taskId('event-objection', `${event}:${worker}`)
    expect(granted(await system.ask(street, 'membership', 'eventObjection', { union: upper, task }))).toMatchObject({
      sentence: objection.sentence,
      mayKeep: true,
      to: { union },
    })
    const verdict = { kind: 'keep' }
    granted(await system.ask(street, 'membership', 'settleObjection', { union: upper, task, verdict }))
    expect(codeOf(await system.ask(street, 'membership', 'settleObjection', { union: upper, task, verdict }))).toBe(
      'TASK_CLOSED',
    )
    expect(await member(worker)).toMatchObject({ union: community })
    await clock()
    expect(await system.runtime.store.get(unionEvents, event)).toMatchObject({ state: 'done' })
    expect(codeOf(await system.ask(silent, 'membership', 'objectToEvent', objection))).toBe('OBJECTION_OVER')
  })

  test('twice is once: the unit has its union then, and the papers must be there', async () => {
    const unit = await newUnit(system)
    const input = await founding(system, unit)
    expect(codeOf(await system.ask(street, 'registry', 'foundUnion', { ...input, papers: [] }))).toBe(
      'DOCUMENT_MISSING',
    )
    expect(codeOf(await system.ask(street, 'registry', 'foundUnion', { ...input, foundedOn: '2027-01-01' }))).toBe(
      'DAY_INVALID',
    )
    granted(await system.ask(street, 'registry', 'foundUnion', input))
    expect(codeOf(await system.ask(street, 'registry', 'foundUnion', input))).toBe('ALREADY_FOUNDED')
  })

  test('a joint union takes its seat and its units, and moves nobody', async () => {
    const unit = await newUnit(system)
    const input = {
      ...(await founding(system, unit)),
      name: '中山路社区联合工会',
      body: { kind: 'together', type: 'community_joint', region: stage.community, units: [unit], industries: [] },
    }
    const { union, event } = granted(await system.ask(street, 'registry', 'foundUnion', input))
    expect(event).toBeUndefined()
    expect(await system.runtime.store.get(units, unit)).toMatchObject({ coveredBy: [union] })
    expect((await system.runtime.store.get(regions, stage.community))?.seats).toContainEqual(
      expect.objectContaining({ union, status: 'active' }),
    )
  })
})

test('a joint union is given further units by the union above, and one is taken out again; one with its own union never', async () => {
  const first = await newUnit(system)
  const body = { kind: 'together', type: 'community_joint', region: stage.community, units: [first], industries: [] }
  const input = { ...(await founding(system, first)), name: '中山路第二联合工会', body }
  const { union: joint } = granted(await system.ask(street, 'registry', 'foundUnion', input))
  const more = [await newUnit(system), await newUnit(system)]
  const cover = (units: readonly string[], as = street, union: UnionId = upper) =>
    system.ask(as, 'registry', 'coverUnits', { union, joint, units })
  granted(await cover(more))
  granted(await cover(more))
  const listed = async () => granted(await system.ask(street, 'registry', 'coveredUnits', { union: upper, joint }))
  expect((await listed()).rows.map(({ unit }) => unit).sort()).toEqual([first, ...more].sort())
  expect(codeOf(await cover([(await newUnion(system)).unit]))).toBe('ALREADY_FOUNDED')
  expect(codeOf(await cover(['nowhere']))).toBe('UNIT_UNKNOWN')
  expect(codeOf(await cover(more, 'demo-city', castUnions.qingdao.id))).toBe('NOT_FOUND')

  const [stays, twice] = [await newUnit(system), await newUnit(system)]
  await system.runtime.store.transact(async (tx) => {
    const record = await tx.get(units, twice)
    if (record !== undefined) await tx.put(units, { ...record, mergedInto: stays })
  })
  granted(await cover([twice]))
  expect(await system.runtime.store.get(units, stays)).toMatchObject({ coveredBy: [joint] })
  expect(await system.runtime.store.get(units, twice)).toMatchObject({ coveredBy: [] })
  granted(await system.ask(street, 'registry', 'uncoverUnit', { union: upper, joint, unit: stays }))

  const [gone] = more
  const uncover = () => system.ask(street, 'registry', 'uncoverUnit', { union: upper, joint, unit: gone })
  granted(await uncover())
  expect(codeOf(await uncover())).toBe('NOT_FOUND')
  expect(await listed()).toMatchObject({ count: 2 })
  expect(await system.runtime.store.get(units, gone ?? '')).toMatchObject({ coveredBy: [] })
})

describe('a union ends', () => {
  test('merged: its posters on the walls lead to the successor; dissolved, they lead nowhere', async () => {
    const { union, unit } = await newUnion(system)
    const { as } = await inOffice(system, union, 'chair')
    const { scene } = granted(await system.ask(as, 'registry', 'invite', { union, unit }))
    const into = castUnions.factory.id
    const merging = { ...(await ending(system, union)), successor: into }
    granted(await system.ask(street, 'registry', 'mergeUnion', merging))
    const opened = await system.ask(undefined, 'registry', 'openInvitation', { scene })
    expect(granted(opened)).toMatchObject({ union: { id: into }, unit: { unit } })

    const other = await newUnion(system)
    const chair = await inOffice(system, other.union, 'chair')
    const poster = granted(await system.ask(chair.as, 'registry', 'invite', { union: other.union }))
    const dissolving = { ...(await ending(system, other.union)), employment: 'goes-on' }
    granted(await system.ask(street, 'registry', 'dissolveUnion', dissolving))
    expect(codeOf(await system.ask(undefined, 'registry', 'openInvitation', { scene: poster.scene }))).toBe(
      'SCENE_UNKNOWN',
    )
  })

  test('merged: everybody follows as they are, and so do its unit and its open applications; the successor confirms', async () => {
    const { union, unit } = await newUnion(system)
    const into = castUnions.factory.id
    const active = await newMember(system, { union, unit, situation: employed(unit) })
    const retained = await newMember(system, { union, unit, change: { state: 'retained', reason: 'retired' } })
    const { application } = await sent(system, system.newcomer(), somebody(), employed(unit))
    const officer = await inOffice(system, union, 'chair')
    const merging = { ...(await ending(system, union)), successor: into }
    const { event } = granted(await system.ask(street, 'registry', 'mergeUnion', merging))
    await clock()
    expect(await system.runtime.store.get(unions, union)).toMatchObject({ status: 'merged', successor: into })
    expect(await system.runtime.store.get(units, unit)).toMatchObject({ union: into })
    expect(codeOf(await system.ask(street, 'membership', 'confirmEvent', { union: upper, event }))).toBe('NOT_FOUND')
    await confirm(event, into, 'demo-factory-chair')
    await afterObjections()
    expect(await member(active)).toMatchObject({ union: into, state: 'active', reason: 'union-merged' })
    expect(await member(retained)).toMatchObject({ union: into, state: 'retained' })
    expect(await system.runtime.store.get(applications, application)).toMatchObject({ union: into })
    expect((await system.runtime.store.get(officers, officer.officer))?.until).toBeDefined()
    expect(await system.runtime.store.get(unionEvents, event)).toMatchObject({ state: 'done' })
  })

  test('dissolved while the work goes on: everybody is routed again', async () => {
    const { union, unit } = await newUnion(system)
    const rider = { work: 'platform', industry: 'delivery', workRegion: stage.community } as const
    const dispatched = { work: 'dispatched', agency: listed(unit), userUnit: listed(unit) } as const
    const [employee, onTheirOwn, unknown, sentByAgency] = [
      await newMember(system, { union, unit, situation: employed(unit) }),
      await newMember(system, { union, situation: rider }),
      await newMember(system, { union }),
      await newMember(system, { union, unit, situation: dispatched }),
    ]
    const dissolving = { ...(await ending(system, union)), employment: 'goes-on' }
    const { event } = granted(await system.ask(street, 'registry', 'dissolveUnion', dissolving))
    await clock()
    await confirm(event)
    await afterObjections()
    const seats = (await system.runtime.store.get(regions, stage.community))?.seats.map((seat) => seat.union) ?? []
    expect(seats).toContain((await member(employee))?.union)
    expect(await member(onTheirOwn)).toMatchObject({ union: castUnions.newForm.id, state: 'active' })
    expect(seats).toContain((await member(unknown))?.union)
    expect((await member(sentByAgency))?.union).not.toBe(union)
    expect((await member(employee))?.followUps).toContain('TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED')
  })

  test('dissolved with the unit gone: R08 retains everybody, and an objection can only lead elsewhere', async () => {
    const { union, unit } = await newUnion(system)
    const as = system.newcomer()
    const worker = await newMember(system, { union, unit, situation: employed(unit) })
    const objector = await newMember(system, { union, unit, situation: employed(unit), as })
    const dissolving = { ...(await ending(system, union)), employment: 'ended' }
    const { event } = granted(await system.ask(street, 'registry', 'dissolveUnion', dissolving))
    await clock()
    await confirm(event)
    await clock()
    granted(await system.ask(as, 'membership', 'objectToEvent', { event, sentence: '我在社区上班' }))
    await afterObjections()
    expect(await member(worker)).toMatchObject({ union: upper, state: 'retained', reason: 'unit-closed' })
    const task = taskId('event-objection', `${event}:${objector}`)
    const settle = (verdict: object) =>
      system.ask(street, 'membership', 'settleObjection', { union: upper, task, verdict })
    expect(codeOf(await settle({ kind: 'keep' }))).toBe('UNION_NOT_ACTIVE')
    granted(await settle({ kind: 'elsewhere', to: community }))
    expect(await member(objector)).toMatchObject({ union: community, state: 'active', reason: 'union-dissolved' })
  })

  test('R08: whoever says where they live is kept on file there instead of above, until it has moved', async () => {
    const { union, unit } = await newUnion(system)
    const [as, silent] = [system.newcomer(), system.newcomer()]
    const worker = await newMember(system, { union, unit, situation: employed(unit), as })
    const other = await newMember(system, { union, unit, situation: employed(unit), as: silent })
    const dissolving = { ...(await ending(system, union)), employment: 'ended' }
    const { event } = granted(await system.ask(street, 'registry', 'dissolveUnion', dissolving))
    await clock()
    await confirm(event)
    await clock()
    expect(granted(await system.ask(as, 'membership', 'myEvents', {})).events[0]).toMatchObject({ mayTellHome: true })
    const home = { event, region: stage.community }
    expect(codeOf(await system.ask(as, 'membership', 'tellHome', { ...home, region: 'nowhere' }))).toBe(
      'REGION_UNKNOWN',
    )
    const { to } = granted(await system.ask(as, 'membership', 'tellHome', home))
    await afterObjections()
    const kept = await member(worker)
    expect(kept).toMatchObject({ state: 'retained', reason: 'unit-closed' })
    expect((await system.runtime.store.get(unions, kept?.union ?? ''))?.name).toBe(to)
    expect(kept?.union).not.toBe(upper)
    expect(await member(other)).toMatchObject({ union: upper, state: 'retained' })
    expect(codeOf(await system.ask(as, 'membership', 'tellHome', home))).toBe('EVENT_CHANGED')
  })

  test('one that leads others, or is not directly below, or has no papers, does not end', async () => {
    const input = { ...(await ending(system, castUnions.factory.id)), employment: 'goes-on' }
    const dissolve = (change: object, as = street) =>
      system.ask(as, 'registry', 'dissolveUnion', { ...input, ...change })
    expect(codeOf(await dissolve({ papers: [] }))).toBe('DOCUMENT_MISSING')
    expect(codeOf(await dissolve({ ending: castUnions.battery.id }))).toBe('NOT_FOUND')
    const district = { union: castUnions.shinan.id, ending: upper }
    const papers = await papersOf(system, ['resolution', 'reply'], 'demo-city', castUnions.shinan.id)
    expect(codeOf(await dissolve({ ...district, papers }, 'demo-city'))).toBe('UNION_LEADS_OTHERS')
    const merging = { union: upper, ending: castUnions.factory.id, reason: '合并', papers: input.papers }
    const into = (successor: UnionId) => system.ask(street, 'registry', 'mergeUnion', { ...merging, successor })
    expect(codeOf(await into(castUnions.factory.id))).toBe('SUCCESSOR_INVALID')
  })

  test('whoever left meanwhile has nothing to object to any more', async () => {
    const { union, unit } = await newUnion(system)
    const as = system.newcomer()
    const person = await newMember(system, { union, unit, situation: employed(unit), as })
    const chair = await inOffice(system, union, 'chair')
    const merging = { ...(await ending(system, union)), successor: castUnions.factory.id }
    const { event } = granted(await system.ask(street, 'registry', 'mergeUnion', merging))
    await clock()
    await confirm(event, castUnions.factory.id, 'demo-factory-chair')
    await clock()
    const mayObject = async () => granted(await system.ask(as, 'membership', 'myEvents', {})).events[0]?.mayObject
    expect(await mayObject()).toBe(true)
    const leave = { union, person, change: { kind: 'leave', on: '2026-11-18' } }
    granted(await system.ask(chair.as, 'membership', 'changeMembership', leave))
    expect(await mayObject()).toBe(false)
    const objection = { event, sentence: '我不去那边' }
    expect(codeOf(await system.ask(as, 'membership', 'objectToEvent', objection))).toBe('EVENT_CHANGED')
  })

  test('who comes to it in the last moment is told and moved as well', async () => {
    const { union, unit } = await newUnion(system)
    const first = await newMember(system, { union, unit, situation: employed(unit) })
    const merging = { ...(await ending(system, union)), successor: castUnions.factory.id }
    const { event } = granted(await system.ask(street, 'registry', 'mergeUnion', merging))
    await clock()
    await confirm(event, castUnions.factory.id, 'demo-factory-chair')
    const late = await newMember(system, { union, unit, situation: employed(unit) })
    await afterObjections()
    expect(await member(first)).toMatchObject({ union: castUnions.factory.id })
    expect(await member(late)).toMatchObject({ union })
    system.travel(isoTime(start + 30 * dayMs))
    await clock()
    expect(await member(late)).toMatchObject({ union: castUnions.factory.id })
    expect(await system.runtime.store.get(eventItems, `${event}:${late}`)).toMatchObject({ state: 'moved' })
  })
})
