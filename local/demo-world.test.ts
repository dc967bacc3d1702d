import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { electorId, electors, reviews } from '../cloudfunctions/_kernel/records/reviews'
import { loadDemoWorld } from './demo-world'
import { castUnions } from './demo/personas'
import { openLocalSystem } from './runtime'

jest.setTimeout(600_000)

test('a visitor finds a vote that is open, and somebody to be who may vote in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-world-'))
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1', synchronous: 'off' })
  try {
    const { runtime } = system
    await loadDemoWorld(system.folder.world, runtime, () => {})
    const held = { index: 'byUnion', equals: { union: castUnions.delivery.id }, limit: 2 } as const
    const { documents } = await runtime.store.find(reviews, held)
    expect(documents).toEqual([expect.objectContaining({ phase: 'voting' })])
    const [review] = documents
    expect(review?.electors).toBeGreaterThan(10)
    expect((review?.votingUntil ?? '') > runtime.now()).toBe(true)
    const { person } = (await runtime.store.get(accounts, accountOf('demo-member', runtime))) ?? {}
    if (review === undefined || person === undefined) throw new Error('nobody may vote')
    expect(await runtime.store.get(electors, electorId(review._id, person))).toMatchObject({ standing: 'elector' })
  } finally {
    await system.close()
    rmSync(folder, { recursive: true })
  }
})
