import type { home } from '../../../shared/contract/home'
import { audited } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { homeAssessments, homeStandings } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { notices } from '../../_kernel/records/upkeep'
import { accountOf } from '../../_kernel/caller'
import { chinaDay } from '../../../shared/core/time'
import { standingOfUnion } from './keep-standing'
import { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { assessmentId } from '../../../shared/home/standards/assessment'
import {
  above,
  answerAllBut,
  decide,
  decided,
  find,
  looked,
  objectedTo,
  openTasks,
  photo,
  recordOf,
  send,
  sentUp,
  settler,
  started,
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

describe('the upper check', () => {
  test('item by item; what records call a gap is not found away, and a no needs a sentence', async () => {
    const { union } = await sentUp(system)
    const find = (item: string, finding: string, comment = '') =>
      code(above, 'findItem', { union: upper, below: union, year, sending: 1, item, finding, comment })
    expect(await find('QD-ENT-SYS-01', 'met')).toBe('GAP_STAYS')
    expect(await find('QD-ENT-INF-01', 'short')).toBe('COMMENT_MISSING')
    expect(await find('QD-ENT-INF-01', 'short', '只有一张桌子')).toBe('OK')
    expect(await find('JJ-6G-1-1', 'met')).toBe('NOT_FOUND')
  })

  test('a result once every claim was looked at: dated, in the kept standing, and told', async () => {
    const unlooked = await sentUp(system)
    const decide = async (union: string, seen: number) =>
      code(above, 'decideAssessment', {
        union: upper,
        below: union,
        year,
        seen,
        verdict: { kind: 'decide', comment: '' },
      })
    expect(await decide(unlooked.union, (await recordOf(system, unlooked.union)).revision)).toBe('FINDINGS_MISSING')
    const { union, as } = await decided(system)
    const { result, state } = granted(await system.ask(as, 'home', 'assessment', { union, year }))
    expect([state, result?.outcome, result?.on]).toEqual(['decided', 'not-met', system.runtime.now().slice(0, 10)])
    const kept = await system.runtime.store.get(homeStandings, union)
    expect(kept?.standing?.result).toMatchObject({ year, outcome: 'not-met' })
    expect(kept?.standing?.items['QD-ENT-INF-01']).toBe('met')
    const street = await system.runtime.store.get(homeStandings, upper)
    expect(street?.below.assessed).toBeGreaterThan(0)
    expect(await openTasks(system, union)).toEqual([])
    const account = accountOf(as, system.runtime)
    const told = await system.runtime.store.find(notices, { index: 'byAccount', equals: { account } })
    expect(told.documents.map(({ text }) => text).join()).toContain('有了评定结果')
  })

  test('what is found not to mean the union is none of its items: not in the result, the sums, or on the sheet', async () => {
    const below = await started(system)
    const { union, as } = below
    await answerAllBut(['employee_director_supervisor'], system, below)
    const answer = { kind: 'not-meant', why: '本公司没有董事会' }
    granted(
      await system.ask(as, 'home', 'saveAnswer', { union, year, question: 'employee_director_supervisor', answer }),
    )
    await send(system, below)
    const view = async () => granted(await system.ask(above, 'home', 'assessment', { union, year }))
    const board = async () => (await view()).items.find(({ id }) => id === 'QD-ENT-SYS-05')
    expect(await board()).toMatchObject({ state: 'claimed' })
    await find(system, below)
    expect(await board()).toMatchObject({ state: 'not-meant', finding: 'met' })
    await decide(system, below)
    const { items, result } = await view()
    expect(result?.of).toBe(items.length - 1)
    const kept = await system.runtime.store.get(homeStandings, union)
    expect(kept?.standing?.items['QD-ENT-SYS-05']).toBe('not-meant')
    expect(kept?.own.items).not.toHaveProperty('QD-ENT-SYS-05')
    expect(kept?.own.items).toHaveProperty('QD-ENT-SYS-09')
  })

  test('sent back with a sentence, mended, and sent again', async () => {
    const { union, as } = await looked(system)
    const { revision: seen } = await recordOf(system, union)
    const verdict = { kind: 'return', reason: '照片看不清' }
    expect(await code(above, 'decideAssessment', { union: upper, below: union, year, seen: 1, verdict })).toBe(
      'ASSESSMENT_CHANGED',
    )
    granted(await system.ask(above, 'home', 'decideAssessment', { union: upper, below: union, year, seen, verdict }))
    const answer = { kind: 'not-yet' }
    granted(await system.ask(as, 'home', 'saveAnswer', { union, year, question: 'fixed_office', answer }))
    const { revision } = await recordOf(system, union)
    granted(await system.ask(as, 'home', 'sendAssessment', { union, year, seen: revision }))
    const { items } = await recordOf(system, union)
    expect(items.find(({ id }) => id === 'QD-ENT-INF-01')?.state).toBe('gap')
  })
})

test('a union that ended meanwhile has its result, and is in no sum', async () => {
  const { union } = await looked(system)
  const record = await system.runtime.store.get(unions, union)
  if (record === undefined) throw new Error('the union is gone')
  await system.runtime.store.transact(async (tx) => {
    await tx.put(unions, { ...record, status: 'dissolved' as const })
    return succeed(undefined)
  })
  const { revision: seen } = await recordOf(system, union)
  const verdict = { kind: 'decide', comment: '' }
  granted(await system.ask(above, 'home', 'decideAssessment', { union: upper, below: union, year, seen, verdict }))
  const kept = await system.runtime.store.get(homeStandings, union)
  expect([kept?.standing, kept?.own.unions ?? 0]).toEqual([undefined, 0])
})

describe('an objection', () => {
  test('goes to the union above the one that decided, once; looked at again, the result is final', async () => {
    const { union, as } = await objectedTo(system)
    const next = await settler(system)
    expect(await openTasks(system, union)).toEqual([next.union])
    const settle = { below: union, year, verdict: 'reopen', text: '请看四月的会议记录' }
    expect(await code(above, 'settleAssessment', { ...settle, union: upper })).toBe('NOT_FOUND')
    granted(await system.ask(next.as, 'home', 'settleAssessment', { ...settle, union: next.union }))
    expect(await openTasks(system, union)).toEqual([upper])
    // Who assesses may be another since a move (A7): nobody is called the one that did.
    const account = accountOf(as, system.runtime)
    const told = await system.runtime.store.find(notices, { index: 'byAccount', equals: { account } })
    expect(told.documents.map(({ text }) => text)).toContainEqual(expect.stringMatching(/：请评定的工会重新看一遍。$/))
    const { revision: seen } = await recordOf(system, union)
    const verdict = { kind: 'decide', comment: '补看了记录' }
    granted(await system.ask(above, 'home', 'decideAssessment', { union: upper, below: union, year, seen, verdict }))
    expect((await recordOf(system, union)).state).toBe('final')
    expect(await code(as, 'objectAssessment', { union, year, text: '还是不对' })).toBe('ASSESSMENT_DECIDED')
  })

  test('until it is decided again the last decision stands, whatever is mended and sent in between', async () => {
    const below = await looked(system)
    const { union, as } = below
    const item = 'QD-ENT-INF-01'
    const short = { union: upper, below: union, year, sending: 1, item, finding: 'short', comment: '没有办公室' }
    granted(await system.ask(above, 'home', 'findItem', short))
    await decide(system, below)
    const stands = async () => {
      const record = await system.runtime.store.get(unions, union)
      if (record === undefined) throw new Error('the union is gone')
      const { store, now } = system.runtime
      const kept = await standingOfUnion(record, { store, now: now(), today: chinaDay(now()) })
      const { standards } = granted(await system.ask(as, 'home', 'standing', { union }))
      return [standards.flatMap(({ items }) => items).find(({ id }) => id === item)?.state, kept?.items[item]]
    }
    granted(await system.ask(as, 'home', 'objectAssessment', { union, year, text: '有办公室的' }))
    const next = await settler(system)
    const settle = { union: next.union, below: union, year, verdict: 'reopen', text: '请再看一遍' }
    granted(await system.ask(next.as, 'home', 'settleAssessment', settle))
    const { revision: seen } = await recordOf(system, union)
    const verdict = { kind: 'return', reason: '补一张照片' }
    granted(await system.ask(above, 'home', 'decideAssessment', { union: upper, below: union, year, seen, verdict }))
    const answer = { kind: 'photos', photos: [await photo(system, below)] }
    granted(await system.ask(as, 'home', 'saveAnswer', { union, year, question: 'fixed_office', answer }))
    await send(system, below)
    expect(await stands()).toEqual(['gap', 'gap'])
    await find(system, below)
    expect(await stands()).toEqual(['gap', 'gap'])
    await decide(system, below)
    expect(await stands()).toEqual(['met', 'met'])
  })

  test('goes above the one that decided, who is named, also where it was sent to another; and nothing that was decided is taken back', async () => {
    const { union, as } = await looked(system)
    const district = await settler(system)
    const { revision: seen } = await recordOf(system, union)
    const verdict = { kind: 'decide', comment: '' }
    const deciding = { union: district.union, below: union, year, seen, verdict }
    granted(await system.ask(district.as, 'home', 'decideAssessment', deciding))
    const { checkerName, may } = granted(await system.ask(as, 'home', 'assessment', { union, year }))
    const { name, parent } = (await system.runtime.store.get(unions, district.union)) ?? {}
    expect([checkerName, may]).toEqual([name, ['object']])
    granted(await system.ask(as, 'home', 'objectAssessment', { union, year, text: '会员大会四月开过。' }))
    expect(await openTasks(system, union)).toEqual([parent ?? district.union])
    expect(await code(as, 'withdrawAssessment', { union, year })).toBe('ASSESSMENT_DECIDED')
  })

  test('the result stays where it is upheld', async () => {
    const { union } = await objectedTo(system)
    const next = await settler(system)
    const settle = { union: next.union, below: union, year, verdict: 'uphold', text: '会议没有记录' }
    granted(await system.ask(next.as, 'home', 'settleAssessment', settle))
    expect((await recordOf(system, union)).state).toBe('final')
    expect(await audited(system, `${union}:${year}`, 'assessment.uphold')).toBe(1)
  })
})

test('lists: what waits, what is decided, what is objected to', async () => {
  const [waiting, done, objected] = [await sentUp(system), await decided(system), await objectedTo(system)]
  const next = await settler(system)
  const shown = async (as: string, union: string, show: string) =>
    granted(await system.ask(as, 'home', 'assessmentsBelow', { union, show })).rows.map((row) => row.union)
  expect(await shown(above, upper, 'waiting')).toContain(waiting.union)
  expect(await shown(above, upper, 'decided')).toContain(done.union)
  expect(await shown(next.as, next.union, 'objected')).toContain(objected.union)
})

test('of many that are decided, every page is reached: those that may be objected to, then those that are final', async () => {
  const { union } = await decided(system)
  const like = await recordOf(system, union)
  const many = 60
  await system.runtime.store.transact(async (tx) => {
    for (const state of ['decided', 'final'] as const)
      for (let at = 0; at < many; at++) {
        const id = UnionId.parse(`union-${state}-${at}`)
        await tx.put(homeAssessments, { ...like, _id: assessmentId(id, year), union: id, state })
      }
    return succeed(undefined)
  })
  const rows: string[] = []
  let cursor: string | undefined
  do {
    const page = granted(await system.ask(above, 'home', 'assessmentsBelow', { union: upper, show: 'decided', cursor }))
    rows.push(...page.rows.map((row) => row.union))
    cursor = page.cursor
  } while (cursor !== undefined)
  expect(new Set(rows).size).toBe(rows.length)
  for (const state of ['decided', 'final'])
    expect(rows.filter((id) => id.startsWith(`union-${state}-`))).toHaveLength(many)
})
