import type { home } from '../../../shared/contract/home'
import { castUnions } from '../../../local/demo/personas'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { fileUses } from '../../_kernel/records/file-uses'
import { homeStandings } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { standingOfUnion } from './keep-standing'
import { RegionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import {
  above,
  answerAllBut,
  answered,
  decide,
  decided,
  find,
  looked,
  openTasks,
  photo,
  recordOf,
  send,
  sentUp,
  settler,
  started,
  unionBelow,
  upper,
} from './standards.fixture'

jest.setTimeout(300_000)

/** Of the test system’s clock. */
const year = 2026

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const code = async (as: string, procedure: keyof typeof home.procedures, input: unknown) => {
  const answer = await system.ask(as, 'home', procedure, input)
  return answer.ok ? 'OK' : answer.code
}

describe('where a union stands', () => {
  test('from records alone, nothing asked, what lifts most first', async () => {
    const { union, as } = await unionBelow(system)
    const { standards, gaps, mayApply, results } = granted(await system.ask(as, 'home', 'standing', { union }))
    expect(standards.map(({ name, items }) => [name, items.length])).toEqual([
      ['六有', 6],
      ['八有', 8],
      ['职工之家（企业）', 30],
    ])
    expect(gaps.map(({ lifts }) => lifts)).toEqual([...gaps.map(({ lifts }) => lifts)].sort((a, b) => b - a))
    expect(gaps).toContainEqual({
      name: '会员（代表）大会一年内召开',
      state: 'no-record',
      text: '现有 0，要求至少 1，还差 1',
      place: 'meetings',
      lifts: 1,
      labels: ['六有 4', '制度建设（1）'],
    })
    expect([mayApply, results]).toEqual([true, []])
  })

  test('厂务公开 on record is asked of nobody (M14)', async () => {
    const { union, as } = await unionBelow(system)
    const told = async () => {
      const { standards } = granted(await system.ask(as, 'home', 'standing', { union }))
      return standards.flatMap(({ items }) => items).find(({ id }) => id === 'QD-ENT-SYS-07')
    }
    expect(await told()).toMatchObject({ state: 'gap', metrics: [{ text: '没有登记', place: 'management' }] })
    const facts = { kind: 'disclosure', day: '2026-11-10', what: '年终奖的分配办法', way: 'meeting' }
    granted(await system.ask(as, 'home', 'recordManagement', { union, facts }))
    expect(await told()).toMatchObject({ state: 'met', metrics: [{ text: '最近一次 2026 年 11 月 10 日' }] })
  })

  test('the union above reads the same, and applies for nobody', async () => {
    const { union } = await unionBelow(system)
    const seen = granted(await system.ask(above, 'home', 'standing', { union }))
    expect(seen.mayApply).toBe(false)
    expect(await code(above, 'startAssessment', { union })).toBe('NOT_ALLOWED')
  })

  test('by years since founding: eleven years ago is established; nobody told when is the goal of young unions, with a word', async () => {
    const { union, as } = await unionBelow(system, { region: RegionId.parse('3604') })
    const { ageUnknown, standards } = granted(await system.ask(as, 'home', 'standing', { union }))
    expect([ageUnknown, standards.map(({ key }) => key)]).toEqual([false, ['six-norms', 'eight-have']])
    const unknown = await unionBelow(system, { region: RegionId.parse('3604'), foundedOn: '不记得' })
    const told = granted(await system.ask(unknown.as, 'home', 'standing', { union: unknown.union }))
    expect([told.ageUnknown, told.standards.map(({ key }) => key)]).toEqual([true, ['six-have']])
  })
})

test.each([
  ['3702', '青岛市总工会“双争”通知 二'],
  ['33', '系统默认 采用鲁会〔2014〕79号 3 的“六有”'],
])('in %s the lists are those of %s', async (region, source) => {
  const { union, as } = await unionBelow(system, { region: RegionId.parse(region) })
  const { standards } = granted(await system.ask(as, 'home', 'standing', { union }))
  expect(standards.map((one) => one.source)).toContain(source)
})

describe('applying', () => {
  test('once a year; taken back, its answers are there again', async () => {
    const { union, as } = await answered(system)
    expect(await code(as, 'startAssessment', { union })).toBe('ASSESSMENT_OPEN')
    granted(await system.ask(as, 'home', 'withdrawAssessment', { union, year }))
    granted(await system.ask(as, 'home', 'startAssessment', { union }))
    const { questions, state } = granted(await system.ask(as, 'home', 'assessment', { union, year }))
    expect([state, questions.filter(({ answer }) => answer === undefined)]).toEqual(['open', []])
  })

  test('called by a union above, it says so, and until when', async () => {
    const { union, as } = await unionBelow(system)
    expect(await code(above, 'callAssessment', { union: upper, until: '2026-11-01' })).toBe('ASSESSMENT_DAY')
    granted(await system.ask(above, 'home', 'callAssessment', { union: upper, until: '2026-12-15' }))
    expect(granted(await system.ask(as, 'home', 'standing', { union })).called).toEqual({
      by: castUnions.street.name,
      until: '2026-12-15',
    })
    granted(await system.ask(as, 'home', 'startAssessment', { union }))
    expect((await recordOf(system, union)).why).toBe('called')
  })

  test('a call is why it was applied for through its last day, and no longer', async () => {
    const began = system.runtime.now()
    granted(await system.ask(above, 'home', 'callAssessment', { union: upper, until: '2026-12-15' }))
    const startedOn = async (day: string) => {
      const { union, as } = await unionBelow(system)
      system.travel(isoTime(Date.parse(`${day}T02:00:00.000Z`)))
      granted(await system.ask(as, 'home', 'startAssessment', { union }))
      return (await recordOf(system, union)).why
    }
    expect([await startedOn('2026-12-15'), await startedOn('2026-12-16')]).toEqual(['called', 'applied'])
    system.travel(began)
  })

  test('an answer is what the question takes, and what it showed before is swept', async () => {
    const below = await started(system)
    const { union, as } = below
    const save = (question: string, answer: unknown) => code(as, 'saveAnswer', { union, year, question, answer })
    expect(await save('activity_venue', { kind: 'text', text: '有一间活动室' })).toBe('ANSWER_NOT_OFFERED')
    expect(await save('activity_venue', { kind: 'not-meant', why: '没有地方' })).toBe('ANSWER_NOT_OFFERED')
    expect(await save('paper_archive_required', { kind: 'photos', photos: ['x'] })).toBe('ANSWER_NOT_OFFERED')
    expect(await save('member_join_rate', { kind: 'not-yet' })).toBe('ANSWER_NOT_OFFERED')
    expect(await save('activity_venue', { kind: 'photos', photos: ['nothing'] })).toBe('DOCUMENT_MISSING')
    const [first, second] = [await photo(system, below), await photo(system, below)]
    expect(await save('activity_venue', { kind: 'photos', photos: [first] })).toBe('OK')
    const show = (file: string) => code(above, 'evidence', { union, year, file })
    expect([await show(first), await show(second)]).toEqual(['OK', 'NOT_FOUND'])
    expect(await save('activity_venue', { kind: 'photos', photos: [second] })).toBe('OK')
    expect(await system.runtime.store.get(fileUses, first)).toBeUndefined()
    expect([await show(first), await show(second)]).toEqual(['NOT_FOUND', 'OK'])
  })

  test('sent with everything answered, as it was seen, and not changed afterwards', async () => {
    const below = await started(system)
    const send = async (seen: number) => code(below.as, 'sendAssessment', { union: below.union, year, seen })
    expect(await send(99)).toBe('ASSESSMENT_CHANGED')
    expect(await send((await recordOf(system, below.union)).revision)).toBe('ANSWERS_MISSING')
    const { union, as } = await sentUp(system)
    expect(await openTasks(system, union)).toEqual([upper])
    expect(granted(await system.ask(as, 'home', 'assessment', { union, year })).may).toEqual(['withdraw'])
    const answer = { kind: 'not-yet' }
    expect(await code(as, 'saveAnswer', { union, year, question: 'activity_venue', answer })).toBe(
      'ASSESSMENT_NOT_OPEN',
    )
    granted(await system.ask(as, 'home', 'withdrawAssessment', { union, year }))
    expect(await openTasks(system, union)).toEqual([])
  })
})

describe('at the turn of the year', () => {
  let later: TestSystem
  beforeAll(async () => {
    later = await openTestSystem()
  })
  afterAll(() => later.close())

  test('what last year left open is opened with its year; a new one may be applied for beside it, and then stands there', async () => {
    const { union, as } = await answered(later)
    later.travel(isoTime(Date.parse('2027-01-05T02:00:00.000Z')))
    const shown = async () => {
      const { assessment, mayApply, year: now } = granted(await later.ask(as, 'home', 'standing', { union }))
      return { assessment, mayApply, now }
    }
    expect(await shown()).toEqual({ assessment: { year, state: 'open' }, mayApply: true, now: 2027 })
    granted(await later.ask(as, 'home', 'assessment', { union, year }))
    granted(await later.ask(as, 'home', 'startAssessment', { union }))
    expect(await shown()).toEqual({ assessment: { year: 2027, state: 'open' }, mayApply: false, now: 2027 })
  })

  test('of two years the newer result stands, though the one before is decided after it', async () => {
    later.travel(isoTime(Date.parse('2026-11-18T02:00:00.000Z')))
    const below = await looked(later)
    later.travel(isoTime(Date.parse('2027-02-01T02:00:00.000Z')))
    granted(await later.ask(below.as, 'home', 'startAssessment', { union: below.union }))
    await answerAllBut([], later, below)
    await send(later, below)
    await find(later, below)
    await decide(later, below)
    const kept = async () => (await later.runtime.store.get(homeStandings, below.union))?.standing?.result?.year
    expect(await kept()).toBe(2027)
    await decide(later, below, year)
    expect(await kept()).toBe(2027)
  })

  test('a result stands for its year and the next', async () => {
    later.travel(isoTime(Date.parse('2026-11-18T02:00:00.000Z')))
    const { union, as } = await decided(later)
    const office = async (at: string) => {
      later.travel(isoTime(Date.parse(at)))
      const { standards } = granted(await later.ask(as, 'home', 'standing', { union }))
      const state = standards.flatMap(({ items }) => items).find(({ id }) => id === 'QD-ENT-INF-01')?.state
      const record = await later.runtime.store.get(unions, union)
      const ports = { store: later.runtime.store, now: later.runtime.now(), today: chinaDay(later.runtime.now()) }
      const kept = record === undefined ? undefined : await standingOfUnion(record, ports)
      return [state, kept?.result?.year, kept?.items['QD-ENT-INF-01']]
    }
    expect(await office('2027-12-30T02:00:00.000Z')).toEqual(['met', year, 'met'])
    expect(await office('2028-01-02T02:00:00.000Z')).toEqual(['open', undefined, 'open'])
  })
})

test('a union that came under another takes back what it sent, and sends it there', async () => {
  const { union, as } = await sentUp(system)
  const [record, district] = [await system.runtime.store.get(unions, union), await settler(system)]
  if (record === undefined) throw new Error('the union is gone')
  const line = [union, ...record.line.slice(record.line.indexOf(district.union))]
  await system.runtime.store.transact(async (tx) => {
    await tx.put(unions, { ...record, parent: district.union, line })
    return succeed(undefined)
  })
  granted(await system.ask(as, 'home', 'withdrawAssessment', { union, year }))
  granted(await system.ask(as, 'home', 'startAssessment', { union }))
  const { revision: seen } = await recordOf(system, union)
  granted(await system.ask(as, 'home', 'sendAssessment', { union, year, seen }))
  expect(await openTasks(system, union)).toEqual([district.union])
})
