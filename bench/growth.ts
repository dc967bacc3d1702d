import { z } from 'zod'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { memberships } from '../cloudfunctions/_kernel/records/memberships'
import type { ServedFunction } from '../cloudfunctions/_kernel/serve'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { sessionFunction } from '../cloudfunctions/session/function'
import type { LocalSystem } from '../local/runtime'
import { gathering, sampled, sampledOpenid, sampledPerson, withCrowd, type Crowd } from './growth-world'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const thousand: Crowd = { members: 1_000, gathered: 500, waiting: 200, waitingGathered: 100 }
const million: Crowd = { members: 1_000_000, gathered: 100_000, waiting: 50_000, waitingGathered: 10_000 }

const rounds = 15

/** 长大以后: what people open every day, among a million members against among a thousand, each call through its function. */
export function growthRows(): Promise<BenchRow[]> {
  return withCrowd(thousand, (small) =>
    withCrowd(million, async (large) => {
      const middle = new Map([
        [small, await middleOfRoster(small)],
        [large, await middleOfRoster(large)],
      ])
      const rows: BenchRow[] = []
      for (const deed of deeds((system) => middle.get(system) ?? '')) {
        const run = (system: LocalSystem) => async (round: number) => {
          for (let turn = 0; turn < deed.calls; turn++) await ask(deed.call(system, round * deed.calls + turn), system)
          return deed.calls
        }
        const rates = await sideBySide(run(large), run(small), rounds)
        const ratio = rates.peer / rates.ours
        rows.push({
          name: `${deed.name}, among 1,000,000 members against 1,000`,
          ours: 1e6 / rates.ours,
          peer: 1e6 / rates.peer,
          unit: 'µs',
          ratio,
          target: '≤ 1.3 ×',
          ok: ratio <= 1.3,
        })
      }
      return rows
    }),
  )
}

interface Asked {
  readonly served: ServedFunction
  readonly procedure: string
  readonly input: object
  readonly openid: string
}
interface Deed {
  readonly name: string
  /** In one round: enough for a round to last some tens of milliseconds. */
  readonly calls: number
  call(system: LocalSystem, turn: number): Asked
}

function deeds(middleOf: (system: LocalSystem) => string): readonly Deed[] {
  const { id: union, chair } = gathering
  const atDesk = (procedure: string, input: object): Asked => ({
    served: membershipFunction,
    procedure,
    input: { union, ...input },
    openid: chair,
  })
  const me = (openid: string): Asked => ({ served: sessionFunction, procedure: 'me', input: {}, openid })
  return [
    { name: 'inbox', calls: 40, call: () => atDesk('inbox', {}) },
    { name: 'roster, first page', calls: 40, call: () => atDesk('roster', {}) },
    {
      name: 'roster, a page in the middle',
      calls: 40,
      call: (system) => atDesk('roster', { cursor: middleOf(system) }),
    },
    { name: 'a member', calls: 80, call: (_, turn) => atDesk('member', { person: sampledPerson(turn % sampled) }) },
    { name: 'me, a member (the card)', calls: 200, call: (_, turn) => me(sampledOpenid(turn % sampled)) },
    { name: 'me, the chair (the workbench)', calls: 200, call: () => me(chair) },
  ]
}

async function ask({ served, procedure, input, openid }: Asked, { runtime }: LocalSystem): Promise<void> {
  const answer = await served.answer({ procedure, input }, { openid, account: accountOf(openid, runtime) }, runtime)
  if (!answer.ok) throw new Error(`${procedure} was refused: ${JSON.stringify(answer.error)}`)
  expectFull(procedure, answer.data)
}

/** A short page would be a fast one. */
function expectFull(procedure: string, data: unknown): void {
  const least = procedure === 'roster' ? 50 : procedure === 'inbox' ? 30 : 0
  if (least > 0 && z.object({ rows: z.array(z.unknown()) }).parse(data).rows.length < least)
    throw new Error(`${procedure} answered a short page`)
}

/** The cursor of a page half-way through the union’s roster. */
async function middleOfRoster({ runtime: { store } }: LocalSystem): Promise<string> {
  const selection = { index: 'byUnion', equals: { union: gathering.id } }
  const half = Math.floor((await store.count(memberships, selection)) / 2)
  let cursor: string | undefined
  for (let passed = 0; passed < half;) {
    const limit = Math.min(1_000, half - passed)
    const page = await store.find(memberships, { ...selection, limit, ...(cursor === undefined ? {} : { cursor }) })
    passed += page.documents.length
    cursor = page.cursor
  }
  if (cursor === undefined) throw new Error('the roster has no middle')
  return cursor
}
