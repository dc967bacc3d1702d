import type { UnionId, UnitId } from '../../../shared/core/ids'
import { dueOn } from '../../../shared/membership/due'
import { cover } from '../../../shared/membership/routing-cover'
import { gatherSlice } from '../../../shared/membership/routing-slice'
import { shouldFoundOwn } from '../../../shared/membership/union-event'
import type { TaskKind } from '../../../shared/membership/task'
import type { Policy } from '../../../shared/policy/resolve'
import { policyAt } from '../../_kernel/policy/policy-at'
import { stepOfDailyRound } from '../../_kernel/operations/daily-round'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { coverages, regions, unions, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import type { UnfoundedRecord } from '../../_kernel/records/unfounded'
import { unitNow } from '../../_kernel/units'
import { tasks } from '../../_kernel/records/tasks'
import type { Runtime } from '../../_kernel/runtime'
import { readingOnce } from '../../_kernel/store/reading-once'
import { openTask, stepTask, taskId, type NewTask } from '../../_kernel/tasks'
import { situationOf } from '../life/workplace'
import { keepUnfounded } from './keep-unfounded'
import { portsOfClock, type EventPorts } from './ports'

type FoundingKind = Extract<TaskKind, 'own-committee' | 'assist-founding'>

/** Units in one run; a hundred thousand take some three hours of the clock’s minutes. */
const together = 500

/**
 * 该建会的, once a day through all units and never in an approval, which stays as fast as it was. T01 a covered unit with `ownCommitteeAt` members; T02 a joint
 * union with more than `jointUnionMaxUnits` units; T03 a unit without a union that has members: one task per unit, whoever joined from there.
 * What was asked for and came about another way is dropped (T04);
 * the list of those that have no union is kept beside it (T05).
 */
export function noticeFoundings(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('foundings.notice', runtime, async (cursor) => {
    const clock = portsOfClock(runtime)
    const ports = { ...clock, store: readingOnce(clock.store) }
    const query = { index: 'all', equals: {}, limit: together }
    const page = await ports.store.find(units, { ...query, ...(cursor === undefined ? {} : { cursor }) })
    const jointSeen = new Set<string>()
    let done = 0
    for (const unit of page.documents) {
      const found = await tasksOf(unit, jointSeen, ports)
      for (const task of found) done += await open(task)
      const listed = { store: clock.store, reader: ports.store }
      done += await keepUnfounded(unit, await whyListed(unit, found, ports), listed)
      for (const kind of await overtakenFor(unit, ports)) done += await drop(taskId(kind, unit._id))
    }
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }

    async function open(task: NewTask): Promise<number> {
      if ((await clock.store.get(tasks, taskId(task.kind, task.subject))) !== undefined) return 0
      await clock.store.transact((tx) => openTask(tx, task, { by: 'clock', at: clock.now }))
      return 1
    }

    async function drop(id: string): Promise<number> {
      const task = await clock.store.get(tasks, id)
      if (task?.state !== 'open') return 0
      const desk = { _id: task.desk, name: task.deskName }
      await clock.store.transact((tx) => stepTask(tx, id, { kind: 'drop' }, desk, { by: 'clock', at: clock.now }))
      return 1
    }
  })
}

/** T05 应建未建: nobody organises the unit, with members there or without; or a joint union does, and T01 asks for its own. */
async function whyListed(
  unit: UnitRecord,
  tasks: readonly NewTask[],
  ports: EventPorts,
): Promise<UnfoundedRecord['why'] | undefined> {
  const own = unit.union === undefined ? undefined : await ports.store.get(unions, unit.union)
  if (unit.mergedInto !== undefined || own?.status === 'active') return undefined
  if ((await activeUnions(unit.coveredBy, ports)).length === 0) return 'nobody'
  return tasks.some(({ kind }) => kind === 'own-committee') ? 'large-enough' : undefined
}

/** T04: which tasks about this unit have nothing left to ask for, since it has a union of its own by now, or a joint union covers it. */
async function overtakenFor(unit: UnitRecord, ports: EventPorts): Promise<readonly FoundingKind[]> {
  const own = unit.union === undefined ? undefined : await ports.store.get(unions, unit.union)
  if (own?.status === 'active') return ['own-committee', 'assist-founding']
  return (await activeUnions(unit.coveredBy, ports)).length > 0 ? ['assist-founding'] : []
}

async function tasksOf(unit: UnitRecord, jointSeen: Set<string>, ports: EventPorts): Promise<readonly NewTask[]> {
  if (unit.mergedInto !== undefined) return []
  const { store, today } = ports
  const own = unit.union === undefined ? undefined : await store.get(unions, unit.union)
  if (own?.status === 'active') return []
  const region = await store.get(regions, unit.region)
  const policy = await policyAt(region?.path ?? [unit.region], today, ports)
  const dueDay = dueOn(today, policy.values.taskWorkingDays)
  const [joint, ...others] = await activeUnions(unit.coveredBy, ports)
  const tooMany = await tooManyUnits([...(joint === undefined ? [] : [joint]), ...others], policy, jointSeen, ports)
  const found: NewTask[] = tooMany.map((union) => ({
    kind: 'joint-too-many',
    subject: union._id,
    union,
    dueOn: dueDay,
  }))
  if (joint !== undefined) {
    const { ownCommitteeAt } = policy.values
    const members = await membersOf(unit, ownCommitteeAt, ports)
    if (shouldFoundOwn({ covered: true, members }, ownCommitteeAt))
      found.push({ kind: 'own-committee', subject: unit._id, union: joint, dueOn: dueDay })
    return found
  }
  const helper = await helperOf(unit, ports)
  if (helper !== undefined) found.push({ kind: 'assist-founding', subject: unit._id, union: helper, dueOn: dueDay })
  return found
}

async function activeUnions(
  ids: readonly UnionRecord['_id'][],
  { store }: EventPorts,
): Promise<readonly UnionRecord[]> {
  const found = await Promise.all(ids.map((id) => store.get(unions, id)))
  return found.flatMap((union) => (union?.status === 'active' ? [union] : []))
}

function membersOf({ _id }: UnitRecord, atMost: number, { store }: EventPorts): Promise<number> {
  return store.count(memberships, { index: 'byUnit', equals: { unit: _id, state: 'active' }, atMost })
}

async function tooManyUnits(
  joint: readonly UnionRecord[],
  { values: { jointUnionMaxUnits } }: Policy,
  seen: Set<string>,
  { store }: EventPorts,
): Promise<readonly UnionRecord[]> {
  const found: UnionRecord[] = []
  for (const union of joint) {
    if (seen.has(union._id)) continue
    seen.add(union._id)
    const atMost = jointUnionMaxUnits + 1
    if ((await store.count(coverages, { index: 'byUnion', equals: { union: union._id }, atMost })) >= atMost)
      found.push(union)
  }
  return found
}

/** Members asked where they work: a contractor’s people may be at several hosts, and one task names one helper. */
const membersAsked = 10

/**
 * 谁来帮: the union of the parent unit where that covers it by its line (C2, C4) or heads the group (R15); of a contractor without a union the host’s (R27); else
 * the one that organises its workers now.
 */
async function helperOf(unit: UnitRecord, ports: EventPorts): Promise<UnionRecord | undefined> {
  const { store } = ports
  const query = { index: 'byUnit', equals: { unit: unit._id, state: 'active' }, limit: membersAsked } as const
  const { documents: members } = await store.find(memberships, query)
  const [first] = members
  if (first === undefined) return undefined
  const named =
    (await unionOf(unit.parent, unit.parent ?? unit._id, ports)) ?? (await hostUnionOf(members, ports)) ?? first.union
  const union = await store.get(unions, named)
  return union?.status === 'active' ? union : undefined
}

/** The union that covers `of`, seen from `employer`. */
async function unionOf(of: UnitId | undefined, employer: UnitId, { store }: EventPorts): Promise<UnionId | undefined> {
  if (of === undefined) return undefined
  const index = await gatherSlice(
    { category: 'regular', employer },
    {
      region: (id) => store.get(regions, id),
      unit: (id) => unitNow(id, store),
      union: (id) => store.get(unions, id),
    },
  )
  return cover(index, of).unions[0]
}

/** 发包单位的工会: where the people of a contractor do their work. */
async function hostUnionOf(members: readonly MembershipRecord[], ports: EventPorts): Promise<UnionId | undefined> {
  for (const member of members) {
    const situation = await situationOf(member, ports)
    if (situation?.work !== 'outsourced' || situation.host.kind !== 'listed') continue
    const host = await unionOf(situation.host.unit, situation.host.unit, ports)
    if (host !== undefined) return host
  }
  return undefined
}
