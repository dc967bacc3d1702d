import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { displayNotice } from '../../../shared/policy/privacy'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { officers } from '../../_kernel/records/registry'
import { withdrawDisplays } from './displays'

const union = castUnions.factory.id
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

test('what an officer published goes when the term runs out, and not before', async () => {
  const until = '2027-03-01T16:00:00.000Z'
  const { as, officer } = await inOffice(system, union, 'clerk', until)
  const display = { kind: 'contact', consent: displayNotice.version, phone: '0532-12345678', photo: 'none' }
  granted(await system.ask(as, 'registry', 'setDisplay', { union, display }))
  const kept = () => system.runtime.store.get(officers, officer)
  const clockAt = (time: number) => {
    system.travel(isoTime(time))
    return withdrawDisplays(system.runtime)
  }

  await clockAt(Date.parse(until) - 1)
  expect(await kept()).toHaveProperty('display')
  expect(await clockAt(Date.parse(until) + 1)).toBeGreaterThan(0)
  expect(await kept()).toMatchObject({ shown: false, until })
  expect(await kept()).not.toHaveProperty('display')
  expect(await withdrawDisplays(system.runtime)).toBe(0)
})
