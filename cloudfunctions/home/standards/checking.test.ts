import type { home } from '../../../shared/contract/home'
import { castUnions } from '../../../local/demo/personas'
import type { UnionId } from '../../../shared/core/ids'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { succeed } from '../../../shared/core/outcome'
import { accountOf } from '../../_kernel/caller'
import { officers, type OfficerRecord } from '../../_kernel/records/registry'
import {
  above,
  decided,
  looked,
  objectedTo,
  photo,
  recordOf,
  send,
  sentUp,
  settler,
  upper,
  yearOf,
} from './standards.fixture'

jest.setTimeout(300_000)

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
})
afterEach(() => system.close())

const code = async (as: string, procedure: keyof typeof home.procedures, input: unknown) => {
  const answer = await system.ask(as, 'home', procedure, input)
  return answer.ok ? 'OK' : answer.code
}
const mayOf = async (as: string, union: UnionId) =>
  granted(await system.ask(as, 'home', 'assessment', { union, year: yearOf(system) })).may

/** Who is chair above holds this office below as well. */
async function alsoBelow(as: string, union: UnionId, differs: Partial<OfficerRecord>): Promise<void> {
  const { officer } = await inOffice(system, union, 'chair')
  const account = accountOf(as, system.runtime)
  await system.runtime.store.transact(async (tx) => {
    const like = await tx.get(officers, officer)
    if (like === undefined) throw new Error('nobody is in office')
    await tx.put(officers, { ...like, _id: `${union}:${account}`, account, ...differs })
    return succeed(undefined)
  })
}

const leave = { from: IsoDate.parse('2026-11-01'), until: IsoDate.parse('2026-12-31'), deputy: 'x' }

describe('nobody checks their own union, though they are chair above (A6)', () => {
  test.each<[string, Partial<OfficerRecord>, boolean]>([
    ['as its chair', { role: 'chair' }, false],
    ['as its chair on leave', { role: 'chair', leave }, false],
    ['as its examiner', { role: 'examiner' }, false],
    ['as its chair of before', { role: 'chair', until: isoTime(Date.parse('2026-01-01T00:00:00.000Z')) }, true],
  ])('%s', async (_, differs, allowed) => {
    const { union } = await sentUp(system)
    const { as } = await inOffice(system, upper, 'chair')
    const input = {
      union: upper,
      below: union,
      year: yearOf(system),
      sending: 1,
      item: 'QD-ENT-INF-01',
      finding: 'met',
      comment: '',
    }
    await alsoBelow(as, union, differs)
    expect((await mayOf(as, union)).includes('check')).toBe(allowed)
    expect(await code(as, 'findItem', input)).toBe(allowed ? 'OK' : 'NOT_ALLOWED')
    expect(await mayOf(above, union)).toEqual(['check'])
  })

  test('nor settles the objection to its result', async () => {
    const { union } = await objectedTo(system)
    const next = await settler(system)
    expect(await mayOf(next.as, union)).toEqual(['settle'])
    await alsoBelow(next.as, union, { role: 'clerk' })
    expect(await mayOf(next.as, union)).not.toContain('settle')
    const settle = { union: next.union, below: union, year: yearOf(system), verdict: 'uphold', text: '会议没有记录' }
    expect(await code(next.as, 'settleAssessment', settle)).toBe('NOT_ALLOWED')
  })

  test('whoever has an office only below finds nothing of another', async () => {
    const { union } = await sentUp(system)
    const input = { below: union, year: yearOf(system), sending: 1, item: 'QD-ENT-INF-01', finding: 'met', comment: '' }
    const { as } = await inOffice(system, union, 'clerk')
    expect(await code(as, 'findItem', { ...input, union: upper })).toBe('NOT_ALLOWED')
    expect(await code('demo-newform-chair', 'findItem', { ...input, union: castUnions.newForm.id })).toBe('NOT_FOUND')
  })
})

test('an objection is offered as long as it is taken', async () => {
  const { union, as } = await decided(system)
  const object = () => code(as, 'objectAssessment', { union, year: 2026, text: '会员大会四月开过。' })
  expect(await mayOf(as, union)).toEqual(['object'])
  system.travel(isoTime(Date.parse('2026-12-20T02:00:00.000Z')))
  expect([await mayOf(as, union), await object()]).toEqual([[], 'RESULT_OBJECTION_OVER'])
})

describe('returned and sent again', () => {
  const find = (union: UnionId, item: string, finding: 'met' | 'short', comment = '', sending = 1) =>
    code(above, 'findItem', { union: upper, below: union, year: 2026, sending, item, finding, comment })
  const giveBack = async (union: UnionId) => {
    const { revision: seen } = await recordOf(system, union)
    const verdict = { kind: 'return', reason: '办公室的照片看不清' }
    granted(
      await system.ask(above, 'home', 'decideAssessment', { union: upper, below: union, year: 2026, seen, verdict }),
    )
  }

  test('what was found stays, with its comment, but for what another answer was given to', async () => {
    const below = await looked(system)
    const { union, as } = below
    expect(await find(union, 'QD-ENT-INF-02', 'short', '牌子还没有挂')).toBe('OK')
    const before = await recordOf(system, union)
    await giveBack(union)
    const answer = { kind: 'photos', photos: [await photo(system, below)] }
    const saving = { union, year: 2026, question: 'fixed_office', answer }
    granted(await system.ask(as, 'home', 'saveAnswer', saving))
    await send(system, below)
    const resting = before.items.filter(({ questions }) => questions.includes('fixed_office')).map(({ id }) => id)
    expect(resting).toContain('QD-ENT-INF-01')
    const kept = Object.entries(before.findings).filter(([item]) => !resting.includes(item))
    const { findings } = await recordOf(system, union)
    expect(findings).toEqual(Object.fromEntries(kept))
    expect(findings['QD-ENT-INF-02']).toMatchObject({ finding: 'short', comment: '牌子还没有挂' })
  })

  test('sent again as it was, nothing has to be looked at twice', async () => {
    const below = await looked(system)
    const { findings } = await recordOf(system, below.union)
    await giveBack(below.union)
    await answerAgain(below)
    await send(system, below)
    expect((await recordOf(system, below.union)).findings).toEqual(findings)
  })

  test('a finding is on what the checker saw: sent anew since, it is refused, and two who check at once do not hinder each other', async () => {
    const below = await sentUp(system)
    const { union, as } = below
    const other = await inOffice(system, upper, 'deputy')
    expect(await find(union, 'QD-ENT-INF-01', 'met')).toBe('OK')
    const theirs = { union: upper, below: union, year: 2026, sending: 1, item: 'QD-ENT-INF-02', comment: '' }
    expect(await code(other.as, 'findItem', { ...theirs, finding: 'met' })).toBe('OK')
    granted(await system.ask(as, 'home', 'withdrawAssessment', { union, year: 2026 }))
    granted(await system.ask(as, 'home', 'startAssessment', { union }))
    const answer = { kind: 'paper', what: '租房合同', place: '工会办公室 2 号柜' }
    granted(await system.ask(as, 'home', 'saveAnswer', { union, year: 2026, question: 'fixed_office', answer }))
    await send(system, below)
    expect(await find(union, 'QD-ENT-INF-01', 'met')).toBe('ASSESSMENT_CHANGED')
    const { sending } = granted(await system.ask(above, 'home', 'assessment', { union, year: 2026 }))
    expect(await find(union, 'QD-ENT-INF-01', 'met', '', sending)).toBe('OK')
  })

  /** The same text once more changes nothing. */
  async function answerAgain({ union, as }: { readonly union: UnionId; readonly as: string }) {
    const { questions } = granted(await system.ask(as, 'home', 'assessment', { union, year: 2026 }))
    const said = questions.find(({ answer }) => answer?.kind === 'text')
    if (said === undefined) throw new Error('nothing was answered with a text')
    const saving = { union, year: 2026, question: said.question, answer: said.answer }
    granted(await system.ask(as, 'home', 'saveAnswer', saving))
  }
})

describe('the records behind the figures', () => {
  const placesOf = async (as: string, union: UnionId) => {
    const { items } = granted(await system.ask(as, 'home', 'assessment', { union, year: yearOf(system) }))
    return new Map(items.map(({ id, place }) => [id, place]))
  }

  test('are named item by item to whoever checks, as far as they may read them there, and what is asked has none', async () => {
    const { union, as } = await sentUp(system)
    const { as: examiner } = await inOffice(system, upper, 'examiner')
    for (const who of [above, examiner]) {
      const places = await placesOf(who, union)
      expect(places.get('QD-ENT-SYS-01')).toBe('meetings')
      expect(places.get('QD-ENT-INF-01')).toBeUndefined()
      expect([...places.values()]).not.toContain('accounts')
    }
    expect([...(await placesOf(as, union)).values()]).toContain('accounts')
    for (const procedure of ['meetingsOfUnion', 'managementOfUnion', 'archiveOfUnion'] as const)
      expect(await code(examiner, procedure, procedure === 'meetingsOfUnion' ? { union, year: 2026 } : { union })).toBe(
        'OK',
      )
  })

  test('stand beside what is met as well, for the union itself with every place', async () => {
    const { union, as } = await sentUp(system)
    const told = async (who: string) => {
      const { standards } = granted(await system.ask(who, 'home', 'standing', { union }))
      return standards.flatMap(({ items }) => items.flatMap(({ metrics }) => metrics))
    }
    expect((await told(as)).some(({ state, place }) => state === 'met' && place !== undefined)).toBe(true)
    expect((await told(as)).map(({ place }) => place)).toContain('accounts')
    expect((await told(above)).map(({ place }) => place)).not.toContain('accounts')
  })
})
