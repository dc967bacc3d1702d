import { castUnions } from '../../../local/demo/personas'
import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { carryLines } from '../../clock/lines'
import {
  above,
  objectedTo,
  recordOf,
  sentUp,
  settler,
  unionBelow,
  upper,
  yearOf,
} from '../../home/standards/standards.fixture'
import { papersOf } from '../../membership/events/events.fixture'

jest.setTimeout(300_000)

let system: TestSystem
/** In another district. */
const elsewhere = castUnions.changxingStreet.id
let there = ''
beforeAll(async () => {
  system = await openTestSystem()
  there = (await inOffice(system, elsewhere, 'chair')).as
})
afterAll(() => system.close())

async function move(moving: UnionId, to: UnionId, taking: string): Promise<void> {
  const papers = await papersOf(system, ['report', 'reply'])
  const asking = { union: upper, moving, to, reason: '企业搬走了', papers }
  const { reaffiliation } = granted(await system.ask(above, 'registry', 'askReaffiliation', asking))
  const answer = { union: to, reaffiliation, verdict: { kind: 'take' } }
  granted(await system.ask(taking, 'registry', 'answerReaffiliation', answer))
}

const desksOf = async (union: UnionId) => {
  const equals = { kind: 'home-assessment', state: 'open' } as const
  const { documents } = await system.runtime.store.find(tasks, { index: 'byKind', equals, limit: 200 })
  return documents.filter(({ subject }) => subject.startsWith(`${union}:`)).map(({ desk }) => desk)
}
const listed = async (as: string, union: UnionId, of: UnionId, show: string) =>
  granted(await system.ask(as, 'home', 'assessmentsBelow', { union, show })).rows.some((row) => row.union === of)
const find = (as: string, union: UnionId, below: UnionId) => {
  const input = { union, below, year: yearOf(system), sending: 1, item: 'QD-ENT-INF-01', finding: 'met', comment: '' }
  return system.ask(as, 'home', 'findItem', input)
}

describe('a union that moves takes its assessment along (A7)', () => {
  test('what it sent waits for whoever is above it now, and is checked there', async () => {
    const { union } = await sentUp(system)
    await move(union, elsewhere, there)
    expect([await listed(above, upper, union, 'waiting'), await listed(there, elsewhere, union, 'waiting')]).toEqual([
      false,
      true,
    ])
    expect(await desksOf(union)).toEqual([elsewhere])
    granted(await find(there, elsewhere, union))
  })

  test('an objection is settled above there; looked at again, it is by the new upper union, and who had decided is named', async () => {
    const { union, as } = await objectedTo(system)
    await move(union, elsewhere, there)
    const beyond = (await system.runtime.store.get(unions, elsewhere))?.parent
    if (beyond === undefined) throw new Error('nobody is above there')
    expect(await desksOf(union)).toEqual([beyond])
    const year = yearOf(system)
    const { checkerName } = granted(await system.ask(as, 'home', 'assessment', { union, year }))
    expect(checkerName).toBe(castUnions.street.name)
    const next = await inOffice(system, beyond, 'chair')
    expect(await listed(next.as, beyond, union, 'objected')).toBe(true)
    const settle = { union: beyond, below: union, year, verdict: 'reopen', text: '请看四月的会议记录' }
    granted(await system.ask(next.as, 'home', 'settleAssessment', settle))
    expect(await desksOf(union)).toEqual([elsewhere])
    granted(await find(there, elsewhere, union))
  })

  test('what lies below it follows with its line', async () => {
    const top = await unionBelow(system)
    const { union } = await objectedTo(system)
    const { store } = system.runtime
    const [lower, upperNow, district] = [
      await store.get(unions, union),
      await store.get(unions, top.union),
      (await settler(system)).union,
    ]
    if (lower === undefined || upperNow === undefined) throw new Error('a union is gone')
    await store.transact(async (tx) => {
      await tx.put(unions, { ...lower, parent: top.union, line: [union, ...upperNow.line] })
      return succeed(undefined)
    })
    expect((await recordOf(system, union)).settler).toBe(district)
    await move(top.union, elsewhere, there)
    for (let run = 0; run < 3; run++) await carryLines(system.runtime)
    const line = (await store.get(unions, union))?.line ?? []
    const { checker, settler: settles } = await recordOf(system, union)
    expect([checker, settles]).toEqual([top.union, elsewhere])
    expect(line).toEqual(expect.arrayContaining([checker, settles]))
    expect(await desksOf(union)).toEqual([elsewhere])
  })
})
