import { castUnions, castUnits } from '../../../local/demo/personas'
import { situations } from '../../../tests/forms'
import { entrustedMember, entrusting, joinedMember, recordOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { officerOpenid } from '../../../local/demo/officers'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const manager = officerOpenid(castUnions.agency.id, 'chair')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const entrust = (input: object, as = chair) => system.ask(as, 'membership', 'entrust', input)

describe('委托管理 (M8)', () => {
  test('the officer is offered the other side’s union and the two units', async () => {
    const { person } = await joinedMember(system, situations.dispatched)
    const choices = granted(await system.ask(chair, 'membership', 'entrustChoices', { union, person }))
    expect(choices.unions.map((one) => one.union)).toEqual([castUnions.agency.id])
    expect(choices.units.map((one) => one.unit)).toEqual([castUnits.agency.id, castUnits.factory.id])
  })

  test('membership and vote stay where they are; the managing union sees the member, and nobody else does', async () => {
    const member = await entrustedMember(system)
    expect(await recordOf(system, member.person)).toMatchObject({
      union,
      state: 'active',
      entrusted: { to: castUnions.agency.id, payingUnit: castUnits.agency.id },
    })
    const here = { union: castUnions.agency.id }
    const { rows } = granted(await system.ask(manager, 'membership', 'entrustedHere', here))
    expect(rows).toContainEqual(
      expect.objectContaining({ person: member.person, name: '测试人', unionName: castUnions.factory.name }),
    )
    expect(granted(await system.ask(chair, 'membership', 'entrustedHere', { union })).rows).toEqual([])
    const roster = granted(await system.ask(manager, 'membership', 'roster', { ...here, search: '测试人' }))
    expect(roster.rows).toEqual([])
    const { membership } = granted(await system.ask(member.as, 'membership', 'myMembership', {}))
    expect(membership?.entrusted).toMatchObject({ unionName: castUnions.agency.name })
  })

  test.each([
    ['a union of neither side', { to: castUnions.newForm.id }, 'ENTRUST_CHOICE_INVALID'],
    ['the union that holds the membership', { to: union }, 'ENTRUST_CHOICE_INVALID'],
    ['a unit of neither side paying', { payingUnit: castUnits.restaurant.id }, 'ENTRUST_CHOICE_INVALID'],
    ['without the agreement', { agreement: undefined }, 'DOCUMENT_MISSING'],
    ['from tomorrow', { since: '2026-11-19' }, 'DAY_INVALID'],
  ])('%s is refused', async (_, wrong, code) => {
    const { person } = await joinedMember(system, situations.dispatched)
    expect(codeOf(await entrust({ ...entrusting(person, system), ...wrong }))).toBe(code)
    expect((await recordOf(system, person)).entrusted).toBeUndefined()
  })

  test('is for dispatched workers, and once at a time', async () => {
    const own = await joinedMember(system)
    expect(codeOf(await entrust(entrusting(own.person, system)))).toBe('ENTRUST_DISPATCHED_ONLY')
    const { person } = await entrustedMember(system)
    expect(codeOf(await entrust(entrusting(person, system)))).toBe('ENTRUSTED_ALREADY')
  })

  test('ends by agreement, and with a membership that is kept', async () => {
    const { person } = await entrustedMember(system)
    const end = { union, person, on: '2026-11-18' }
    granted(await system.ask(chair, 'membership', 'endEntrust', end))
    expect(await recordOf(system, person)).not.toHaveProperty('entrustedTo')
    expect(codeOf(await system.ask(chair, 'membership', 'endEntrust', end))).toBe('NOT_ENTRUSTED')

    const kept = await entrustedMember(system)
    const change = { kind: 'retain', reason: 'unemployed', on: '2026-11-18' }
    granted(await system.ask(chair, 'membership', 'changeMembership', { union, person: kept.person, change }))
    const record = await recordOf(system, kept.person)
    expect([record.entrusted, record.entrustedTo]).toEqual([undefined, undefined])
    expect(codeOf(await entrust(entrusting(kept.person, system)))).toBe('MEMBERSHIP_RETAINED')
  })
})
