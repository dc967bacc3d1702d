import { contractVersion, isSupported, oldestSupported } from '../shared/contract/version'
import { openTestSystem, type TestSystem } from './system'

describe('the version of the contract', () => {
  test('this version is supported, and the oldest that is supported is not a later one', () => {
    expect(isSupported(contractVersion)).toBe(true)
    expect(oldestSupported).toBeLessThanOrEqual(contractVersion)
  })

  test.each([
    ['the oldest that is supported', 3, 3, true],
    ['an older one', 2, 3, false],
    ['one that says nothing, while the first is supported', undefined, 1, true],
    ['one that says nothing, later on', undefined, 2, false],
    ['a later one, after a rollback', 9, 3, true],
  ])('%s', (_, version, oldest, supported) => {
    expect(isSupported(version, oldest)).toBe(supported)
  })
})

describe('an app older than what is supported', () => {
  let system: TestSystem
  beforeAll(async () => {
    system = await openTestSystem()
  }, 600_000)
  afterAll(() => system.close())
  const old = oldestSupported - 1
  const refused = { ok: false, error: { code: 'UPDATE_REQUIRED', message: expect.stringMatching(/更新/) } }

  test('is told to update, whatever it asks, also for what is not there any more', async () => {
    for (const [name, procedure] of [
      ['session', 'me'],
      ['membership', 'submit'],
      ['registry', 'no-longer-there'],
    ] as const)
      expect(await system.carry('somebody', name, { procedure, input: {}, version: old })).toMatchObject(refused)
  })

  test('is told so before who calls is looked at: nobody has to sign in to learn it', async () => {
    expect(await system.carry(undefined, 'session', { procedure: 'me', input: {}, version: old })).toMatchObject(
      refused,
    )
  })

  test.each([
    ['text', '1'],
    ['a fraction', 1.5],
    ['an object', {}],
  ])('%s is no version', async (_, version) => {
    const answer = await system.carry('somebody', 'session', { procedure: 'me', input: {}, version })
    expect(answer).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  })
})
