import { coverages, unions, type UnionRecord } from '../../_kernel/records/registry'
import { newUnit, street, upper } from '../../membership/events/events.fixture'
import { castUnions, stage } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding, factory, factoryChair, historyOf, pageOf, start } from '../applications/applications.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

describe('工会名录', () => {
  test('a field that is told leaves its history, and the same again leaves none', async () => {
    const { union } = await approvedFounding(system)
    const key = 'declaredMembers'
    for (const [at, value] of ['40', '40', '42'].entries()) {
      system.travel(isoTime(start + at * 1000))
      granted(await system.ask(street, 'registry', 'saveRegistryField', { union, key, value }))
    }
    expect((await pageOf(system, union)).members).toEqual({ derived: 0, declared: 42 })
    const changes = (await historyOf(system, union)).filter(({ what }) => what.kind === 'field')
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
    expect((await pageOf(system, union, as)).may.fill).toBe(false)
    const input = { union, key: 'fullTime', value: '2' }
    expect(codeOf(await system.ask(as, 'registry', 'saveRegistryField', input))).toBe('NOT_ALLOWED')
    const organiser = await inOffice(system, union, 'organiser')
    expect((await pageOf(system, union, organiser.as)).may.fill).toBe(true)
    granted(await system.ask(organiser.as, 'registry', 'saveRegistryField', input))
  })

  test('the round and the registry are one place', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    granted(await system.ask(as, 'membership', 'saveUnionField', { union, key: 'address', value: '中山路 1 号' }))
    expect((await pageOf(system, union)).fields.find(({ key }) => key === 'address')).toMatchObject({
      value: '中山路 1 号',
      source: 'told',
    })
    const told = (await historyOf(system, union)).find(({ what }) => what.kind === 'field')
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
    expect((await pageOf(system, union)).branches).toMatchObject([{ kind: 'group', name: '焊接小组' }])
    system.travel(isoTime(start + 2000))
    granted(await system.ask(street, 'registry', 'endBranch', { union, branch }))
    expect((await pageOf(system, union)).branches).toEqual([])
    expect(codeOf(await system.ask(street, 'registry', 'endBranch', { union, branch }))).toBe('NOT_FOUND')
    expect((await historyOf(system, union)).flatMap(({ what }) => (what.kind === 'branch' ? [what.act] : []))).toEqual([
      'ended',
      'renamed',
      'created',
    ])
    const foreign = { union: factory, branch }
    expect(codeOf(await system.ask(factoryChair, 'registry', 'endBranch', foreign))).toBe('NOT_FOUND')
  })

  test('both relations are told, and both can be walked a level at a time', async () => {
    const seen = await pageOf(system, factory)
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
})

test('the registry lists the units that a joint union covers', async () => {
  const joint = castUnions.newForm.id
  const unit = await newUnit(system, { coveredBy: [joint] })
  await system.runtime.store.transact((tx) => tx.put(coverages, { _id: `${joint}:${unit}`, union: joint, unit }))
  const { rows } = granted(await system.ask('demo-newform-chair', 'registry', 'unitsCovered', { union: joint }))
  expect(rows.map((row) => row.unit)).toContain(unit)
})
