import { committees } from '../../_kernel/records/union-registry'
import { memberships } from '../../_kernel/records/memberships'
import { coverages, officers, unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { tasks } from '../../_kernel/records/tasks'
import { unionApplications } from '../../_kernel/records/union-applications'
import { auditEntries } from '../../_kernel/records/upkeep'
import { taskId } from '../../_kernel/tasks'
import { forgetUnionApplications } from '../../clock/retention/union-applications'
import { FileId, UnionId, UnitId } from '../../../shared/core/ids'
import { unionEvents } from '../../_kernel/records/union-events'
import { unfounded } from '../../_kernel/records/unfounded'
import { unitRenamings } from '../../_kernel/records/unit-renamings'
import { png } from '../../_kernel/files/pictures.fixture'
import { remindTerms } from '../../clock/terms'
import { carryOnRenamings } from '../../membership/units/rename'
import { noticeFoundings } from '../../membership/events/notice-foundings'
import { employed, newMember, newUnit, papersOf, street, upper } from '../../membership/events/events.fixture'
import { castUnions, stage } from '../../../local/demo/personas'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { memberAt } from '../../../tests/faults/of-units'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import {
  approvedFounding,
  factory,
  factoryChair,
  foundingBody,
  foundingPapers,
  invited,
  newChair,
  reElection,
  sentFounding,
  sentUp,
  three,
} from './applications.fixture'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const ask = (as: string, procedure: string, input: object) =>
  system.ask(as, 'registry', procedure as never, input) as ReturnType<TestSystem['ask']>
const page = async (union: string, as = street) => granted(await system.ask(as, 'registry', 'registryPage', { union }))
const history = async (union: string, as = street) =>
  granted(await system.ask(as, 'registry', 'registryHistory', { union })).rows
const approve = (application: string) =>
  system.ask(street, 'registry', 'approveUnionApplication', { union: upper, application })
const noticesOf = async (as: string) =>
  granted(await system.ask(as, 'session', 'me', {})).notices.map(({ text }) => text)

describe('申请建会', () => {
  test('the approval makes the union, its three committees, the chair’s code and the event; the number is told to both', async () => {
    const { application, as, code, unit } = await sentFounding(system)
    const seen = granted(await system.ask(street, 'registry', 'unionApplication', { union: upper, application }))
    expect(seen).toMatchObject({ side: 'decides', state: 'submitted', unit: { unit }, body: { elected: three } })
    const { union, reply, event, grants } = granted(await approve(application))
    expect(reply).toMatchObject({ unionName: castUnions.street.name, year: 2026, on: '2026-11-18' })
    expect(grants).toMatchObject([{ name: '林小满' }])
    expect(await system.runtime.store.get(unions, union)).toMatchObject({
      parent: upper,
      hostUnit: unit,
      region: stage.community,
    })
    expect(await system.runtime.store.get(units, unit)).toMatchObject({ union })
    expect(await system.runtime.store.get(unionEvents, event ?? '')).toMatchObject({ kind: 'founded', union })
    expect((await page(union)).committees).toMatchObject([
      { kind: 'audit', seats: 3, chair: '周大雪', until: '2031-11-16' },
      { kind: 'committee', chair: '林小满' },
      { kind: 'women', chair: '吴谷雨' },
    ])
    expect(granted(await system.ask(as, 'registry', 'foundingOffer', { code })).application).toMatchObject({
      state: 'approved',
      reply: { serial: reply.serial },
    })
    expect((await noticesOf(as))[0]).toMatch(/批复同意/)
    expect((await history(union)).find(({ what }) => what.kind === 'founded')).toMatchObject({
      who: { unionName: castUnions.street.name },
    })
    const chair = system.newcomer()
    await system.verifyPhone(chair, newChair.mobile)
    granted(await system.ask(chair, 'registry', 'takeOffice', { code: grants[0]?.code }))
    expect(await page(union, chair)).toMatchObject({ chair: { name: '林小满' }, may: { apply: true, note: false } })
    expect(codeOf(await approve(application))).toBe('APPLICATION_CHANGED')
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
    expect(codeOf(await approve(application))).toBe('APPLICATION_CHANGED')
    const papers = await foundingPapers(system, as, code)
    granted(await system.ask(as, 'registry', 'applyFounding', { code, body: foundingBody(), papers }))
    expect(granted(await approve(application)).union).toEqual(expect.any(String))
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
    const codes = (await Promise.all([approve(application), approve(application)])).map(codeOf)
    expect(codes.sort()).toEqual(['APPLICATION_CHANGED', 'OK'])
    const union = (await system.runtime.store.get(units, unit))?.union
    expect(union).toBeDefined()
  })
})

describe('换届、补选、撤销', () => {
  test('a chair who is elected again goes on in the new term without a code; a deputy who is not leaves', async () => {
    const { union } = await approvedFounding(system)
    const [chair, deputy] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'deputy')]
    await system.verifyPhone(chair.as, '15420771301')
    const body = { ...reElection, posts: [{ ...newChair, mobile: '15420771301' }] }
    const application = await sentUp(system, { as: chair.as, union, body })
    const { grants } = granted(await approve(application))
    expect(grants).toEqual([])
    expect((await system.runtime.store.get(officers, chair.officer))?.until).toBe('2029-11-16T16:00:00.000Z')
    expect((await system.runtime.store.get(officers, deputy.officer))?.until).toBe(system.runtime.now())
    expect((await system.runtime.store.get(committees, `${union}:committee`))?.until).toBe('2029-11-16')
  })

  test('a chair who is voted out stays until the next one takes the code', async () => {
    const { union } = await approvedFounding(system)
    const chair = await inOffice(system, union, 'chair')
    const application = await sentUp(system, { as: chair.as, union })
    const { grants } = granted(await approve(application))
    expect((await system.runtime.store.get(officers, chair.officer))?.until).not.toBe(system.runtime.now())
    const next = system.newcomer()
    await system.verifyPhone(next, newChair.mobile)
    granted(await system.ask(next, 'registry', 'takeOffice', { code: grants[0]?.code }))
    expect((await system.runtime.store.get(officers, chair.officer))?.until).toBe(system.runtime.now())
  })

  test.each([
    ['re-election', 'deputy', { posts: [{ ...newChair, mobile: '15420771302' }] }],
    ['by-election', 'deputy', { kind: 'by-election', posts: [{ ...newChair, mobile: '15420771302' }] }],
    ['re-election', 'organiser', { posts: [{ ...newChair, mobile: '15420771302' }] }],
  ] as const)('a %s that makes the %s chair leaves one chair, and no code', async (_, role, change) => {
    const { union } = await approvedFounding(system)
    const [before, next] = [await inOffice(system, union, 'chair'), await inOffice(system, union, role)]
    await system.verifyPhone(next.as, '15420771302')
    const { termYears: __, ...byElection } = { ...reElection, ...change }
    const body = 'kind' in change ? byElection : { ...reElection, ...change }
    const { grants } = granted(await approve(await sentUp(system, { as: before.as, union, body })))
    expect(grants).toEqual([])
    expect((await system.runtime.store.get(officers, before.officer))?.until).toBe(system.runtime.now())
    expect((await system.runtime.store.get(officers, next.officer))?.role).toBe('chair')
    expect((await page(union)).chair?.name).toBeDefined()
  })

  test('a by-election keeps the term that runs', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const elected = [{ kind: 'audit', seats: 5, chair: '郑立冬' }]
    const body = { kind: 'by-election', heldOn: '2026-11-17', elected, posts: [], relatives: false }
    granted(await approve(await sentUp(system, { as, union, body })))
    expect((await page(union)).committees.find(({ kind }) => kind === 'audit')).toMatchObject({
      seats: 5,
      chair: '郑立冬',
      electedOn: '2026-11-17',
      until: '2031-11-16',
    })
    expect((await history(union)).find(({ person }) => person === '郑立冬')).toMatchObject({
      what: { committee: 'audit', reply: { year: 2026 } },
    })
  })

  test.each([
    ['the last day of the term, to that day', '2026-11-18', 'OK'],
    ['the day after it, not at all', '2026-11-17', 'DAY_INVALID'],
  ])('a by-election is held on %s', async (_, until, code) => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const body = { kind: 'by-election', heldOn: '2026-11-17', elected: three.slice(1, 2), posts: [], relatives: false }
    const sent = await sentUp(system, { as, union, body })
    await endTerm(union, until)
    const approved = await approve(sent)
    expect(codeOf(approved)).toBe(code)
    if (code === 'DAY_INVALID') {
      const back = { union: upper, application: sent, reason: '请申请换届' }
      granted(await system.ask(street, 'registry', 'returnUnionApplication', back))
      const papers = await papersOf(system, ['report', 'resolution'], as, union)
      const again = await system.ask(as, 'registry', 'applyToUpper', { union, body, papers })
      expect([approved, again]).toMatchObject([
        { message: '本届任期已满，请申请换届。' },
        { code, fields: { 'body.heldOn': '本届任期已满，请申请换届。' } },
      ])
    } else expect((await system.runtime.store.get(committees, `${union}:audit`))?.until).toBe(until)
    for (const kind of ['committee', 'audit']) await endTerm(union, '2031-11-16', kind)
  })

  /** The term of a committee that is on record ends on this day. */
  async function endTerm(union: UnionId, until: string, kind = 'committee'): Promise<void> {
    await system.runtime.store.transact(async (tx) => {
      const committee = await tx.get(committees, `${union}:${kind}`)
      if (committee === undefined) throw new Error('a founding without its committee')
      await tx.put(committees, { ...committee, until: IsoDate.parse(until) })
    })
  }

  test('a by-election names one chair at most', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const posts = [newChair, { ...newChair, name: '周大雪', mobile: '15420771303' }]
    const papers = await papersOf(system, ['report', 'resolution'], as, union)
    const { termYears: _, ...election } = reElection
    const body = { ...election, kind: 'by-election', posts }
    expect(codeOf(await system.ask(as, 'registry', 'applyToUpper', { union, body, papers }))).toBe('CHAIR_MISSING')
  })

  test('a dissolution ends the union and begins its event', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const body = { kind: 'dissolution', heldOn: '2026-11-17', employment: 'goes-on', reason: '企业搬走' }
    const application = await sentUp(system, { as, union, body })
    await reported(union)
    const { event } = granted(await approve(application))
    expect(await system.runtime.store.get(reports, `${union}:2026-07`)).toBeUndefined()
    expect(await system.runtime.store.get(unions, union)).toMatchObject({ status: 'dissolved' })
    expect(await system.runtime.store.get(unionEvents, event ?? '')).toMatchObject({
      kind: 'dissolved',
      state: 'proposed',
    })
  })

  /** A report of this period that was found in order. */
  async function reported(union: UnionId): Promise<void> {
    const numbers = { unions: 1, members: 2, retained: 0, women: 1, staff: 12 }
    const one = { union, parent: upper, period: '2026-07', state: 'checked', numbers } as const
    const report = { ...one, _id: `${union}:2026-07`, below: 0, checkedBelow: 0, revision: 2, steps: [] }
    await system.runtime.store.transact((tx) => tx.insert(reports, report))
  }

  test('whoever led only unions that have ended leads nobody', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const { store } = system.runtime
    const like = await store.get(unions, union)
    if (like === undefined) throw new Error('a founding without its union')
    const below = UnionId.parse(`${union}-ended`)
    await store.transact((tx) =>
      tx.insert(unions, { ...like, _id: below, parent: union, line: [below, ...like.line], status: 'dissolved' }),
    )
    const { offices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(offices.find((office) => office.union === union)?.leads).toBe(false)
    expect((await page(union)).below).toBe(false)
    const { unions: rows } = await listed(undefined)
    expect(rows.find((row) => row.union === union)?.leads).toBe(false)
  })

  /** 下级工会 of the street, all its pages. */
  async function listed(cursor: string | undefined): Promise<{ unions: readonly { union: string; leads: boolean }[] }> {
    const asked = { union: upper, ...(cursor === undefined ? {} : { cursor }) }
    const here = granted(await system.ask(street, 'registry', 'unionsBelow', asked))
    return here.cursor === undefined ? here : { unions: [...here.unions, ...(await listed(here.cursor)).unions] }
  }

  test('numbers of replies go up one by one', async () => {
    const [one, other] = [await approvedFounding(system), await approvedFounding(system)]
    expect(other.reply.serial).toBe(one.reply.serial + 1)
  })

  test('whoever is neither asked nor asking sees nothing of it', async () => {
    const { application } = await sentFounding(system)
    for (const [as, union] of [
      [factoryChair, factory],
      ['demo-city', castUnions.qingdao.id],
    ] as const)
      for (const procedure of ['unionApplication', 'approveUnionApplication'] as const)
        expect(codeOf(await system.ask(as, 'registry', procedure, { union, application }))).toBe('NOT_FOUND')
  })

  test('an application that nobody decides goes up, and the desk above may decide it', async () => {
    const { application } = await sentFounding(system)
    const [task] = (
      await system.runtime.store.find(tasks, {
        index: 'byKind',
        equals: { kind: 'union-application', state: 'open' },
        limit: 1000,
      })
    ).documents.filter(({ subject }) => subject.startsWith(application))
    const desk = castUnions.shinan
    if (task !== undefined)
      await system.runtime.store.transact((tx) => tx.put(tasks, { ...task, desk: desk.id, deskName: desk.name }))
    const { as } = await inOffice(system, desk.id, 'chair')
    const done = granted(await system.ask(as, 'registry', 'approveUnionApplication', { union: desk.id, application }))
    expect(await system.runtime.store.get(unions, done.union)).toMatchObject({ parent: upper })
    expect(done.reply.unionName).toBe(desk.name)
  })
})

describe('工会名录', () => {
  test('a field that is told leaves its history, and the same again leaves none', async () => {
    const { union } = await approvedFounding(system)
    const key = 'declaredMembers'
    for (const [at, value] of ['40', '40', '42'].entries()) {
      system.travel(isoTime(start + at * 1000))
      granted(await system.ask(street, 'registry', 'saveRegistryField', { union, key, value }))
    }
    expect((await page(union)).members).toEqual({ derived: 0, declared: 42 })
    const changes = (await history(union)).filter(({ what }) => what.kind === 'field')
    expect(changes.map(({ what }) => what)).toEqual([
      { kind: 'field', field: 'declaredMembers', before: '40', after: '42' },
      { kind: 'field', field: 'declaredMembers', after: '40' },
    ])
    expect(changes[0]?.who).toMatchObject({ unionName: castUnions.street.name, name: expect.any(String) })
  })

  test('of a union that has ended no field is told any more', async () => {
    const { union } = await approvedFounding(system)
    const { store } = system.runtime
    const before = await store.get(unions, union)
    if (before === undefined) throw new Error('a founding without its union')
    const ended: UnionRecord = { ...before, status: 'dissolved' }
    await store.transact((tx) => tx.put(unions, ended))
    const told = await system.ask(street, 'registry', 'saveRegistryField', {
      union,
      key: 'declaredMembers',
      value: '40',
    })
    expect(codeOf(told)).toBe('UNION_NOT_ACTIVE')
  })

  test('whoever only reads the roster sees the fields and changes none', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'examiner')
    expect((await page(union, as)).may.fill).toBe(false)
    const input = { union, key: 'fullTime', value: '2' }
    expect(codeOf(await system.ask(as, 'registry', 'saveRegistryField', input))).toBe('NOT_ALLOWED')
    const organiser = await inOffice(system, union, 'organiser')
    expect((await page(union, organiser.as)).may.fill).toBe(true)
    granted(await system.ask(organiser.as, 'registry', 'saveRegistryField', input))
  })

  test('the round and the registry are one place', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    granted(await system.ask(as, 'membership', 'saveUnionField', { union, key: 'address', value: '中山路 1 号' }))
    expect((await page(union)).fields.find(({ key }) => key === 'address')).toMatchObject({
      value: '中山路 1 号',
      source: 'told',
    })
    const told = (await history(union)).find(({ what }) => what.kind === 'field')
    expect(told).toMatchObject({ what: { field: 'address' }, who: { role: 'chair' } })
  })

  test.each([
    ['legalCode', '91350100M000100Y43'],
    ['legalCode', '81'],
    ['declaredMembers', '四十'],
  ])('%s is not %s', async (key, value) => {
    const input = { union: factory, key, value }
    expect(codeOf(await system.ask(factoryChair, 'registry', 'saveRegistryField', input))).toBe('FIELD_INVALID')
  })

  test('branches come, get another name and end', async () => {
    const { union } = await approvedFounding(system)
    const made = { union, kind: 'group', name: '一车间小组' }
    const { branch } = granted(await system.ask(street, 'registry', 'saveBranch', made))
    system.travel(isoTime(start + 1000))
    granted(await system.ask(street, 'registry', 'saveBranch', { ...made, branch, name: '焊接小组' }))
    expect((await page(union)).branches).toMatchObject([{ kind: 'group', name: '焊接小组' }])
    system.travel(isoTime(start + 2000))
    granted(await system.ask(street, 'registry', 'endBranch', { union, branch }))
    expect((await page(union)).branches).toEqual([])
    expect(codeOf(await system.ask(street, 'registry', 'endBranch', { union, branch }))).toBe('NOT_FOUND')
    expect((await history(union)).flatMap(({ what }) => (what.kind === 'branch' ? [what.act] : []))).toEqual([
      'ended',
      'renamed',
      'created',
    ])
    const foreign = { union: factory, branch }
    expect(codeOf(await system.ask(factoryChair, 'registry', 'endBranch', foreign))).toBe('NOT_FOUND')
  })

  test('both relations are told, and both can be walked a level at a time', async () => {
    const seen = await page(factory)
    expect(seen.line.map(({ union }) => union).at(-1)).toBe(castUnions.qingdao.id)
    expect(seen.territory[0]?.region).toBe(stage.qingdao)
    const line = granted(await system.ask('demo-city', 'registry', 'unionsInLine', { union: castUnions.qingdao.id }))
    expect(line.rows.map(({ union }) => union)).toContain(castUnions.shinan.id)
    const { qingdao } = castUnions
    const city = granted(await system.ask('demo-city', 'registry', 'unionsInPlace', { union: qingdao.id }))
    expect(city.places.map(({ region }) => region)).toContain(stage.shinan)
    const input = { union: qingdao.id, region: stage.street }
    const place = granted(await system.ask('demo-city', 'registry', 'unionsInPlace', input))
    expect(place.rows.map(({ union }) => union)).toContain(upper)
    const beyond = { union: upper, region: stage.changxing }
    expect(codeOf(await system.ask(street, 'registry', 'unionsInPlace', beyond))).toBe('NOT_FOUND')
  })

  test('only the union above notes the chair’s training and filing', async () => {
    const { union } = await approvedFounding(system)
    const { as, officer } = await inOffice(system, union, 'chair')
    const note = { union, officer, what: 'trained', on: '2026-11-18' }
    expect(codeOf(await ask(as, 'noteOfficer', note))).toBe('NOT_ALLOWED')
    granted(await system.ask(street, 'registry', 'noteOfficer', note))
    granted(await system.ask(street, 'registry', 'noteOfficer', { ...note, what: 'contract-filed' }))
    expect((await page(union)).chair).toMatchObject({ trainedOn: '2026-11-18', contractFiledOn: '2026-11-18' })
  })

  test('a committee that was elected earlier is entered; its term asks for an election before it ends', async () => {
    const { union } = await approvedFounding(system)
    const entered = { union, kind: 'committee', electedOn: '2024-01-10', termYears: 3, seats: 5, chair: '陈白露' }
    expect(granted(await system.ask(street, 'registry', 'saveCommittee', entered)).until).toBe('2027-01-10')
    expect(codeOf(await system.ask(street, 'registry', 'saveCommittee', { ...entered, termYears: 4 }))).toBe(
      'TERM_YEARS_INVALID',
    )
    expect((await page(union)).warnings).toContainEqual({
      kind: 'term-ending',
      on: '2027-01-10',
      source: '工会法',
      clause: '第十六条',
    })
    expect(await remindTerms(system.runtime)).toBe(1)
    expect(await system.runtime.store.get(tasks, `term-end:${union}.2027-01-10`)).toMatchObject({
      state: 'open',
      dueOn: '2027-01-10',
    })
    const { as } = await inOffice(system, union, 'chair')
    granted(await approve(await sentUp(system, { as, union })))
    expect(await system.runtime.store.get(tasks, `term-end:${union}.2027-01-10`)).toMatchObject({ state: 'done' })
  })
})

test('a union enters a committee that is not on record, and cannot put its next one in the place of another', async () => {
  const { union } = await approvedFounding(system)
  const { as } = await inOffice(system, union, 'chair')
  const enter = (by: string, kind: string) =>
    system.ask(by, 'registry', 'saveCommittee', {
      union,
      kind,
      electedOn: '2026-11-17',
      termYears: 5,
      seats: 5,
      chair: '陈白露',
    } as never)
  expect(codeOf(await enter(as, 'committee'))).toBe('COMMITTEE_ON_RECORD')
  expect(codeOf(await enter(as, 'labour-law'))).toBe('OK')
  expect(codeOf(await enter(street, 'committee'))).toBe('OK')
})

describe('应建未建', () => {
  const listed = async (why = 'nobody') =>
    granted(await system.ask(street, 'registry', 'unfoundedUnits', { union: upper, why }))
  /** Today’s walk, and another day’s. */
  async function walk(day: number) {
    system.travel(isoTime(start + day * dayMs))
    for (let run = 0; run < 3; run++) await noticeFoundings(system.runtime)
  }

  test('a unit that nobody organises is listed with its staff and its task, until it is founded or covered', async () => {
    const [unit, covered] = [await newUnit(system), await newUnit(system)]
    await newMember(system, { union: castUnions.community.id, unit, situation: employed(unit) })
    await walk(1)
    const row = (await listed()).rows.find((one) => one.unit === unit)
    expect(row).toMatchObject({ staff: 60, members: 1, task: { state: 'open' } })
    granted(await system.ask(street, 'registry', 'inviteFounding', { union: upper, unit }))
    const papers = await papersOf(system, ['report', 'reply'])
    const founding = { union: upper, name: '某某工会', foundedOn: '2026-11-10', reason: '应建尽建', papers }
    granted(
      await system.ask(street, 'registry', 'foundUnion', {
        ...founding,
        body: { kind: 'alone', type: 'enterprise', unit },
      }),
    )
    expect((await listed()).rows.map((one) => one.unit)).not.toContain(unit)
    expect((await listed()).rows.map((one) => one.unit)).toContain(covered)
    await walk(2)
    const kept = await system.runtime.store.find(unfounded, { index: 'byUnit', equals: { unit } })
    expect(kept.documents).toEqual([])
  })

  test('a covered unit that has grown is listed by itself', async () => {
    const unit = await newUnit(system, { coveredBy: [castUnions.newForm.id] })
    for (let one = 0; one < 25; one++)
      await newMember(system, { union: castUnions.newForm.id, unit, situation: employed(unit) })
    await walk(3)
    expect((await listed('large-enough')).rows).toMatchObject([{ unit, members: 25 }])
    expect((await listed()).rows.map((one) => one.unit)).not.toContain(unit)
  })
})

test('a picture that is none is refused, and a paper is seen by both sides', async () => {
  const { as, code } = await invited(system)
  const bad = { code, picture: Buffer.from('no picture').toString('base64') }
  expect(codeOf(await system.ask(as, 'registry', 'putFoundingPaper', bad))).toBe('DOCUMENT_INVALID')
  const { union } = await approvedFounding(system)
  const chair = await inOffice(system, union, 'chair')
  const application = await sentUp(system, { as: chair.as, union })
  const { rows } = granted(await system.ask(chair.as, 'registry', 'unionApplications', { union, show: 'sent' }))
  expect(rows.map((row) => row.application)).toContain(application)
  const { papers } = granted(await system.ask(chair.as, 'registry', 'unionApplication', { union, application }))
  for (const [who, at] of [
    [chair.as, union],
    [street, upper],
  ] as const) {
    const input = { union: at, application, file: papers[0]?.file }
    expect(granted(await system.ask(who, 'registry', 'unionApplicationPaper', input)).picture).toContain(
      png.toString('base64').slice(0, 20),
    )
  }
})

describe('保存期限', () => {
  const monthsLater = (months: number) => isoTime(Date.UTC(2026, 10 + months, 19, 2))

  test('a returned application that nobody mends goes after six months, with its papers; nothing of it is left but that it went', async () => {
    const { application, as } = await sentFounding(system)
    const back = { union: upper, application, reason: '决议上没有签名' }
    granted(await system.ask(street, 'registry', 'returnUnionApplication', back))
    const { store, files } = system.runtime
    const file = (await store.get(unionApplications, application))?.papers[0]?.file ?? ''
    expect(granted(await system.ask(as, 'membership', 'aboutMe', {})).unionApplications).toMatchObject([
      { kind: 'founding', state: 'returned', upperName: castUnions.street.name },
    ])
    system.travel(monthsLater(5))
    await forgetUnionApplications(system.runtime)
    expect(await store.get(unionApplications, application)).toBeDefined()
    system.travel(monthsLater(6))
    await forgetUnionApplications(system.runtime)
    expect(await store.get(unionApplications, application)).toBeUndefined()
    expect(await files.get(FileId.parse(file))).toBeUndefined()
    const trail = await store.find(auditEntries, { index: 'bySubject', equals: { subject: application } })
    expect(trail.documents.map(({ action }) => action)).toContain('union-application.forget')
  })

  test('an approved one forgets numbers and phones, and keeps who was elected and the reply', async () => {
    const { application } = await approvedFounding(system)
    system.travel(monthsLater(6))
    await forgetUnionApplications(system.runtime)
    const seen = granted(await system.ask(street, 'registry', 'unionApplication', { union: upper, application }))
    expect(seen).toMatchObject({ state: 'approved', body: { founders: [], elected: three, posts: [{ mobile: '' }] } })
    const enter = await system.ask(street, 'membership', 'enterFounder', { union: upper, application, at: 0 })
    expect(codeOf(enter)).toBe('NOT_FOUND')
  })

  test('a founding that came back goes with its sender’s consent, one that waits stays with the unit', async () => {
    const [back, waiting] = [await sentFounding(system), await sentFounding(system)]
    const reason = '决议上没有签名'
    const input = { union: upper, application: back.application, reason }
    granted(await system.ask(street, 'registry', 'returnUnionApplication', input))
    for (const { as } of [back, waiting]) granted(await system.ask(as, 'membership', 'withdrawConsent', {}))
    const { store } = system.runtime
    expect(await store.get(unionApplications, back.application)).toBeUndefined()
    expect(await store.get(unionApplications, waiting.application)).toBeDefined()
  })
})

describe('登记的项', () => {
  const change = (union: string, field: string, value: string, as = street) =>
    system.ask(as, 'registry', 'saveRegistered', { union, field, value })

  test('name, type and nature are changed from above, each with what stood before', async () => {
    const { union, unit } = await approvedFounding(system).then(async (founded) => {
      const record = await system.runtime.store.get(unions, UnionId.parse(founded.union))
      return { union: founded.union, unit: record?.hostUnit ?? UnitId.parse('none') }
    })
    granted(await change(union, 'name', '青岛朔风精密仪器有限公司工会'))
    granted(await change(union, 'type', 'institution'))
    granted(await change(union, 'unitKind', '国有企业'))
    const seen = await page(union)
    expect(seen).toMatchObject({ name: '青岛朔风精密仪器有限公司工会', type: 'institution', may: { register: true } })
    expect((await system.runtime.store.get(units, unit))?.unitKind).toBe('国有企业')
    const changes = (await history(union)).flatMap(({ what }) => (what.kind === 'registered' ? [what] : []))
    expect(changes.map(({ field, before }) => [field, before]).sort()).toEqual([
      ['name', '青岛朔风仪器有限公司工会'],
      ['type', 'enterprise'],
      ['unitKind', '私营企业'],
    ])
  })

  test('the name of the unit is changed with its history; searching, members and applications follow', async () => {
    const { union } = await approvedFounding(system)
    const { store } = system.runtime
    const unit = (await store.get(unions, UnionId.parse(union)))?.hostUnit ?? UnitId.parse('none')
    const { person } = await memberAt(system, unit)
    const before = (await store.get(units, unit))?.name ?? ''
    const after = `青岛暮云精密装备${person.slice(0, 4)}有限公司`
    granted(await change(union, 'unitName', after))
    expect((await page(union)).fields[0]).toEqual({ key: 'unitName', value: after, source: 'registered' })
    expect((await history(union)).map(({ what }) => what)).toContainEqual({
      kind: 'registered',
      field: 'unitName',
      before,
      after,
    })
    const unitsNamed = async (text: string) =>
      granted(await system.ask(street, 'registry', 'searchUnits', { text })).units.map((hit) => hit.unit)
    expect(await unitsNamed(after)).toEqual([unit])
    while ((await carryOnRenamings(system.runtime)) > 0);
    expect((await store.get(memberships, person))?.unitName).toBe(after)
    // A shorter one leaves none of the longer one's endings behind.
    granted(await change(union, 'unitName', '青岛暮云精密'))
    expect(await unitsNamed('精密装备')).not.toContain(unit)
    while ((await carryOnRenamings(system.runtime)) > 0);
    expect((await store.get(memberships, person))?.unitName).toBe('青岛暮云精密')
    expect((await store.find(unitRenamings, { index: 'all', equals: {} })).documents).toEqual([])
  })

  test('not by the union itself, and not into another sort', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, UnionId.parse(union), 'chair')
    expect(codeOf(await change(union, 'name', '青岛朔风精密仪器有限公司工会', as))).toBe('NOT_ALLOWED')
    expect(codeOf(await change(union, 'type', 'community_joint'))).toBe('FIELD_INVALID')
  })
})

test('the registry lists the units that a joint union covers', async () => {
  const joint = castUnions.newForm.id
  const unit = await newUnit(system, { coveredBy: [joint] })
  await system.runtime.store.transact((tx) => tx.put(coverages, { _id: `${joint}:${unit}`, union: joint, unit }))
  const { rows } = granted(await system.ask('demo-newform-chair', 'registry', 'unitsCovered', { union: joint }))
  expect(rows.map((row) => row.unit)).toContain(unit)
})

test('a renewed office stands in the history, and a term that is entered closes its reminder', async () => {
  const { union } = await approvedFounding(system)
  const { officer } = await inOffice(system, UnionId.parse(union), 'clerk')
  granted(await system.ask(street, 'registry', 'renewOffice', { union, officer, until: '2028-01-01' }))
  expect((await history(union)).map(({ what }) => what)).toContainEqual({
    kind: 'officer',
    act: 'renewed',
    role: 'clerk',
    on: '2028-01-01',
  })
  const elected = (electedOn: string) => ({
    union,
    kind: 'committee',
    electedOn,
    termYears: 3,
    seats: 5,
    chair: '陈白露',
  })
  granted(await system.ask(street, 'registry', 'saveCommittee', elected('2023-12-10')))
  // The walk that reminds goes once a day.
  system.travel(isoTime(start + 5 * dayMs))
  await remindTerms(system.runtime)
  const reminder = taskId('term-end', `${union}.2026-12-10`)
  expect((await system.runtime.store.get(tasks, reminder))?.state).toBe('open')
  granted(await system.ask(street, 'registry', 'saveCommittee', elected('2026-11-10')))
  expect((await system.runtime.store.get(tasks, reminder))?.state).toBe('done')
})
