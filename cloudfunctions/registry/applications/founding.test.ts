import { memberships } from '../../_kernel/records/memberships'
import { unions, units } from '../../_kernel/records/registry'
import { unionEvents } from '../../_kernel/records/union-events'
import { street, upper } from '../../membership/events/events.fixture'
import { castUnions, stage } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import {
  approvedFounding,
  foundingBody,
  foundingPapers,
  invited,
  newChair,
  sentFounding,
  three,
  approve,
  historyOf,
  pageOf,
  start,
} from './applications.fixture'

const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const noticesOf = async (as: string) =>
  granted(await system.ask(as, 'session', 'me', {})).notices.map(({ text }) => text)

describe('申请建会', () => {
  test('the approval makes the union, its three committees, the chair’s code and the event; the number is told to both', async () => {
    const { application, as, code, unit } = await sentFounding(system)
    const seen = granted(await system.ask(street, 'registry', 'unionApplication', { union: upper, application }))
    expect(seen).toMatchObject({ side: 'decides', state: 'submitted', unit: { unit }, body: { elected: three } })
    const { union, reply, event, grants } = granted(await approve(system, application))
    expect(reply).toMatchObject({ unionName: castUnions.street.name, year: 2026, on: '2026-11-18' })
    expect(grants).toMatchObject([{ name: '林小满' }])
    expect(await system.runtime.store.get(unions, union)).toMatchObject({
      parent: upper,
      hostUnit: unit,
      region: stage.community,
    })
    expect(await system.runtime.store.get(units, unit)).toMatchObject({ union })
    expect(await system.runtime.store.get(unionEvents, event ?? '')).toMatchObject({ kind: 'founded', union })
    expect((await pageOf(system, union)).committees).toMatchObject([
      { kind: 'audit', seats: 3, chair: '周大雪', until: '2031-11-16' },
      { kind: 'committee', chair: '林小满' },
      { kind: 'women', chair: '吴谷雨' },
    ])
    expect(granted(await system.ask(as, 'registry', 'foundingOffer', { code })).application).toMatchObject({
      state: 'approved',
      reply: { serial: reply.serial },
    })
    expect((await noticesOf(as))[0]).toMatch(/批复同意/)
    expect((await historyOf(system, union)).find(({ what }) => what.kind === 'founded')).toMatchObject({
      who: { unionName: castUnions.street.name },
    })
    const chair = system.newcomer()
    await system.verifyPhone(chair, newChair.mobile)
    granted(await system.ask(chair, 'registry', 'takeOffice', { code: grants[0]?.code }))
    expect(await pageOf(system, union, chair)).toMatchObject({
      chair: { name: '林小满' },
      may: { apply: true, note: false },
    })
    expect(codeOf(await approve(system, application))).toBe('APPLICATION_CHANGED')
  })

  test('its first members are entered by the letter that they signed, each once', async () => {
    const { application, union } = await approvedFounding(system)
    const enter = (at: number) => system.ask(street, 'membership', 'enterFounder', { union: upper, application, at })
    granted(await enter(0))
    granted(await enter(1))
    expect(codeOf(await enter(0))).toBe('ALREADY_MEMBER')
    expect(codeOf(await enter(2))).toBe('NOT_FOUND')
    const { documents } = await system.runtime.store.find(memberships, { index: 'byUnion', equals: { union } })
    expect(documents).toMatchObject([{ state: 'active' }, { state: 'active' }])
    const { rows } = granted(await system.ask(street, 'membership', 'letters', { union: upper }))
    expect(rows.length).toBeGreaterThan(0)
  })

  test('a returned one is mended and sent again, under the same code', async () => {
    const { application, as, code } = await sentFounding(system)
    const back = { union: upper, application, reason: '决议上没有签名' }
    granted(await system.ask(street, 'registry', 'returnUnionApplication', back))
    expect(granted(await system.ask(as, 'registry', 'foundingOffer', { code })).application).toMatchObject({
      state: 'returned',
      returned: { reason: '决议上没有签名' },
    })
    expect(codeOf(await approve(system, application))).toBe('APPLICATION_CHANGED')
    const papers = await foundingPapers(system, as, code)
    granted(await system.ask(as, 'registry', 'applyFounding', { code, body: foundingBody(), papers }))
    expect(granted(await approve(system, application)).union).toEqual(expect.any(String))
  })

  test('a code is worth nothing to a second person, and nothing to anybody after sixty days', async () => {
    const { code } = await sentFounding(system)
    expect(codeOf(await system.ask(system.newcomer(), 'registry', 'foundingOffer', { code }))).toBe(
      'FOUNDING_OFFER_GONE',
    )
    const other = await invited(system)
    system.travel(isoTime(start + 61 * dayMs))
    expect(codeOf(await system.ask(other.as, 'registry', 'foundingOffer', { code: other.code }))).toBe(
      'FOUNDING_OFFER_GONE',
    )
  })

  test('a unit has one open at a time, whoever was invited', async () => {
    const { unit } = await sentFounding(system)
    const other = await invited(system, unit)
    const papers = await foundingPapers(system, other.as, other.code)
    const sent = await system.ask(other.as, 'registry', 'applyFounding', {
      code: other.code,
      body: foundingBody(),
      papers,
    })
    expect(codeOf(sent)).toBe('UNION_APPLICATION_OPEN')
  })

  test.each([
    ['a committee is missing', { elected: three.slice(0, 2) }, 'COMMITTEE_MISSING'],
    ['nobody was elected chair', { posts: [] }, 'CHAIR_MISSING'],
    ['the term is four years', { termYears: 4 }, 'TERM_YEARS_INVALID'],
    ['the congress meets tomorrow', { heldOn: '2026-11-19' }, 'DAY_INVALID'],
    ['a phone number is wrong', { posts: [{ ...newChair, mobile: '1542' }] }, 'MOBILE_INVALID'],
    ['two people have one phone', { posts: [newChair, { ...newChair, role: 'deputy' }] }, 'MOBILE_INVALID'],
    ['the letter does not speak of numbers', { sensitiveAgreed: false }, 'CONSENT_MISSING'],
  ])('it is refused where %s', async (_, change, expected) => {
    const { as, code } = await invited(system)
    const papers = await foundingPapers(system, as, code)
    const sent = await system.ask(as, 'registry', 'applyFounding', { code, body: foundingBody(change), papers })
    expect(codeOf(sent)).toBe(expected)
  })

  test('it is refused without the letter of those whom it enters', async () => {
    const { as, code } = await invited(system)
    const papers = await foundingPapers(system, as, code, ['report', 'resolution'])
    const apply = (change: object) =>
      system.ask(as, 'registry', 'applyFounding', { code, body: foundingBody(change), papers })
    expect(codeOf(await apply({}))).toBe('DOCUMENT_MISSING')
    expect(codeOf(await apply({ founders: [] }))).toBe('OK')
  })

  test('two approvals at once make one union', async () => {
    const { application, unit } = await sentFounding(system)
    const codes = (await Promise.all([approve(system, application), approve(system, application)])).map(codeOf)
    expect(codes.sort()).toEqual(['APPLICATION_CHANGED', 'OK'])
    const union = (await system.runtime.store.get(units, unit))?.union
    expect(union).toBeDefined()
  })
})
