import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { electorLists } from '../cloudfunctions/_kernel/records/elector-lists'
import { reviews, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { takeStretch } from '../cloudfunctions/review/electorate/take-list'
import { sessionFunction } from '../cloudfunctions/session/function'
import type { LocalSystem } from '../local/runtime'
import { reviewIn } from '../tests/reviews'
import { gathering, sampled, sampledOpenid, withCrowd, type Crowd } from './growth-world'
import type { BenchRow } from './row'

const thousand: Crowd = { members: 2_000, gathered: 1_000, waiting: 10, waitingGathered: 5 }
const hundredThousand: Crowd = { members: 200_000, gathered: 100_000, waiting: 10, waitingGathered: 5 }
/** The small list is taken so often, before and after the large one. */
const smallLists = 5

/** 选民名单: what it costs a member, and what others notice of it while it is taken. */
export function electorateRows(): Promise<BenchRow[]> {
  return withCrowd(thousand, (small) =>
    withCrowd(hundredThousand, async (large) => {
      const before = await takenOften(small)
      const ours = await taken(large, hundredThousand.gathered)
      const after = await takenOften(small)
      const peer = middleOf(before, after)
      const ratio = ours.perMember / peer.perMember
      const slower = ours.others / peer.others
      return [
        {
          name: 'list of electors, a member, of 100,000 against of 1,000',
          ours: ours.perMember,
          peer: peer.perMember,
          unit: 'µs',
          ratio,
          target: '≤ 1.3 ×',
          ok: ratio <= 1.3,
          note: `100,000 in ${((ours.perMember * hundredThousand.gathered) / 1e6).toFixed(0)} s`,
        },
        {
          name: 'somebody’s call while the list is taken (p99), of 100,000 against of 1,000',
          ours: ours.others,
          peer: peer.others,
          unit: 'ms',
          ratio: slower,
          target: '≤ 1.5 ×',
          ok: slower <= 1.5,
        },
      ]
    }),
  )
}

interface Taken {
  /** Microseconds. */
  readonly perMember: number
  /** Milliseconds of somebody else’s call, of a hundred the slowest. */
  readonly others: number
}

async function takenOften(system: LocalSystem): Promise<Taken> {
  const each: Taken[] = []
  for (let turn = 0; turn < smallLists; turn++) each.push(await taken(system, thousand.gathered))
  const mean = (of: (one: Taken) => number) => each.reduce((sum, one) => sum + of(one), 0) / each.length
  return { perMember: mean(({ perMember }) => perMember), others: mean(({ others }) => others) }
}

const middleOf = (one: Taken, other: Taken): Taken => ({
  perMember: (one.perMember + other.perMember) / 2,
  others: (one.others + other.others) / 2,
})

/** Takes a whole list, while somebody opens the app again and again. */
async function taken(system: LocalSystem, members: number): Promise<Taken> {
  const review = await announcedIn(system)
  const milliseconds: number[] = []
  let whole = false
  const others = (async () => {
    for (let turn = 0; !whole; turn++) {
      milliseconds.push(await timeOfCall(system, sampledOpenid(turn % sampled)))
      // As between two requests: what the store’s native part gave up is freed on a turn of the event loop alone.
      await turnOfTheLoop()
    }
  })()
  const begun = performance.now()
  while (!(await takeStretch(review, system.runtime))) await turnOfTheLoop()
  const took = performance.now() - begun
  whole = true
  await others
  const list = await system.runtime.store.get(electorLists, review._id)
  const named = (list?.electors ?? 0) + Object.values(list?.out ?? {}).reduce((sum, out) => sum + out, 0)
  // A few of the demo’s own people are in that union too.
  if (named < members) throw new Error(`${named} of ${members} are on the list`)
  milliseconds.sort((a, b) => a - b)
  return {
    perMember: (took / named) * 1e3,
    others: milliseconds[Math.floor(milliseconds.length * 0.99)] ?? 0,
  }
}

async function announcedIn(system: LocalSystem): Promise<ReviewRecord> {
  const { electors: _, ...review } = await reviewIn(system, 'announced', { union: gathering.id })
  await system.runtime.store.transact((tx) => tx.put<ReviewRecord>(reviews, review))
  return review
}

async function timeOfCall({ runtime }: LocalSystem, openid: string): Promise<number> {
  const begun = performance.now()
  const caller = { openid, account: accountOf(openid, runtime) }
  const answer = await sessionFunction.answer({ procedure: 'me', input: {} }, caller, runtime)
  if (!answer.ok) throw new Error(`me was refused: ${JSON.stringify(answer.error)}`)
  return performance.now() - begun
}
