import { castUnions } from '../../../local/demo/personas'
import { succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { unitOnFile } from '../../../tests/faults/of-units'
import { openTestSystem, type TestSystem } from '../../../tests/system'
import { units } from '../../_kernel/records/registry'
import { union, newForm, start, freshCode, slipIn, compareAll, taskOf } from './units.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  await compareAll(system)
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

describe('a unit on file twice is found (U1–U5, U7)', () => {
  test('by its code, by a slip in it, by its name; not by two valid codes', async () => {
    const code = freshCode()
    const first = await unitOnFile(system, { name: '青岛甲', uscc: code, union })
    const again = await unitOnFile(system, { name: '青岛乙', uscc: code, union })
    const slip = await unitOnFile(system, { name: '青岛丙', uscc: slipIn(code), union })
    const unnamed = await unitOnFile(system, { name: '青岛 甲', union })
    const another = await unitOnFile(system, { name: '青岛甲', uscc: freshCode(), union })
    await compareAll(system)
    for (const [one, other] of [
      [first, again],
      [first, slip],
      [first, unnamed],
      [another, unnamed],
    ] as const)
      expect((await taskOf(system, one, other))?.state).toBe('open')
    expect(await taskOf(system, first, another)).toBeUndefined()
    expect(await taskOf(system, slip, unnamed)).toBeUndefined()
    await system.runtime.store.transact(async (tx) => {
      for (const id of [first, again, slip, unnamed, another]) await tx.remove(units, id)
      return succeed(undefined)
    })
  })

  test('a code that is written later finds the other one; two clocks at once open one task', async () => {
    const code = freshCode()
    const first = await unitOnFile(system, { uscc: code, union })
    const other = await unitOnFile(system, { union })
    await compareAll(system)
    expect(await taskOf(system, first, other)).toBeUndefined()
    await system.runtime.store.transact(async (tx) => {
      const unit = await tx.get(units, other)
      if (unit !== undefined) await tx.put(units, { ...unit, uscc: code })
      return succeed(undefined)
    })
    await Promise.all([compareAll(system), compareAll(system)])
    expect((await taskOf(system, first, other))?.steps).toHaveLength(1)
  })

  test('the union that both are covered by decides, else the nearest one above both', async () => {
    const code = freshCode()
    const [one, other, third] = [
      await unitOnFile(system, { uscc: code, coveredBy: [newForm] }),
      await unitOnFile(system, { uscc: code, coveredBy: [newForm] }),
      await unitOnFile(system, { uscc: code, union }),
    ]
    await compareAll(system)
    expect((await taskOf(system, one, other))?.desk).toBe(newForm)
    expect((await taskOf(system, one, third))?.desk).toBe(castUnions.street.id)
  })

  test('one that nobody organises is the nearest seat’s of its place', async () => {
    const code = freshCode()
    const [one, other] = [await unitOnFile(system, { uscc: code }), await unitOnFile(system, { uscc: code })]
    await compareAll(system)
    expect((await taskOf(system, one, other))?.state).toBe('open')
  })
})
