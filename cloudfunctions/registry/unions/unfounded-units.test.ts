import { unfounded } from '../../_kernel/records/unfounded'
import { noticeFoundings } from '../../membership/events/notice-foundings'
import { employed, newMember, newUnit, papersOf, street, upper } from '../../membership/events/events.fixture'
import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { start } from '../applications/applications.fixture'

const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

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
