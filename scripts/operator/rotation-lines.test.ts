import { randomBytes } from 'node:crypto'
import { rotations } from '../../cloudfunctions/_kernel/records/rotations'
import { keysFrom } from '../../cloudfunctions/_kernel/seal/keys'
import type { Store } from '../../cloudfunctions/_kernel/store/port'
import { runClock } from '../../cloudfunctions/clock/jobs'
import { walksUnder } from '../../cloudfunctions/clock/rotation/progress'
import { openDataFolder } from '../../local/data-folder'
import { isoTime } from '../../shared/core/time'
import { openTestSystem, type TestSystem } from '../../tests/system'
import { rotationLines } from './rotation-lines'

const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const lines = async () => rotationLines(await walksUnder(system.runtime))
const later = (minutes: number) => system.travel(isoTime(start + minutes * 60_000))

/** Both keys of a folder, or with a new one beside each. */
function keys(change?: { readonly seal: Buffer; readonly lock: Buffer }) {
  const { sealing, index } = openDataFolder(system.folder).keys
  return keysFrom({
    seal: new Map([['local', sealing], ...(change === undefined ? [] : [['2027', change.seal] as const])]),
    current: change === undefined ? 'local' : '2027',
    index,
    locks: new Map([['index', index], ...(change === undefined ? [] : [['2027', change.lock] as const])]),
  })
}

test('a change of keys is told from its beginning to the line that says an old one may go', async () => {
  const named = (await walksUnder(system.runtime)).map(({ what, collection }) => `${what}:${collection}`)
  expect((await lines()).slice(0, named.length)).toEqual(
    named.map((name) => expect.stringMatching(new RegExp(`^${name} → (local|index): not begun`))),
  )

  expect(await walked()).toEqual([...named].sort())
  expect((await lines())[0]).toMatch(/^seals:accounts → local: pass 2 of 2 waits until an hour after 2026-11-18T02:00/)
  expect(await lines()).toContain(
    `SEAL_KEYS: change nothing yet, ${named.length - 2} of ${named.length - 2} walks are not done`,
  )

  later(61)
  await runClock(system.runtime)
  expect((await lines()).slice(-2)).toEqual([
    'SEAL_KEYS: everything is under local; any other key may be taken out',
    'LOCK_KEYS: everything is under index; any other key may be taken out',
  ])

  system.useKeys(keys({ seal: randomBytes(32), lock: randomBytes(32) }))
  expect((await lines()).slice(-2)).toEqual([
    expect.stringMatching(/^SEAL_KEYS: change nothing yet/),
    expect.stringMatching(/^LOCK_KEYS: change nothing yet, 2 of 2/),
  ])
  await runClock(system.runtime)
  later(61 + 61)
  await runClock(system.runtime)
  expect((await lines()).slice(-2)).toEqual([
    'SEAL_KEYS: everything is under 2027; any other key may be taken out',
    'LOCK_KEYS: everything is under index+2027; the one that is to go may be taken out, then ask again',
  ])
}, 600_000)

/** The notes that a round of the real clock writes: a walk that is added there and not named here fails this test. */
async function walked(): Promise<readonly string[]> {
  const noted = new Set<string>()
  const { store } = system.runtime
  const watching: Store = {
    ...store,
    transact: (work) =>
      store.transact((tx) =>
        work({
          ...tx,
          put: (collection, document) => {
            if (collection.name === rotations.name) noted.add(document._id)
            return tx.put(collection, document)
          },
        }),
      ),
  }
  await runClock({ ...system.runtime, store: watching })
  return [...noted].sort()
}
