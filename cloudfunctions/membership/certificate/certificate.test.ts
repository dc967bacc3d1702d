import { forgetCodes } from '../../clock/retention/codes'
import { memberships } from '../../_kernel/records/memberships'
import { isoTime } from '../../../shared/core/time'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { joinedMember, recordOf } from '../../../tests/members'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 24 * 60 * 60 * 1000
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const issue = (as: string) => system.ask(as, 'membership', 'issueCertificate', { destination: '杭州市总工会' })
const see = async (code: string) => granted(await system.ask(undefined, 'membership', 'seeCertificate', { code }))

describe('a member who goes to a union outside this system', () => {
  test('shows a certificate that anybody checks; it names nobody beyond the mask', async () => {
    const { as, worker } = await joinedMember(system)
    const { code, link } = granted(await issue(as))
    expect(link).toContain(code)
    const seen = await see(code)
    expect(seen).toMatchObject({ state: 'valid', destination: '杭州市总工会', retained: false })
    expect(JSON.stringify(seen)).not.toContain(worker.name)
    expect(granted(await system.ask(as, 'membership', 'myCertificate', {})).certificate?.code).toBe(code)
  })

  test('stays a member here until the other union has taken them, and leaves then, number and history kept', async () => {
    const { as, person } = await joinedMember(system)
    const { code } = granted(await issue(as))
    const before = await recordOf(system, person)
    granted(await system.ask(as, 'membership', 'certificateReceived', {}))
    expect(await recordOf(system, person)).toMatchObject({
      state: 'left',
      reason: 'moved-outside',
      memberNumber: before.memberNumber,
      since: before.since,
    })
    expect(await see(code)).toEqual({ state: 'over' })
    expect(codeOf(await system.ask(as, 'membership', 'certificateReceived', {}))).toBe('CERTIFICATE_GONE')
    expect(codeOf(await issue(as))).toBe('NOT_A_MEMBER')
  })

  test('has one at a time', async () => {
    const { as } = await joinedMember(system)
    const [first, second] = [granted(await issue(as)).code, granted(await issue(as)).code]
    expect(await see(first)).toEqual({ state: 'over' })
    expect(await see(second)).toMatchObject({ state: 'valid' })
    granted(await system.ask(as, 'membership', 'withdrawCertificate', {}))
    expect(await see(second)).toEqual({ state: 'over' })
    expect(granted(await system.ask(as, 'membership', 'myCertificate', {}))).toEqual({})
  })

  test('after ninety days it is over, and so it is once another union holds the membership', async () => {
    const { as, person } = await joinedMember(system)
    const { code } = granted(await issue(as))
    system.travel(isoTime(start + 90 * dayMs - 1))
    expect(await see(code)).toMatchObject({ state: 'valid' })
    system.travel(isoTime(start + 90 * dayMs))
    expect(await see(code)).toEqual({ state: 'over' })

    system.travel(isoTime(start))
    const again = granted(await issue(as)).code
    const held = await recordOf(system, person)
    await system.runtime.store.transact((tx) => tx.put(memberships, { ...held, union: 'another' as typeof held.union }))
    expect(await see(again)).toEqual({ state: 'over' })
  })

  test('whoever guesses codes is stopped after twenty a day', async () => {
    const guesser = system.newcomer()
    const { code } = granted(await issue((await joinedMember(system)).as))
    const look = (what: string) => system.ask(guesser, 'membership', 'seeCertificate', { code: what })
    for (let guess = 0; guess < 20; guess++) {
      expect(granted(await look(String(guess).padStart(22, 'A'))).state).toBe('over')
      expect(granted(await look(code)).state).toBe('valid')
    }
    expect(codeOf(await look('B'.repeat(22)))).toBe('TOO_MANY')
    expect(granted(await look(code)).state).toBe('valid')
  })

  test('it is among what is kept about the person, and goes when it has run out', async () => {
    const { as } = await joinedMember(system)
    granted(await issue(as))
    const kept = async () => granted(await system.ask(as, 'membership', 'aboutMe', {})).certificates
    expect(await kept()).toMatchObject([{ state: 'open', destination: '杭州市总工会' }])
    system.travel(isoTime(start + 90 * dayMs))
    await forgetCodes(system.runtime)
    expect(await kept()).toHaveLength(1)
    system.travel(isoTime(start + 91 * dayMs))
    await forgetCodes(system.runtime)
    expect(await kept()).toEqual([])
  })

  test('nobody else has one, and a made-up code says nothing', async () => {
    expect(codeOf(await issue(system.newcomer()))).toBe('NOT_A_MEMBER')
    expect(await see('fzwanlstSGCKxOHwk217JQ')).toEqual({ state: 'over' })
  })
})
