import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '../cloudfunctions/_kernel/audit-chain/verify'
import { applications } from '../cloudfunctions/_kernel/records/applications'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { runClock } from '../cloudfunctions/clock/jobs'
import { loadWorld } from '../local/demo/load'
import { prngOf } from '../local/demo/prng'
import { openLocalSystem } from '../local/runtime'
import { everythingIn } from './crash/everything'
import { callersOf, type Acknowledged } from './crash/journal'
import { notKept } from './crash/kept'
import { mixedLoad } from './crash/load'
import { mortalServer } from './crash/mortal-server'
import { notWhole } from './crash/whole'

const folder = mkdtempSync(join(tmpdir(), 'crash-'))
const server = mortalServer(folder)
afterAll(() => {
  server.end()
  rmSync(folder, { recursive: true })
})

const kills = Number(process.env['CRASH_KILLS'] ?? 50)
const seed = process.env['CRASH_SEED'] ?? `${Date.now()}`
const database = join(folder, 'home.sqlite')

/** Opens the folder in this process, as long as no server has it. */
async function withFolder<T>(work: (system: ReturnType<typeof openLocalSystem>) => Promise<T>): Promise<T> {
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  try {
    return await work(system)
  } finally {
    await system.close()
  }
}

test(
  `a server killed ${kills} times under mixed load keeps every acknowledged act, whole and once`,
  async () => {
    const tokens = await withFolder(async (system) => {
      const world = { units: 60, unions: 60, members: 40, applications: 5 }
      await loadWorld(world, 'crash', system.runtime, membershipFunction, () => {})
      // What the world’s own past has left to forget is forgotten before anything is compared.
      while (((await runClock(system.runtime))['upkeep.forget'] ?? 0) > 0);
      return system.tokens
    })
    const before = everythingIn(database)
    const prng = prngOf(seed)
    const callers = callersOf(server, tokens)

    let over = false
    const load = mixedLoad(callers, prng.branch('load'), () => over)
    for (let lives = 0; lives < kills; lives++) {
      // One life in ten ends before its door is open: while the store recovers from the kill before.
      if (prng.chance(0.1)) {
        await server.startAndKillWithin(prng.whole(100, 500))
        continue
      }
      await server.start()
      await new Promise((resolve) => setTimeout(resolve, prng.whole(20, 1000)))
      await server.kill()
    }
    over = true
    await server.start()
    await load
    const acts = callers.journal
    const answered = everythingIn(database)

    // Sent once more, each act answers what it answered, and changes nothing.
    for (const act of acts) expect({ ...act, answer: await callers.again(act) }).toEqual(act)
    callers.close()
    await server.kill()
    const after = everythingIn(database)
    expect([...after.acts].filter(([name, text]) => answered.acts.get(name) !== text).map(([name]) => name)).toEqual([])

    await withFolder(async ({ runtime }) => {
      expect(notKept(acts, { before, after }, runtime)).toEqual([])
      expect(notWhole(after)).toEqual([])
      for (const { letter } of after.all(applications))
        if (letter.signature !== undefined) expect(await runtime.files.get(letter.signature)).toBeDefined()
      await runClock(runtime)
      expect(await verifyAudit(runtime.store)).toEqual([])
    })
    expect(server.complaints()).toBe('')

    const repeated = acts.filter(({ sent }) => sent > 1).length
    console.log(`seed ${seed}: ${kills} kills, ${acts.length} acts, ${repeated} of them sent again`, howOften(acts))
    expect(repeated).toBeGreaterThan(0)
  },
  60_000 + kills * 5_000,
)

function howOften(acts: readonly Acknowledged[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { procedure, answer } of acts) {
    const key = `${procedure} ${answer.error?.code ?? 'OK'}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
