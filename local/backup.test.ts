import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '../cloudfunctions/_kernel/audit-chain/verify'
import { applications } from '../cloudfunctions/_kernel/records/applications'
import { casts } from '../cloudfunctions/_kernel/records/casts'
import { openJson } from '../cloudfunctions/_kernel/secrets'
import { ApplicantSecrets } from '../cloudfunctions/_kernel/records/applications'
import { runClock } from '../cloudfunctions/clock/jobs'
import { formFor, sent, situations, somebody } from '../tests/forms'
import { granted, openTestSystem } from '../tests/system'
import { backUp } from './backup'
import { CannotStart } from './data-folder'
import { openLocalSystem } from './runtime'

const parent = mkdtempSync(join(tmpdir(), 'backup-'))
afterAll(() => rmSync(parent, { recursive: true }))

test('a backup taken while people join holds whatever was acknowledged before it, whole, and opens with the keys that were kept apart', async () => {
  const system = await openTestSystem()
  const signed = await formFor(system, system.newcomer(), somebody(), situations.battery)
  const signer = system.newcomer()
  const before = [granted(await system.ask(signer, 'membership', 'submit', { form: signed })).application]
  for (let count = 0; count < 5; count++)
    before.push((await sent(system, system.newcomer(), somebody(), situations.rider)).application)
  await runClock(system.runtime)

  const cast = { _id: 'a'.repeat(43), review: 'b'.repeat(43), envelope: 'ballot', cast: 'c' } as const
  await system.runtime.ballots.insert(casts, cast)

  const joining = Array.from({ length: 12 }, () => sent(system, system.newcomer(), somebody(), situations.workshop))
  const target = join(parent, 'copy')
  backUp(system.folder, target)
  await Promise.all(joining)
  expect(existsSync(join(target, 'keys.json'))).toBe(false)
  copyFileSync(join(system.folder, 'keys.json'), join(target, 'keys.json'))
  const originals = await Promise.all(before.map((id) => system.runtime.store.get(applications, id)))
  await system.close()

  const restored = openLocalSystem({ folder: target, origin: 'http://127.0.0.1' })
  const { store, ballots, sealer, files } = restored.runtime
  expect(await ballots.get(casts, cast._id)).toEqual(cast)
  for (const original of originals) {
    if (original === undefined) throw new Error('an application is gone from the original')
    expect(await store.get(applications, original._id)).toEqual(original)
    const place = { collection: 'applications', id: original._id, field: 'secrets' }
    expect(openJson(sealer, place, ApplicantSecrets, original.secrets).name).toBe('测试人')
  }
  const signature = originals[0]?.letter.signature
  expect(signature).toBeDefined()
  expect(signature === undefined ? undefined : await files.get(signature)).toBeDefined()
  expect(await verifyAudit(store)).toEqual([])
  await restored.close()
})

test.each([
  ['a folder that holds something', () => backUp(parent, parent)],
  ['a folder with nothing to back up', () => backUp(mkdtempSync(join(parent, 'empty-')), join(parent, 'nowhere'))],
])('%s: one sentence', (_, act) => {
  expect(act).toThrow(CannotStart)
})
