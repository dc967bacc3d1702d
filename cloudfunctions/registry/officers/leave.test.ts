import { officers } from '../../_kernel/records/registry'
import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'

const union = castUnions.factory.id
const street = 'demo-street'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(Date.parse('2026-11-18T02:00:00.000Z'))))

const mayAct = async (as: string) =>
  codeOf(await system.ask(as, 'membership', 'inbox', { union })) === 'OK' &&
  codeOf(await system.ask(as, 'registry', 'officers', { union })) === 'OK'
const on = (day: string) => system.travel(isoTime(Date.parse(`${day}T02:00:00.000Z`)))

describe('leave', () => {
  test('my office rests on its days and no other, and a colleague acts with its rights on the same', async () => {
    const [chair, clerk] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'clerk')]
    const leave = { union, from: '2026-11-20', until: '2026-11-22', deputy: clerk.officer }
    expect([await mayAct(chair.as), await mayAct(clerk.as)]).toEqual([true, false])
    granted(await system.ask(chair.as, 'registry', 'takeLeave', leave))
    for (const [day, both] of [
      ['2026-11-19', [true, false]],
      ['2026-11-20', [false, true]],
      ['2026-11-22', [false, true]],
      ['2026-11-23', [true, false]],
    ] as const) {
      on(day)
      expect({ day, both: [await mayAct(chair.as), await mayAct(clerk.as)] }).toEqual({ day, both })
    }
  })

  test('back early, both are as before', async () => {
    const [chair, clerk] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'clerk')]
    const leave = { union, from: '2026-11-18', until: '2026-12-01', deputy: clerk.officer }
    granted(await system.ask(chair.as, 'registry', 'takeLeave', leave))
    expect([await mayAct(chair.as), await mayAct(clerk.as)]).toEqual([false, true])
    granted(await system.ask(chair.as, 'registry', 'endLeave', { union }))
    expect([await mayAct(chair.as), await mayAct(clerk.as)]).toEqual([true, false])
  })

  test('whoever acts for an office that is ended acts no more', async () => {
    const [chair, clerk] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'clerk')]
    const leave = { union, from: '2026-11-18', until: '2026-12-01', deputy: clerk.officer }
    granted(await system.ask(chair.as, 'registry', 'takeLeave', leave))
    granted(await system.ask(street, 'registry', 'endOffice', { union, officer: chair.officer }))
    expect([await mayAct(chair.as), await mayAct(clerk.as)]).toEqual([false, false])
  })

  test('not backwards, not for years, not with oneself, and not with whoever is away or acts already', async () => {
    const [chair, away, other] = [
      await inOffice(system, union, 'chair'),
      await inOffice(system, union, 'clerk'),
      await inOffice(system, union, 'organiser'),
    ]
    const leave = { union, from: '2026-11-18', until: '2026-12-01', deputy: other.officer }
    const ask = async (as: string, change: object) =>
      codeOf(await system.ask(as, 'registry', 'takeLeave', { ...leave, ...change }))
    expect(await ask(chair.as, { from: '2026-11-01' })).toBe('LEAVE_INVALID')
    expect(await ask(chair.as, { until: '2026-11-17' })).toBe('LEAVE_INVALID')
    expect(await ask(chair.as, { until: '2028-01-01' })).toBe('LEAVE_INVALID')
    expect(await ask(chair.as, { deputy: chair.officer })).toBe('DEPUTY_INVALID')
    expect(await ask(away.as, {})).toBe('OK')
    expect(await ask(chair.as, {})).toBe('DEPUTY_INVALID')
    expect(await ask(chair.as, { deputy: away.officer })).toBe('DEPUTY_INVALID')
    expect(await ask(system.newcomer(), {})).toBe('OFFICER_UNKNOWN')
  })
})

test('handing over: the chair proposes, the office comes from above, and the old one ends when the new one is taken', async () => {
  const chair = await inOffice(system, union, 'chair')
  const mobile = '15420876543'
  granted(await system.ask(chair.as, 'registry', 'proposeSuccessor', { union, name: '林小满', mobile }))
  const seen = granted(await system.ask(street, 'registry', 'officers', { union }))
  expect(seen.officers.find(({ officer }) => officer === chair.officer)?.successor).toEqual({ name: '林小满', mobile })
  const office = { union, role: 'chair', name: '林小满', mobile, until: '2029-11-18', replaces: chair.officer }
  const { code } = granted(await system.ask(street, 'registry', 'grantOffice', office))
  expect(await mayAct(chair.as)).toBe(true)
  const next = system.newcomer()
  await system.verifyPhone(next, mobile)
  granted(await system.ask(next, 'registry', 'takeOffice', { code }))
  expect([await mayAct(chair.as), await mayAct(next)]).toEqual([false, true])
  expect((await system.runtime.store.get(officers, chair.officer))?.until).toBeDefined()
  expect(granted(await system.ask(chair.as, 'session', 'me', {})).notices[0]?.text).toMatch(/已经移交/)
  expect(codeOf(await system.ask(street, 'registry', 'grantOffice', { ...office, replaces: 'somebody' }))).toBe(
    'OFFICER_UNKNOWN',
  )
})

test('while a clerk or a scrutineer is away, the chair who acts for them neither counts nor watches the review of the own union', async () => {
  const [chair, clerk, scrutineer] = [
    await inOffice(system, union, 'chair'),
    await inOffice(system, union, 'clerk'),
    await inOffice(system, union, 'scrutineer'),
  ]
  const leave = { union, from: '2026-11-18', until: '2026-11-20', deputy: chair.officer }
  granted(await system.ask(clerk.as, 'registry', 'takeLeave', leave))
  expect(codeOf(await system.ask(chair.as, 'review', 'paperReviews', { union }))).toBe('NOT_ALLOWED')
  on('2026-11-21')
  const next = { ...leave, from: '2026-11-21', until: '2026-11-22' }
  granted(await system.ask(scrutineer.as, 'registry', 'takeLeave', next))
  const any = { union, review: '2026:members:any' }
  expect(codeOf(await system.ask(chair.as, 'review', 'exportStanding', any))).toBe('NOT_ALLOWED')
})
