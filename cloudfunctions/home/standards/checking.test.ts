import type { home } from '../../../shared/contract/home'
import { castUnions } from '../../../local/demo/personas'
import type { UnionId } from '../../../shared/core/ids'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { succeed } from '../../../shared/core/outcome'
import { accountOf } from '../../_kernel/caller'
import { officers, type OfficerRecord } from '../../_kernel/records/registry'
import { above, decided, objectedTo, sentUp, settler, upper, yearOf } from './standards.fixture'

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
    const input = { below: union, year: yearOf(system), item: 'QD-ENT-INF-01', finding: 'met', comment: '' }
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
