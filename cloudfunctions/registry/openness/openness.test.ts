import { castUnions } from '../../../local/demo/personas'
import {
  accounts,
  activity,
  heldToday,
  howManySignedUp,
  notice,
  published,
  signedUpFor,
} from '../../../tests/faults/of-openness'
import { inOffice } from '../../../tests/faults/ready'
import { joinedMember, paper } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { isoTime } from '../../../shared/core/time'
import { figuresState } from '../../clock/figures/state'
import { countWhole } from '../../membership/figures/count-union'
import { writeCounts } from '../../membership/figures/tree'
import { unions } from '../../_kernel/records/registry'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 24 * 60 * 60 * 1000
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const read = (as: string | undefined, publication: string) => system.ask(as, 'registry', 'publication', { publication })
const listed = async (as: string | undefined, at = union) =>
  granted(await system.ask(as, 'registry', 'publications', { union: at })).rows.map((row) => row.publication)

describe('会务公开', () => {
  test('a union’s accounts are for its members and for those who publish; a notice is for everybody', async () => {
    const [forMembers, forAll] = [await published(system, accounts), await published(system, notice)]
    const { as } = await joinedMember(system)
    for (const reader of [as, chair]) expect(await listed(reader)).toEqual(expect.arrayContaining([forMembers, forAll]))
    for (const stranger of [undefined, system.newcomer(), 'demo-newform-chair']) {
      expect(await listed(stranger)).not.toContain(forMembers)
      expect(await listed(stranger)).toContain(forAll)
      expect(codeOf(await read(stranger, forMembers))).toBe('NOT_FOUND')
      expect(granted(await read(stranger, forAll)).title).toBe(notice.title)
    }
  })

  test('what the union above publishes for members is for the members below', async () => {
    const above = await published(system, accounts, { as: 'demo-street', at: castUnions.street.id })
    const { as } = await joinedMember(system)
    expect(await listed(as, castUnions.street.id)).toContain(above)
    const { rows } = granted(await system.ask(as, 'registry', 'myNews', {}))
    expect(rows).toContainEqual(expect.objectContaining({ publication: above, unionName: castUnions.street.name }))
  })

  test('a change is a new version; how it read stays to be read', async () => {
    const publication = await published(system, notice)
    const change = { union, publication, facts: { ...notice, text: '改到八月。' } }
    expect(granted(await system.ask(chair, 'registry', 'changePublication', { ...change, seen: 1 })).version).toBe(2)
    const now = granted(await read(undefined, publication))
    expect(now).toMatchObject({ text: '改到八月。', version: 2, versions: [{ version: 1 }, { version: 2 }] })
    const before = await system.ask(undefined, 'registry', 'publicationVersion', { publication, version: 1 })
    expect(granted(before).text).toBe(notice.text)
    expect(codeOf(await system.ask(chair, 'registry', 'changePublication', { ...change, seen: 1 }))).toBe(
      'PUBLICATION_CHANGED',
    )
  })

  test('opening to everybody what was for members opens no earlier version', async () => {
    const publication = await published(system, accounts)
    const facts = { ...accounts, audience: 'everybody', text: '只留合计。' }
    granted(await system.ask(chair, 'registry', 'changePublication', { union, publication, seen: 1, facts }))
    expect(codeOf(await read(undefined, publication))).toBe('OK')
    const earlier = (as: string | undefined) =>
      system.ask(as, 'registry', 'publicationVersion', { publication, version: 1 })
    expect(codeOf(await earlier(undefined))).toBe('NOT_FOUND')
    expect(codeOf(await earlier((await joinedMember(system)).as))).toBe('OK')
  })

  test('what was withdrawn is read by those who publish, with the reason, and is changed no more', async () => {
    const publication = await published(system, notice)
    const withdraw = { union, publication, reason: '数字有误' }
    granted(await system.ask(chair, 'registry', 'withdrawPublication', withdraw))
    expect(codeOf(await read((await joinedMember(system)).as, publication))).toBe('NOT_FOUND')
    expect(granted(await read(chair, publication)).withdrawn?.reason).toBe('数字有误')
    const change = { union, publication, seen: 1, facts: notice }
    for (const [procedure, input] of [
      ['withdrawPublication', withdraw],
      ['changePublication', change],
    ] as const)
      expect(codeOf(await system.ask(chair, 'registry', procedure, input))).toBe('PUBLICATION_WITHDRAWN')
  })

  test('a picture goes with its publication, and another’s file is none', async () => {
    const put = async (as: string) =>
      granted(await system.ask(as, 'registry', 'putPicture', { union, picture: paper })).picture
    const picture = await put(chair)
    const publication = await published(system, { ...accounts, pictures: [picture] })
    const shown = (as: string | undefined) => system.ask(as, 'registry', 'publicationPicture', { publication, picture })
    expect(granted(await shown(chair)).picture).toMatch(/^data:image\/png;base64,/)
    expect(codeOf(await shown(undefined))).toBe('NOT_FOUND')
    const { as: clerk } = await inOffice(system, union, 'clerk')
    for (const pictures of [[picture], [await put(clerk)]])
      expect(codeOf(await system.ask(chair, 'registry', 'publish', { union, facts: { ...notice, pictures } }))).toBe(
        'DOCUMENT_MISSING',
      )
  })

  test('an examiner does not publish', async () => {
    const { as } = await inOffice(system, union, 'examiner')
    expect(codeOf(await system.ask(as, 'registry', 'publish', { union, facts: notice }))).toBe('NOT_ALLOWED')
  })
})

describe('活动报名', () => {
  test('one tap takes a place, a second one changes nothing, and it is given back', async () => {
    const { as, publication } = await signedUpFor(system)
    granted(await system.ask(as, 'registry', 'signUp', { publication }))
    expect(granted(await read(as, publication)).activity).toMatchObject({ signedUp: 1, left: 4, mine: 'has' })
    granted(await system.ask(as, 'registry', 'giveBackPlace', { publication }))
    expect(granted(await read(as, publication)).activity).toMatchObject({ signedUp: 0, left: 5, mine: 'none' })
  })

  test('somebody whose membership is elsewhere has no place', async () => {
    const publication = await published(system, activity(system))
    expect(codeOf(await system.ask(system.newcomer(), 'registry', 'signUp', { publication }))).toBe('NOT_FOR_YOU')
  })

  test('nobody signs up after the last day, or gives a place back after the activity', async () => {
    const { as, publication } = await signedUpFor(system)
    const { as: late } = await joinedMember(system)
    system.travel(isoTime(start + 7 * dayMs))
    expect(codeOf(await system.ask(late, 'registry', 'signUp', { publication }))).toBe('SIGN_UP_OVER')
    system.travel(isoTime(start + 8 * dayMs))
    expect(codeOf(await system.ask(as, 'registry', 'giveBackPlace', { publication }))).toBe('SIGN_UP_OVER')
    expect(await howManySignedUp(system, publication)).toBe(1)
  })

  test('the last place goes once; what is given back is had by the next', async () => {
    const publication = await published(system, activity(system, 1))
    const [one, other] = [(await joinedMember(system)).as, (await joinedMember(system)).as]
    granted(await system.ask(one, 'registry', 'signUp', { publication }))
    expect(codeOf(await system.ask(other, 'registry', 'signUp', { publication }))).toBe('ACTIVITY_FULL')
    granted(await system.ask(one, 'registry', 'giveBackPlace', { publication }))
    expect(codeOf(await system.ask(other, 'registry', 'signUp', { publication }))).toBe('OK')
  })

  test('places are added and never taken away', async () => {
    const publication = await published(system, activity(system, 3))
    const to = (places: number, seen: number) =>
      system.ask(chair, 'registry', 'changePublication', { union, publication, seen, facts: activity(system, places) })
    expect(codeOf(await to(2, 1))).toBe('PLACES_FEWER')
    expect(codeOf(await to(4, 1))).toBe('OK')
  })

  /** The worksheet has a row for a union that the clock counted. */
  async function countedByTheClock() {
    const { store, now } = system.runtime
    const [record, state] = await Promise.all([store.get(unions, union), figuresState(store, now())])
    if (record !== undefined) await writeCounts([await countWhole(record, state.open, { store, now: now() })], store)
  }

  test('who came is ticked from the day on; how many came is a number, and is what the subsidy reads', async () => {
    const { publication, person, worker } = await heldToday(system)
    const held = async () => {
      const { rows } = granted(
        await system.ask('demo-street', 'membership', 'subsidies', { union: castUnions.street.id }),
      )
      return rows.find((row) => row.union === union)?.activities
    }
    await countedByTheClock()
    const before = (await held()) ?? Number.NaN
    granted(await system.ask(chair, 'registry', 'tickPresence', { union, publication, person, present: true }))
    granted(await system.ask(chair, 'registry', 'countAttendance', { union, publication, attended: 12 }))
    const list = granted(await system.ask(chair, 'registry', 'signUps', { union, publication }))
    expect(list).toMatchObject({ signedUp: 1, present: 1, attended: 12, rows: [{ name: worker.name, present: true }] })
    expect(await held()).toBe(before + 1)
    const facts = { ...activity(system), activity: { ...activity(system).activity, day: '2027-10-01' } }
    const moved = await system.ask(chair, 'registry', 'changePublication', { union, publication, seen: 1, facts })
    expect(codeOf(moved)).toBe('FIELD_INVALID')
    granted(await system.ask(chair, 'registry', 'withdrawPublication', { union, publication, reason: '登记错了' }))
    expect(await held()).toBe(before)
  })

  test('nothing is counted before the day', async () => {
    const { publication, person } = await signedUpFor(system)
    for (const [procedure, input] of [
      ['tickPresence', { person, present: true }],
      ['countAttendance', { attended: 1 }],
    ] as const)
      expect(codeOf(await system.ask(chair, 'registry', procedure, { union, publication, ...input }))).toBe(
        'ACTIVITY_NOT_YET',
      )
  })
})
