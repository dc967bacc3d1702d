import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { tasks } from '../../cloudfunctions/_kernel/records/tasks'
import { unionEvents } from '../../cloudfunctions/_kernel/records/union-events'
import { openTask, taskId } from '../../cloudfunctions/_kernel/tasks'
import { carryOnEvents } from '../../cloudfunctions/membership/events/clock'
import {
  employed,
  ending,
  found,
  founding,
  newMember,
  newUnion,
  newUnit,
  street,
  upper,
} from '../../cloudfunctions/membership/events/events.fixture'
import { castUnions, stage } from '../../local/demo/personas'
import type { UnionId } from '../../shared/core/ids'
import { IsoDate } from '../../shared/core/time'
import { granted, type TestSystem } from '../system'
import { type Cases } from './attempt'
import { audited, inOffice, union } from './ready'

/** A unit with one worker has founded its union; the list is ready. */
export async function planned(system: TestSystem, plan: { followUps?: string[]; category?: string } = {}) {
  const unit = await newUnit(system)
  const as = system.newcomer()
  const member = { union: castUnions.community.id, unit, situation: employed(unit), change: plan, as }
  const person = await newMember(system, member)
  const { event } = await found(system, unit)
  granted(await system.ask(street, 'membership', 'planEvent', { union: upper, event }))
  return { as, event, person }
}

/** Everybody has been told. */
export async function told(system: TestSystem, plan: Parameters<typeof planned>[1] = {}) {
  const one = await planned(system, plan)
  granted(await system.ask(street, 'membership', 'confirmEvent', { union: upper, event: one.event }))
  await carryOnEvents(system.runtime)
  return one
}

/** A union has ended with the work in it; its member was told that the one above keeps the membership. */
export async function retaining(system: TestSystem) {
  const { union: ended, unit } = await newUnion(system)
  const as = system.newcomer()
  const person = await newMember(system, { union: ended, unit, situation: employed(unit), as })
  const input = { ...(await ending(system, ended)), employment: 'ended' }
  const { event } = granted(await system.ask(street, 'registry', 'dissolveUnion', input))
  granted(await system.ask(street, 'membership', 'planEvent', { union: upper, event }))
  granted(await system.ask(street, 'membership', 'confirmEvent', { union: upper, event }))
  await carryOnEvents(system.runtime)
  return { as, event, person }
}

/** A joint union directly below the street, with one unit. */
export async function jointUnion(system: TestSystem) {
  const unit = await newUnit(system)
  const body = { kind: 'together', type: 'community_joint', region: stage.community, units: [unit], industries: [] }
  const input = { ...(await founding(system, unit)), name: '中山路社区第二联合工会', body }
  const { union: joint } = granted(await system.ask(street, 'registry', 'foundUnion', input))
  return { joint, unit }
}

/** Somebody has objected. */
export async function objected(system: TestSystem) {
  const one = await told(system)
  const objection = { event: one.event, sentence: '我下个月就去别的单位了' }
  granted(await system.ask(one.as, 'membership', 'objectToEvent', objection))
  return { ...one, task: taskId('event-objection', `${one.event}:${one.person}`) }
}

export async function foundingTask({ runtime, ...system }: TestSystem) {
  const unit = await newUnit({ runtime, ...system })
  const union = { _id: upper, name: castUnions.street.name }
  const dueOn = IsoDate.parse('2026-12-09')
  const actor = { by: 'clock', at: runtime.now() } as const
  await runtime.store.transact((tx) => openTask(tx, { kind: 'assist-founding', subject: unit, union, dueOn }, actor))
  return { task: taskId('assist-founding', unit), unit }
}

const here = { union: upper }
const ended = (system: TestSystem, id: UnionId, action: string) => () => audited(system, id, action)

/** Unions that come and go. */
export const foundingAttempts: Readonly<Record<string, Cases>> = {
  putPaper: {
    'photograph a paper': async (system) => {
      const before = await audited(system, upper, 'paper.put')
      const effects = async () => (await audited(system, upper, 'paper.put')) - before
      return { as: street, input: { ...here, picture: png.toString('base64') }, effects }
    },
  },
  foundPreview: {
    'look before founding': async (system) => ({ as: street, input: { ...here, unit: await newUnit(system) } }),
  },
  coveredUnits: {
    'look what a joint union organises': async (system) => {
      const { joint } = await jointUnion(system)
      return { as: street, input: { ...here, joint } }
    },
  },
  coverUnits: {
    'a joint union organises one more': async (system) => {
      const { joint } = await jointUnion(system)
      const input = { ...here, joint, units: [await newUnit(system)] }
      return { as: street, input, effects: () => audited(system, joint, 'union.cover') }
    },
  },
  uncoverUnit: {
    'and one less': async (system) => {
      const { joint, unit } = await jointUnion(system)
      return { as: street, input: { ...here, joint, unit }, effects: () => audited(system, joint, 'union.uncover') }
    },
  },
  foundUnion: {
    'found a union': async (system) => {
      const unit = await newUnit(system)
      const events = () => system.runtime.store.count(unionEvents, { index: 'byState', equals: { state: 'proposed' } })
      const before = await events()
      const effects = async () => (await events()) - before
      return { as: street, input: await founding(system, unit), effects }
    },
  },
  endPreview: {
    'look before the end': async (system) => {
      const { union: last } = await newUnion(system)
      return { as: street, input: { ...here, ending: last } }
    },
  },
  dissolveUnion: {
    dissolve: async (system) => {
      const { union: last } = await newUnion(system)
      const input = { ...(await ending(system, last)), employment: 'goes-on' }
      return { as: street, input, effects: ended(system, last, 'union.dissolve') }
    },
  },
  mergeUnion: {
    merge: async (system) => {
      const { union: last } = await newUnion(system)
      const input = { ...(await ending(system, last)), successor: castUnions.factory.id }
      return { as: street, input, effects: ended(system, last, 'union.merge') }
    },
  },
}

/** What an event does with people. */
export const eventAttempts: Readonly<Record<string, Cases>> = {
  unionEvent: {
    'look at an event': async (system) => {
      const { event } = await planned(system)
      return { as: street, input: { ...here, event } }
    },
  },
  eventPaper: {
    'look at a paper': async (system) => {
      const { event } = await planned(system)
      const record = await system.runtime.store.get(unionEvents, event)
      return { as: street, input: { ...here, event, file: record?.papers[0]?.file } }
    },
  },
  planEvent: {
    'go on with the list': async (system) => {
      const unit = await newUnit(system)
      await newMember(system, { union: castUnions.community.id, unit, situation: employed(unit) })
      const { event } = await found(system, unit)
      const effects = async () => (await system.runtime.store.get(unionEvents, event))?.people.move ?? 0
      return { as: street, input: { ...here, event }, effects }
    },
  },
  confirmEvent: {
    'confirm for everybody': async (system) => {
      const { event } = await planned(system)
      return { as: street, input: { ...here, event }, effects: () => audited(system, event, 'event.confirm') }
    },
  },
  myEvents: {
    'look at mine': async (system) => {
      const { as } = await told(system)
      const silent = (data: unknown) => [Reflect.get(Object(data), 'events')].flat().length === 0
      return { as, input: {}, silent }
    },
  },
  objectToEvent: {
    object: async (system) => {
      const { as, event, person } = await told(system)
      const input = { event, sentence: '我下个月就去别的单位了' }
      return { as, input, effects: () => audited(system, person, 'event.object') }
    },
  },
  acceptEventOffer: {
    'accept an offer': async (system) => {
      const offer = { followUps: ['OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED'], category: '劳务派遣' }
      const { as, event, person } = await told(system, offer)
      return { as, input: { event }, effects: () => audited(system, person, 'event.accept') }
    },
  },
  tellHome: {
    'say where they live': async (system) => {
      const { as, event, person } = await retaining(system)
      const input = { event, region: stage.community }
      return { as, input, effects: () => audited(system, person, 'event.home') }
    },
  },
  eventObjection: {
    'look at an objection': async (system) => {
      const { task } = await objected(system)
      return { as: street, input: { ...here, task } }
    },
  },
  settleObjection: {
    'they stay': async (system) => {
      const { task, person } = await objected(system)
      const effects = () => audited(system, person, 'event.settle')
      return { as: street, input: { ...here, task, verdict: { kind: 'keep' } }, effects }
    },
    'they move': async (system) => {
      const { task, person } = await objected(system)
      const effects = () => audited(system, person, 'membership.move')
      return { as: street, input: { ...here, task, verdict: { kind: 'move' } }, effects }
    },
  },
  foundingTask: {
    'look at a unit without a union': async (system) => ({
      as: street,
      input: { ...here, task: (await foundingTask(system)).task },
    }),
  },
  settleFoundingTask: {
    'it is taken care of': async (system) => {
      const { task } = await foundingTask(system)
      const effects = async () => ((await system.runtime.store.get(tasks, task))?.state === 'done' ? 1 : 0)
      return { as: street, input: { ...here, task, verdict: 'done' }, effects }
    },
  },
}

/** Offices that rest, and are handed over. */
export const leaveAttempts: Readonly<Record<string, Cases>> = {
  takeLeave: {
    'take leave': async (system) => {
      const [{ as, officer }, deputy] = [
        await inOffice(system, union, 'chair'),
        await inOffice(system, union, 'deputy'),
      ]
      const input = { union, from: '2026-11-18', until: '2026-11-30', deputy: deputy.officer }
      return { as, input, effects: () => audited(system, officer, 'office.leave') }
    },
  },
  endLeave: {
    'come back': async (system) => {
      const [{ as, officer }, deputy] = [
        await inOffice(system, union, 'chair'),
        await inOffice(system, union, 'deputy'),
      ]
      const leave = { union, from: '2026-11-18', until: '2026-11-30', deputy: deputy.officer }
      granted(await system.ask(as, 'registry', 'takeLeave', leave))
      return { as, input: { union }, effects: () => audited(system, officer, 'office.leave-ended') }
    },
  },
  proposeSuccessor: {
    'propose a successor': async (system) => {
      const { as, officer } = await inOffice(system, union, 'chair')
      const input = { union, name: '林小满', mobile: '15420871234' }
      return { as, input, effects: () => audited(system, officer, 'office.successor') }
    },
  },
}
