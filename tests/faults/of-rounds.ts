import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { merges } from '../../cloudfunctions/_kernel/records/merges'
import { unions } from '../../cloudfunctions/_kernel/records/registry'
import { roundReminders, rounds, tallies } from '../../cloudfunctions/_kernel/records/rounds'
import { tasks } from '../../cloudfunctions/_kernel/records/tasks'
import { openTask, stepTask, taskId } from '../../cloudfunctions/_kernel/tasks'
import { castUnions } from '../../local/demo/personas'
import { UnionId, type PersonId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { chinaDay, IsoDate, isoTime } from '../../shared/core/time'
import type { InPlaceKind } from '../../shared/membership/task'
import { pairOf } from '../../shared/membership/likeness'
import { sent, situations, somebody } from '../forms'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited, chair, inOffice, union } from './ready'

/** Where people can join: a test’s system, or a server’s data before it starts. */
export type Peopled = Pick<TestSystem, 'ask' | 'runtime' | 'newcomer'>

let unionsMade = 0

/** A union of Changxing, where July’s round is overdue, with a chair and everything told. */
export async function dueUnion(system: TestSystem) {
  const union = await unionOfChangxing(system)
  return { union, period: '2026-07', ...(await inOffice(system, union, 'chair')) }
}

/** One where nobody is in office: this task of its lies at the street’s desk. */
export async function raisedFromBelow(system: TestSystem, kind: InPlaceKind) {
  const { runtime } = system
  const below = await unionOfChangxing(system)
  const { id: above, name } = castUnions.changxingStreet
  const subject = `${below}:2026-07`
  const [dueOn, actor] = [IsoDate.parse('2026-12-09'), { by: 'clock', at: runtime.now() } as const]
  await runtime.store.transact(async (tx) => {
    await openTask(tx, { kind, subject, union: { _id: below, name: '下级工会' }, dueOn }, actor)
    const up = { kind: 'escalate', why: 'vacant', dueOn } as const
    return stepTask(tx, taskId(kind, subject), up, { _id: above, name }, actor)
  })
  return { below, above, task: taskId(kind, subject), ...(await inOffice(system, above, 'chair')) }
}

async function unionOfChangxing(system: TestSystem): Promise<UnionId> {
  const { store } = system.runtime
  const like = await store.get(unions, castUnions.battery.id)
  if (like === undefined) throw new Error('the battery’s union is gone')
  const id = UnionId.parse(`union-round-${++unionsMade}`)
  const { hostUnit: _, ...rest } = like
  await store.transact(async (tx) => {
    await tx.put(unions, {
      ...rest,
      _id: id,
      name: `长兴第${unionsMade}工会`,
      line: [id, ...like.line.slice(1)],
      foundedOn: '2010-05-06',
      address: '雉城街道明珠路 1 号',
      phone: '0572-6022447',
      staff: 12,
    })
    return succeed(undefined)
  })
  return id
}

/** A member of the factory’s union who joined just now. */
export async function joinedMember(
  system: Peopled,
  worker = somebody(),
  as = system.newcomer(),
): Promise<{ as: string; person: PersonId }> {
  const { application } = await sent(system, as, worker, situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: chinaDay(system.runtime.now()) } }
  granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
  const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
  if (person === undefined) throw new Error('nobody joined')
  return { as, person }
}

/** Joining confirms what it records; that was long ago. */
export async function joinedLongAgo({ runtime: { store } }: Peopled, person: PersonId): Promise<void> {
  await store.transact(async (tx) => {
    const record = await tx.get(memberships, person)
    if (record === undefined) return
    const { confirmedOn: _, ...rest } = record
    await tx.put(memberships, rest)
  })
}

/** Two records that may be one person’s, with their task. */
export async function likelyPair(system: Peopled): Promise<{ readonly task: string; readonly person: PersonId }> {
  const worker = somebody()
  const [one, other] = [
    await joinedMember(system, worker),
    await joinedMember(system, { ...somebody(), mobile: worker.mobile }),
  ]
  const subject = pairOf(one.person, other.person)
  await openedTask(system, 'same-person-twice', subject)
  return { task: taskId('same-person-twice', subject), person: one.person }
}

let halves = 0
export async function hangingTask(system: Peopled): Promise<string> {
  const subject = `${union}:${++halves}`
  await openedTask(system, 'hanging-membership', subject)
  return taskId('hanging-membership', subject)
}

async function openedTask({ runtime }: Peopled, kind: 'same-person-twice' | 'hanging-membership', subject: string) {
  const task = { kind, subject, union: castUnions.factory, dueOn: IsoDate.parse('2026-12-09') }
  await runtime.store.transact(async (tx) => {
    await openTask(
      tx,
      { ...task, union: { _id: task.union.id, name: task.union.name } },
      { by: 'clock', at: isoTime(Date.parse('2026-11-18T02:00:00.000Z')) },
    )
    return succeed(undefined)
  })
}

/** Somebody on the roster without unit, situation or application. */
export async function hangingMember(system: Peopled): Promise<PersonId> {
  const { person } = await joinedMember(system)
  await system.runtime.store.transact(async (tx) => {
    const held = await tx.get(memberships, person)
    if (held === undefined) return succeed(undefined)
    const { unit: _, situation: __, application: ___, ...rest } = held
    await tx.put(memberships, { ...rest, unitName: '' })
    return succeed(undefined)
  })
  return person
}

const there = (found: unknown) => (found === undefined ? 0 : 1)
const isDone = async ({ runtime }: TestSystem, task: string) =>
  (await runtime.store.get(tasks, task))?.state === 'done' ? 1 : 0

/** 半年核对. */
export const roundAttempts: Readonly<Record<string, Cases>> = {
  round: {
    'open the round': async (system) => {
      const { as, union: id } = await dueUnion(system)
      return { as, input: { union: id } }
    },
    'of a union without officers': async (system) => {
      const { as, below } = await raisedFromBelow(system, 'half-year-round')
      return { as, input: { union: below } }
    },
  },
  roundChanges: { 'who joined': async () => ({ as: chair, input: { union, kind: 'joined' } }) },
  countRoster: {
    'count on': async (system) => {
      const { as, union: id } = await dueUnion(system)
      return { as, input: { union: id }, effects: async () => there(await system.runtime.store.get(tallies, id)) }
    },
  },
  saveUnionField: {
    'tell a phone': async (system) => {
      const { as, union: id } = await dueUnion(system)
      const input = { union: id, key: 'phone', value: '13812345678' }
      return { as, input, effects: () => audited(system, id, 'union.field') }
    },
    'of a union without officers': async (system) => {
      const { as, below } = await raisedFromBelow(system, 'half-year-round')
      const input = { union: below, key: 'phone', value: '13812345678' }
      return { as, input, effects: () => audited(system, below, 'union.field') }
    },
  },
  remindStale: {
    'remind the members': async (system) => {
      const { as, union: id, period } = await dueUnion(system)
      const effects = async () => there(await system.runtime.store.get(roundReminders, `${id}:${period}`))
      return { as, input: { union: id }, effects }
    },
  },
  closeRound: {
    'close the round': async (system) => {
      const { as, union: id, period } = await dueUnion(system)
      granted(await system.ask(as, 'membership', 'countRoster', { union: id }))
      const effects = async () => there(await system.runtime.store.get(rounds, `${id}:${period}`))
      return { as, input: { union: id, period }, effects }
    },
  },
  roundsBelow: {
    'look who has not': async (system) => {
      await dueUnion(system)
      const { as } = await inOffice(system, castUnions.changxingStreet.id, 'chair')
      return { as, input: { union: castUnions.changxingStreet.id, show: 'unchecked' } }
    },
  },
  nudgeRound: {
    nudge: async (system) => {
      const { union: below, period } = await dueUnion(system)
      const { as } = await inOffice(system, castUnions.changxingStreet.id, 'chair')
      const effects = () => audited(system, `${below}:${period}`, 'round.nudge')
      return { as, input: { union: castUnions.changxingStreet.id, below }, effects }
    },
  },
  confirmMine: {
    'nothing has changed': async (system) => {
      const { as, person } = await joinedMember(system)
      await joinedLongAgo(system, person)
      return { as, input: {}, effects: () => audited(system, person, 'membership.confirm') }
    },
  },
  confirmMembers: {
    'the union confirms': async (system) => {
      const { person } = await joinedMember(system)
      await joinedLongAgo(system, person)
      const effects = () => audited(system, person, 'membership.confirm')
      return { as: chair, input: { union, persons: [person] }, effects }
    },
  },
}

/** 数据清理. */
export const cleanAttempts: Readonly<Record<string, Cases>> = {
  cleanList: { 'look what waits': async () => ({ as: chair, input: { union } }) },
  hanging: {
    'look who hangs': async () => ({ as: chair, input: { union } }),
    'in a union without officers': async (system) => {
      const { as, below } = await raisedFromBelow(system, 'hanging-membership')
      return { as, input: { union: below } }
    },
  },
  settleHanging: {
    'gone through': async (system) => {
      const task = await hangingTask(system)
      return { as: chair, input: { union, task }, effects: () => isDone(system, task) }
    },
  },
  samePerson: {
    'look at both': async (system) => {
      const { task } = await likelyPair(system)
      return { as: chair, input: { union, task } }
    },
  },
  mergePersons: {
    merge: async (system) => {
      const { task, person } = await likelyPair(system)
      const effects = () => audited(system, person, 'person.merge')
      return { as: chair, input: { union, task, keep: person }, effects }
    },
  },
  notSame: {
    'they are two': async (system) => {
      const { task } = await likelyPair(system)
      return { as: chair, input: { union, task }, effects: () => isDone(system, task) }
    },
  },
  undoMerge: {
    undo: async (system) => {
      const { task, person } = await likelyPair(system)
      const { merge } = granted(await system.ask(chair, 'membership', 'mergePersons', { union, task, keep: person }))
      const effects = async () => 1 - there(await system.runtime.store.get(merges, merge))
      return { as: chair, input: { union, merge }, effects }
    },
  },
}
