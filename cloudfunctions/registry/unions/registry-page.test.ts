import { coverages, unions, type UnionRecord, units } from '../../_kernel/records/registry'
import { newUnit, street, upper, employed, newMember, papersOf } from '../../membership/events/events.fixture'
import { castUnions, stage } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding, factory, factoryChair, historyOf, pageOf, start } from '../applications/applications.fixture'
import { memberships } from '../../_kernel/records/memberships'
import { UnionId, UnitId } from '../../../shared/core/ids'
import { unitRenamings } from '../../_kernel/records/unit-renamings'
import { carryOnRenamings } from '../../membership/units/rename'
import { memberAt } from '../../../tests/faults/of-units'
import { unfounded } from '../../_kernel/records/unfounded'
import { noticeFoundings } from '../../membership/events/notice-foundings'

const dayMs = 86_400_000

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
    const seen = await pageOf(system, union)
    expect(seen).toMatchObject({ name: '青岛朔风精密仪器有限公司工会', type: 'institution', may: { register: true } })
    expect((await system.runtime.store.get(units, unit))?.unitKind).toBe('国有企业')
    const changes = (await historyOf(system, union)).flatMap(({ what }) => (what.kind === 'registered' ? [what] : []))
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
    expect((await pageOf(system, union)).fields[0]).toEqual({ key: 'unitName', value: after, source: 'registered' })
    expect((await historyOf(system, union)).map(({ what }) => what)).toContainEqual({
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
