import { join } from 'node:path'
import { isoTime } from '../shared/core/time'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { auditEntries } from '../cloudfunctions/_kernel/records/upkeep'
import { outbox } from '../cloudfunctions/_kernel/records/outbox'
import type { LogEntry } from '../cloudfunctions/_kernel/runtime'
import { activated, attempt, cardOf, cardPhone } from './card-phone'
import { everythingIn } from './crash/everything'
import { offeredService } from './faults/of-services'
import { joinedMember } from './members'
import { functions, granted, openTestSystem, type TestSystem } from './system'

const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const everything = () => everythingIn(join(system.folder, 'home.sqlite'))

describe('a verification', () => {
  test('leaves a digest of the code and one use of the service, whoever asks: no audit, no message, nothing about card or member', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    const { code } = await offeredService(system)
    const before = everything()
    for (const by of [undefined, 'demo-factory-chair', as]) {
      const input = { shown: card.show(start), attempt: attempt(), service: code }
      expect(granted(await system.ask(by, 'card', 'verify', input)).kind).toBe('valid')
    }
    const after = everything()
    const touched = [...after.acts].filter(([name, documents]) => before.acts.get(name) !== documents)
    expect(touched.map(([name]) => name).sort()).toEqual(['cardUses', 'serviceUses'])
    expect(after.all(auditEntries)).toEqual(before.all(auditEntries))
    expect(after.all(outbox)).toEqual(before.all(outbox))
  })

  test('is in the log as a procedure and a code, and as nothing else', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    const lines: LogEntry[] = []
    const runtime = { ...system.runtime, log: (line: LogEntry) => void lines.push(line) }
    for (const shown of [card.show(start), 'GH1:NOTHING'])
      await functions.card.answer(
        { procedure: 'verify', input: { shown, attempt: attempt() } },
        { openid: as, account: accountOf(as, runtime) },
        runtime,
      )
    expect(lines).toEqual([
      { function: 'card', procedure: 'verify', code: 'OK' },
      { function: 'card', procedure: 'verify', code: 'OK' },
    ])
  })

  test.each(['used', 'revoked', 'stale', 'forged', 'not-a-card'] as const)(
    'that ends in %s says so and nothing more',
    async (kind) => {
      const { as } = await joinedMember(system)
      const card = await activated(system, as)
      const shown = {
        used: card.show(start),
        revoked: card.show(start),
        stale: card.show(start - 120_000),
        forged: cardOf(cardPhone(), card.credentials).show(start),
        'not-a-card': 'https://example.cn',
      }[kind]
      if (kind === 'used') await system.ask(undefined, 'card', 'verify', { shown, attempt: attempt() })
      if (kind === 'revoked') granted(await system.ask(as, 'card', 'dropCard', {}))
      expect(granted(await system.ask(undefined, 'card', 'verify', { shown, attempt: attempt() }))).toEqual({ kind })
    },
  )
})

test('codes are all of one length for one masked name and one union: neither person nor day is told by it', async () => {
  const cards = [
    await activated(system, (await joinedMember(system)).as),
    await activated(system, (await joinedMember(system)).as),
  ]
  const days = Array.from({ length: 7 }, (_, day) => start + day * 86_400_000)
  const lengths = cards.flatMap((card) => days.map((at) => card.show(at).length))
  expect(new Set(lengths).size).toBe(1)
})
