import { castUnions } from '../../../local/demo/personas'
import { UnionId } from '../../../shared/core/ids'
import { addTotals, noTotals, type StandingTotals } from '../../../shared/home/standards/totals'
import { managed } from '../../../tests/faults/of-meetings'
import { succeed } from '../../../shared/core/outcome'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { keepStanding } from '../../home/standards/keep-standing'
import { homeStandings, type StandingRecord } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { computeStandings } from './standings'

jest.setTimeout(300_000)

let system: TestSystem
const city = castUnions.qingdao.id
const factory = castUnions.factory.id

beforeAll(async () => {
  system = await openTestSystem()
  await computed()
})
afterAll(() => system.close())

async function computed(limit?: number): Promise<void> {
  let after: string | undefined
  do after = (await computeStandings(system.runtime, after, limit)).after
  while (after !== undefined)
}

async function everyOne(): Promise<readonly StandingRecord[]> {
  const found: StandingRecord[] = []
  let cursor: string | undefined
  do {
    const page = await system.runtime.store.find(homeStandings, {
      index: 'byParent',
      equals: {},
      limit: 1_000,
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.documents)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

async function record(id: UnionId): Promise<StandingRecord> {
  const found = await system.runtime.store.get(homeStandings, id)
  if (found === undefined) throw new Error(`${id} has no standing`)
  return found
}

async function union(id: UnionId): Promise<UnionRecord> {
  const found = await system.runtime.store.get(unions, id)
  if (found === undefined) throw new Error(`there is no ${id}`)
  return found
}

/** Of each union, the sum of what is directly below it. */
async function summed(): Promise<ReadonlyMap<string, StandingTotals>> {
  const sums = new Map<string, StandingTotals>()
  for (const { parent, own, below } of await everyOne())
    if (parent !== undefined) sums.set(parent, addTotals(sums.get(parent) ?? noTotals, addTotals(own, below)))
  return sums
}

async function expectSums(): Promise<void> {
  const sums = await summed()
  for (const { _id, below, leads } of await everyOne())
    expect([_id, below, leads]).toEqual([_id, sums.get(_id) ?? noTotals, below.unions > 0 ? true : undefined])
}

test('every union stands against the lists of its region, item by item, from records alone', async () => {
  const { standing } = await record(factory)
  expect(standing?.standards).toEqual(['six-have', 'eight-have', 'ENT'])
  expect(standing?.items['QD-ENT-ORG-06']).toMatch(/met|gap/)
  expect(standing?.items['QD-ENT-POL-01']).toBe('open')
})

test('what is below a union is the sum of what is directly below it, level by level', async () => {
  await expectSums()
  const { own, below } = await record(city)
  const all = await Promise.all((await everyOne()).map(({ _id }) => union(_id)))
  const ofTheCity = all.filter(({ line, status }) => status === 'active' && line.includes(city))
  expect(addTotals(own, below).unions).toBe(ofTheCity.length)
})

test('looked at again, nothing is written', async () => {
  const before = await everyOne()
  await computed(7)
  expect(await everyOne()).toEqual(before)
})

test('集体合同建制率 of a place is counted from the contracts of the enterprises below it (M13)', async () => {
  const { street } = castUnions
  const told = async () => {
    const { standards } = granted(await system.ask('demo-street', 'home', 'standing', { union: street.id }))
    const items = standards.flatMap(({ items }) => items)
    return items.find(({ id }) => id === 'QD-REG-SYS-05')?.metrics[0]?.text
  }
  const below = (await record(street.id)).below.items['QD-ENT-SYS-09']
  const all = (below?.met ?? 0) + (below?.gap ?? 0)
  expect(await told()).toMatch(new RegExp(`^${below?.met} ÷ ${all} ＝ .*，要求 90%`))
  await managed(system)
  await computed()
  expect(await told()).toMatch(new RegExp(`^${(below?.met ?? 0) + 1} ÷ ${all} ＝`))
})

test('a union that comes under another takes what is below it along, and one that ended is in no sum', async () => {
  const moving = await union(
    UnionId.parse((await everyOne()).find(({ below }) => below.unions > 0 && below.unions < 9)?._id),
  )
  const { standing } = await record(moving._id)
  const under = (parent: UnionId | undefined, line: readonly UnionId[], status: UnionRecord['status'] = 'active') =>
    system.runtime.store.transact((tx) =>
      keepStanding(
        tx,
        { ...moving, ...(parent === undefined ? {} : { parent }), line: [...line], status },
        status === 'active' ? standing : undefined,
      ),
    )
  const other = castUnions.factory.id === moving._id ? city : factory
  await under(other, [moving._id, ...(await union(other)).line])
  await expectSums()
  await under(other, [moving._id, ...(await union(other)).line], 'dissolved')
  await expectSums()
  await under(moving.parent, moving.line)
  await expectSums()
})

test('two unions that changed places between two rounds: the sums are right, and the climb ends', async () => {
  const { street } = castUnions
  const like = await union(factory)
  const [a, b] = [UnionId.parse('union-swap-a'), UnionId.parse('union-swap-b')]
  const lie = (id: UnionId, above: readonly UnionId[]) =>
    system.runtime.store.transact(async (tx) => {
      const { hostUnit: _, ...rest } = like
      await tx.put(unions, { ...rest, _id: id, name: id, parent: above[0] ?? street.id, line: [id, ...above] })
      return succeed(undefined)
    })
  const above = (await union(street.id)).line
  await lie(a, above)
  await lie(b, [a, ...above])
  await computed()
  await lie(b, above)
  await lie(a, [b, ...above])
  // Whichever the round comes to first: here the one that is still kept above.
  const { standing } = await record(a)
  const moved = await union(a)
  await system.runtime.store.transact((tx) => keepStanding(tx, moved, standing))
  await expectSums()
  await computed()
  await expectSums()
  expect((await record(b)).below.unions).toBe(1)
  expect((await record(a)).below.unions).toBe(0)
})
