import { memberships } from '../../_kernel/records/memberships'
import { unions, units } from '../../_kernel/records/registry'
import { UnionId, UnitId } from '../../../shared/core/ids'
import { unitRenamings } from '../../_kernel/records/unit-renamings'
import { carryOnRenamings } from '../../membership/units/rename'
import { street } from '../../membership/events/events.fixture'
import { isoTime } from '../../../shared/core/time'
import { memberAt } from '../../../tests/faults/of-units'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding, historyOf, pageOf, start } from '../applications/applications.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

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
