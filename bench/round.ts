import { accountOf } from '../cloudfunctions/_kernel/caller'
import { remindMembers } from '../cloudfunctions/clock/rounds/remind'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { unions } from '../cloudfunctions/_kernel/records/registry'
import { roundReminders, rounds, tallies } from '../cloudfunctions/_kernel/records/rounds'
import type { LocalSystem } from '../local/runtime'
import { succeed } from '../shared/core/outcome'
import { gathering, withCrowd, type Crowd } from './growth-world'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const thousand: Crowd = { members: 2_000, gathered: 1_000, waiting: 10, waitingGathered: 5 }
const tenThousand: Crowd = { members: 20_000, gathered: 10_000, waiting: 10, waitingGathered: 5 }
const repeats = 3
/** As many members on both sides in one measurement. */
const smallRounds = tenThousand.gathered / thousand.gathered

/** 半年核对 from the first look to the close, per member: in a union of ten thousand against one of a thousand. */
export function roundRows(): Promise<BenchRow[]> {
  return withCrowd(thousand, (small) =>
    withCrowd(tenThousand, async (large) => {
      await prepared(small)
      await prepared(large)
      const rates = await sideBySide(
        () => wholeRound(large, tenThousand.gathered),
        async () => {
          let done = 0
          for (let turn = 0; turn < smallRounds; turn++) done += await wholeRound(small, thousand.gathered)
          return done
        },
        repeats,
      )
      const ratio = rates.peer / rates.ours
      return [
        {
          name: 'half-year round (look, count, remind, close) a member, among 10,000 against 1,000',
          ours: 1e6 / rates.ours,
          peer: 1e6 / rates.peer,
          unit: 'µs',
          ratio,
          target: '≤ 1.3 ×',
          ok: ratio <= 1.3,
        },
      ]
    }),
  )
}

/** Everything a person tells is told. */
async function prepared({ runtime }: LocalSystem): Promise<void> {
  await runtime.store.transact(async (tx) => {
    const union = await tx.get(unions, gathering.id)
    if (union === undefined) throw new Error('the union is gone')
    const told = { foundedOn: '2010-01-01', address: '中山路 1 号', phone: '0532-82880000', staff: 12_000 }
    await tx.put(unions, { ...union, ...told })
    return succeed(undefined)
  })
}

let calls = 0
async function act(procedure: string, input: object, { runtime }: LocalSystem): Promise<unknown> {
  const caller = { openid: gathering.chair, account: accountOf(gathering.chair, runtime) }
  const event = { procedure, input: { union: gathering.id, ...input }, requestId: `bench-round-${++calls}` }
  const answer = await membershipFunction.answer(event, caller, runtime)
  if (!answer.ok) throw new Error(`${procedure} was refused: ${JSON.stringify(answer.error)}`)
  return answer.data
}

async function wholeRound(system: LocalSystem, members: number): Promise<number> {
  const period = String(Reflect.get(Object(await act('round', {}, system)), 'period'))
  let counted: unknown
  do counted = await act('countRoster', {}, system)
  while (Reflect.get(Object(counted), 'done') !== true)
  await act('remindStale', {}, system)
  const id = `${gathering.id}:${period}`
  do await remindMembers(system.runtime)
  while ((await system.runtime.store.get(roundReminders, id))?.state !== 'done')
  await act('closeRound', { period }, system)
  await system.runtime.store.transact(async (tx) => {
    await tx.remove(rounds, id)
    await tx.remove(roundReminders, id)
    await tx.remove(tallies, gathering.id)
    return succeed(undefined)
  })
  return members
}
