import { daysAfter, monthsAfter } from '../../../shared/core/calendar'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { howManySignedUp, signedUpFor } from '../../../tests/faults/of-openness'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { seats } from '../../_kernel/records/publications'
import { forgetSignUps } from './sign-ups'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
}, 600_000)
afterAll(() => system.close())

test('who signed up is forgotten a year after the activity; how many there were stays', async () => {
  const { as, publication } = await signedUpFor(system)
  const day = daysAfter(chinaDay(system.runtime.now()), 7)
  const clockOn = (date: string) => {
    system.travel(isoTime(Date.parse(`${date}T04:00:00.000Z`)))
    return forgetSignUps(system.runtime)
  }
  const signedUp = async () =>
    granted(await system.ask(as, 'registry', 'publication', { publication })).activity?.signedUp

  expect(await clockOn(monthsAfter(day, 12))).toBe(0)
  expect(await clockOn(daysAfter(monthsAfter(day, 12), 1))).toBe(1)
  expect(await howManySignedUp(system, publication)).toBe(0)
  expect(await system.runtime.store.count(seats, { index: 'byPublication', equals: { publication } })).toBe(0)
  expect(await signedUp()).toBe(1)
  expect(await forgetSignUps(system.runtime)).toBe(0)
})
