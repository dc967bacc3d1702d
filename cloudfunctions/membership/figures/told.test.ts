import { castUnions } from '../../../local/demo/personas'
import { UnionId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { flowKeys, fromKeys, noFigures, type Figures, type Flows } from '../../../shared/org/figures'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { unions } from '../../_kernel/records/registry'
import { writeCounts } from './tree'

const { street, factory } = castUnions
const month = '2026-11'
const own: Figures = { ...noFigures, unions: 1, members: 6, roundMembers: 6, roundWomen: 1, roundDispatched: 1 }
/** One of each: whoever is told how many went for which reason is told who. */
const flows: Flows = fromKeys(flowKeys, () => 1)

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  system.travel(isoTime(Date.parse('2026-11-18T02:00:00.000Z')))
  const { store } = system.runtime
  for (const { id } of [street, factory]) {
    const union = await store.get(unions, id)
    if (union === undefined) throw new Error(`${id} is not there`)
    await writeCounts([{ union, own, flows: new Map([[month, flows]]), countedAt: system.runtime.now() }], store)
  }
})
afterAll(() => system.close())

const ask = (procedure: 'figures' | 'figuresBelow' | 'monthTable', input: object) =>
  system.ask('demo-street', 'membership', procedure, { union: street.id, ...input } as never)

test.each([
  ['figures', {}],
  ['figures', { union: factory.id }],
  ['figuresBelow', { show: 'all' }],
  ['monthTable', { union: factory.id }],
] as const)('%s %p tells how many came and went, never why, and no groups (S3–S6)', async (procedure, input) => {
  const told = JSON.stringify(granted(await ask(procedure, input)))
  expect(told).toContain('"flows":{"came":')
  expect(told).not.toMatch(/expelled|deceased|"left"|movedOut|reinstated|Women|Dispatched|NewForm/)
})

test('why a union gets no subsidy is told by the table of its own place', async () => {
  const { store, now } = system.runtime
  const like = await store.get(unions, castUnions.battery.id)
  if (like === undefined) throw new Error('the battery’s union is gone')
  const _id = UnionId.parse('union-of-another-place')
  const union = { ...like, _id, parent: street.id, line: [_id, street.id] }
  await store.transact((tx) => tx.insert(unions, union))
  await writeCounts([{ union, own: noFigures, flows: new Map(), countedAt: now() }], store)
  const { table, rows } = granted(await system.ask('demo-street', 'membership', 'subsidies', { union: street.id }))
  expect(table).toEqual([])
  const whys = new Map(rows.map(({ union: id, why }) => [id, why]))
  expect([whys.get(_id), whys.get(factory.id)]).toEqual(['not-checked', 'no-table'])
})

test('what became of the people of a union its own officers are told, and nobody above', async () => {
  const asked = async (as: string) =>
    granted(await system.ask(as, 'membership', 'monthTable', { union: factory.id })).changes
  expect(await asked('demo-factory-chair')).toMatchObject({ expelled: 1 })
  expect(await asked('demo-street')).toBeUndefined()
})
