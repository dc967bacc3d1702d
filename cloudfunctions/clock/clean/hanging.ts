import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import type { Rhythm } from '../../../shared/org/half-year'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { stepOfDailyRound, type RoundStep } from '../../_kernel/operations/daily-round'
import type { Runtime } from '../../_kernel/runtime'
import type { Store } from '../../_kernel/store/port'
import { openTask } from '../../_kernel/tasks'
import { askedFromOf, whyMemberHangs } from '../../_kernel/hanging'
import { dueForTask, policyAt } from './due'

/** Memberships in one run: a million in half a day; nothing sealed is opened. */
const pageSize = 1_000
const pagesPerRun = 2

/** 找空挂会员: one task per union and half-year, never one per person; who it is about is looked up when it is opened. */
export function findHanging(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('memberships.hanging', runtime, (after) => step(after, runtime))
}

/** A union and its rhythm, read once a run. */
interface Known {
  readonly union: UnionRecord
  readonly rhythm: Rhythm
  readonly askedFrom: IsoDate | undefined
}

async function step(after: string | undefined, runtime: Runtime): Promise<RoundStep> {
  const today = chinaDay(runtime.now())
  const known = new Map<UnionId, Known | undefined>()
  const owners = new Map<UnionId, UnionRecord>()
  let cursor = after
  for (let page = 0; page < pagesPerRun; page++) {
    const found = await runtime.store.find(memberships, {
      index: 'all',
      equals: {},
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const member of found.documents) {
      const owner = member.state === 'active' ? await ownerOf(member, today, known, runtime) : undefined
      if (owner !== undefined) owners.set(owner._id, owner)
    }
    cursor = found.cursor
    if (cursor === undefined) break
  }
  for (const union of owners.values()) await openFor(union, today, runtime)
  return { done: owners.size, ...(cursor === undefined ? {} : { after: cursor }) }
}

/** Whose task it is where this membership hangs: its union’s, or of a union that is no more, the next one above that is. */
async function ownerOf(
  member: MembershipRecord,
  today: IsoDate,
  known: Map<UnionId, Known | undefined>,
  { store }: Runtime,
): Promise<UnionRecord | undefined> {
  const lookUp = async (id: UnionId) => {
    if (!known.has(id)) known.set(id, await knownOf(id, today, store))
    return known.get(id)
  }
  const found = await lookUp(member.union)
  if (found === undefined) return undefined
  const { union, rhythm, askedFrom } = found
  if (union.status === 'active')
    return whyMemberHangs(member, askedFrom, rhythm, today) === undefined ? undefined : union
  for (const id of union.line.slice(1)) {
    const above = await lookUp(id)
    if (above?.union.status === 'active') return above.union
  }
  return undefined
}

async function knownOf(id: UnionId, today: IsoDate, store: Pick<Store, 'get' | 'find'>): Promise<Known | undefined> {
  const union = await store.get(unions, id)
  if (union === undefined) return undefined
  const rhythm = (await policyAt(union, today, store)).values.rosterUpdate
  return { union, rhythm, askedFrom: askedFromOf(union, rhythm) }
}

async function openFor(union: UnionRecord, today: IsoDate, { store, now }: Runtime): Promise<void> {
  const half = Number(today.slice(5, 7)) <= 6 ? 1 : 2
  const subject = `${union._id}:${today.slice(0, 4)}-${half}`
  const dueOn = await dueForTask(union, today, store)
  const at = now()
  await store.transact(async (tx) => {
    await openTask(tx, { kind: 'hanging-membership', subject, union, dueOn }, { by: 'clock', at })
    return succeed(undefined)
  })
}
