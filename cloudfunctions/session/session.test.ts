import { accountOf } from '../_kernel/caller'
import { accounts } from '../_kernel/records/accounts'
import { castPeople, castUnions } from '../../local/demo/personas'
import { sent, situations, somebody } from '../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const me = async (as: string) => granted(await system.ask(as, 'session', 'me', {}))

describe('the first page knows who looks at it', () => {
  test('somebody new', async () => {
    expect(await me(system.newcomer())).toEqual({ standing: { kind: 'none' }, offices: [], notices: [] })
  })

  test('somebody who is applying, with the days that are left', async () => {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.rider)
    expect((await me(as)).standing).toMatchObject({ kind: 'applying', application, workingDaysLeft: 15 })
  })

  test('somebody with a draft', async () => {
    const as = system.newcomer()
    granted(await system.ask(as, 'membership', 'saveDraft', { draft: { step: 'identity', answers: { name: '某' } } }))
    expect((await me(as)).draft).toMatchObject({ step: 'identity' })
  })

  test('a member, by the masked name', async () => {
    const { standing } = await me('demo-factory-chair')
    expect(standing).toMatchObject({ kind: 'member', maskedName: '赵*青', union: castUnions.factory.id })
  })

  test('a chair, with what waits', async () => {
    const [office] = (await me('demo-factory-chair')).offices
    expect(office).toMatchObject({ union: castUnions.factory.id, role: 'chair' })
    const inbox = granted(
      await system.ask('demo-factory-chair', 'membership', 'inbox', { union: castUnions.factory.id }),
    )
    expect(office?.waiting).toBe(inbox.total)
  })
})

describe('WeChat vouches for a phone', () => {
  test('it is kept sealed and shown masked', async () => {
    const as = system.newcomer()
    await system.verifyPhone(as, '15412345678')
    expect((await me(as)).verifiedMobile).toBe('154****5678')
    const kept = await system.runtime.store.get(accounts, accountOf(as, system.runtime))
    expect(JSON.stringify(kept)).not.toContain('15412345678')
  })

  test('a code works once', async () => {
    const as = system.newcomer()
    const code = system.phoneCode(as, '15412345679')
    granted(await system.ask(as, 'session', 'verifyPhone', { code }))
    expect(codeOf(await system.ask(as, 'session', 'verifyPhone', { code }))).toBe('PHONE_NOT_VERIFIED')
  })

  test('a code is worth nothing to another account', async () => {
    const code = system.phoneCode('demo-known', castPeople.known.mobile)
    const thief = system.newcomer()
    expect(codeOf(await system.ask(thief, 'session', 'verifyPhone', { code }))).toBe('PHONE_NOT_VERIFIED')
    expect((await me(thief)).verifiedMobile).toBeUndefined()
  })

  test('a code that WeChat never gave', async () => {
    expect(codeOf(await system.ask(system.newcomer(), 'session', 'verifyPhone', { code: 'made-up' }))).toBe(
      'PHONE_NOT_VERIFIED',
    )
  })
})

describe('a notice', () => {
  test('is put aside by its reader, and by nobody else', async () => {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.workshop)
    granted(
      await system.ask('demo-factory-chair', 'membership', 'decide', {
        union: castUnions.factory.id,
        application,
        seen: 1,
        verdict: { kind: 'return', reasons: ['name'] },
      }),
    )
    const [notice] = (await me(as)).notices
    expect(notice?.application).toBe(application)
    await system.ask(system.newcomer(), 'session', 'readNotice', { notice: notice?.id ?? '' })
    expect((await me(as)).notices).toHaveLength(1)
    granted(await system.ask(as, 'session', 'readNotice', { notice: notice?.id ?? '' }))
    expect((await me(as)).notices).toEqual([])
  })
})
