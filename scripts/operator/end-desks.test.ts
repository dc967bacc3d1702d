import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { auditEntries } from '../../cloudfunctions/_kernel/records/upkeep'
import { codeOf, granted, openTestSystem, type TestBrowser, type TestSystem } from '../../tests/system'
import { endDesks, readWhose } from './end-desks'

const [chair, street] = ['demo-factory-chair', 'demo-street']
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

async function signedIn(as: string): Promise<TestBrowser> {
  const browser = system.browser()
  const { code, number } = granted(await browser.ask('session', 'openSignIn', {}))
  granted(await system.ask(as, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } }))
  granted(await browser.ask('session', 'collectSignIn', { code }))
  return browser
}
const look = async (browser: TestBrowser) => codeOf(await browser.ask('session', 'me', {}))

test('the operator signs one person’s desks out, or everybody’s, and the trail says so', async () => {
  const mine = await Promise.all([signedIn(chair), signedIn(chair)])
  const other = await signedIn(street)
  const account = accountOf(chair, system.runtime)
  expect(await endDesks(account, system.runtime)).toBe(2)
  expect(await Promise.all([...mine, other].map(look))).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'OK'])

  await Promise.all(Array.from({ length: 50 }, () => signedIn(chair)))
  expect(await endDesks('all', system.runtime)).toBe(51)
  expect(await look(other)).toBe('NOT_SIGNED_IN')
  expect(await endDesks('all', system.runtime)).toBe(0)
  const trail = { index: 'bySubject', equals: { subject: account }, limit: 1000 }
  const { documents } = await system.runtime.store.find(auditEntries, trail)
  expect(documents).toContainEqual(expect.objectContaining({ action: 'desk.sign-out', actor: 'operator' }))
}, 600_000)

test.each([[[]], [['']], [['all', 'more']], [['no such account!']]])('%j means nobody', (args) => {
  expect(() => readWhose(args)).toThrow(/npm run end-desks/)
})
