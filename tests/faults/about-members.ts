import { officerOpenid } from '../../local/demo/officers'
import { castUnions } from '../../local/demo/personas'
import type { PersonId } from '../../shared/core/ids'
import type { LifeChange, MembershipState } from '../../shared/membership/life'
import { historyKind, membershipEvents, memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { situations, somebody } from '../forms'
import {
  endedMember,
  entrustedMember,
  entrusting,
  joinedMember,
  leavingMember,
  lookedAt,
  paper,
  paperForm,
  proposedExpulsion,
  recordOf,
  tasksOf,
} from '../members'
import type { TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, street, union } from './ready'

const on = '2026-11-18'
const above = castUnions.street.id

/** How often a change of this kind stands in somebody’s history; its state has to agree. */
async function entered(system: TestSystem, person: PersonId, change: LifeChange, state: MembershipState) {
  const query = { index: 'byPerson', equals: { person }, limit: 100 }
  const { documents } = await system.runtime.store.find(membershipEvents, query)
  const count = documents.filter(({ kind }) => kind === historyKind[change]).length
  const reached = (await recordOf(system, person)).state === state
  return reached === count > 0 ? count : NaN
}

/** What happens to memberships, by everybody who may bring it about. */
export const stateAttempts: Readonly<Record<string, Cases>> = {
  myMembership: {
    'look at my membership': async (system) => ({
      as: (await joinedMember(system)).as,
      input: {},
      silent: (data) => Reflect.get(Object(data), 'membership') === undefined,
    }),
  },
  myHistory: {
    'look at older entries': async (system) => ({
      as: (await joinedMember(system)).as,
      input: { cursor: '2027-01-01T00:00:00.000Z~0' },
      silent: (data) => JSON.stringify(data) === '{"history":[]}',
    }),
  },
  myAffairs: {
    'look what waits for me': async (system) => ({
      as: (await leavingMember(system)).as,
      input: {},
      silent: (data) => JSON.stringify(data) === '{"affairs":[]}',
    }),
  },
  askToLeave: {
    'ask to leave': async (system) => {
      const { as, person } = await joinedMember(system)
      return { as, input: {}, effects: async () => (await tasksOf(system, person, 'leave-request')).length }
    },
  },
  takeBackLeaving: {
    'stay after all': async (system) => {
      const { as, person } = await leavingMember(system)
      return { as, input: {}, effects: () => audited(system, person, 'leaving.take-back') }
    },
  },
  leaving: {
    'look who asks to leave': async (system) => ({
      as: chair,
      input: { union, task: (await leavingMember(system)).task },
    }),
  },
  announceLeaving: {
    'announce that somebody left': async (system) => {
      const { person, task } = await leavingMember(system)
      return { as: chair, input: { union, task }, effects: () => entered(system, person, 'leave', 'left') }
    },
  },
  changeMembership: {
    'keep a membership': async (system) => {
      const { person } = await joinedMember(system)
      const input = { union, person, change: { kind: 'retain', reason: 'retired', on }, document: paper }
      return { as: chair, input, effects: () => entered(system, person, 'retain', 'retained') }
    },
    'record a death': async (system) => {
      const { person } = await joinedMember(system)
      const input = { union, person, change: { kind: 'decease', on } }
      return { as: chair, input, effects: () => entered(system, person, 'decease', 'deceased') }
    },
  },
  proposeExpulsion: {
    'report an expulsion': async (system) => {
      const { person } = await joinedMember(system)
      const input = { union, person, reason: 'criminal', decidedOn: on, document: paper }
      const effects = async () => (await tasksOf(system, person, 'expulsion-filing')).length
      return { as: chair, input, effects }
    },
  },
  filing: {
    'look at a report': async (system) => ({
      as: street,
      input: { union: above, task: (await proposedExpulsion(system)).task },
    }),
  },
  settleFiling: {
    'file an expulsion': async (system) => {
      const { person, task } = await proposedExpulsion(system)
      const input = { union: above, task, verdict: { kind: 'file' } }
      return { as: street, input, effects: () => entered(system, person, 'expel', 'expelled') }
    },
    'send a report back': async (system) => {
      const { person, task } = await proposedExpulsion(system)
      const input = { union: above, task, verdict: { kind: 'send-back', objection: 'wrong-person' } }
      return { as: street, input, effects: () => audited(system, person, 'expulsion.send-back') }
    },
  },
  findEnded: {
    'find a membership that ended': async (system) => {
      const { memberNumber } = await endedMember(system)
      return { as: street, input: { union: above, memberNumber } }
    },
  },
  reinstateMembership: {
    'take an end back': async (system) => {
      const { person } = await endedMember(system)
      const effects = () => audited(system, person, 'membership.reinstate')
      return { as: street, input: { union: above, person }, effects }
    },
  },
  keepOnFile: {
    'keep the end of a contract': async (system) => {
      const { person } = await joinedMember(system)
      const input = { union, person, fact: { kind: 'contract', until: '2027-11-18' } }
      return { as: chair, input, effects: () => audited(system, person, 'membership.keep') }
    },
  },
  look: {
    'look at a contract that ended': async (system) => {
      const { person } = await joinedMember(system)
      return { as: chair, input: { union, task: await lookedAt(system, person) } }
    },
  },
  settleLook: {
    'settle a look': async (system) => {
      const { person } = await joinedMember(system)
      const answer = { kind: 'renewed', until: '2027-11-18' }
      const input = { union, task: await lookedAt(system, person), answer }
      return { as: chair, input, effects: () => audited(system, person, 'membership.keep') }
    },
    'keep somebody who is gone': async (system) => {
      const { person } = await joinedMember(system)
      const answer = { kind: 'gone', reason: 'unemployed', on }
      const input = { union, task: await lookedAt(system, person), answer }
      return { as: chair, input, effects: () => entered(system, person, 'retain', 'retained') }
    },
  },
  entrustChoices: {
    'look to whom somebody may be entrusted': async (system) => {
      const { person } = await joinedMember(system, situations.dispatched)
      return { as: chair, input: { union, person } }
    },
  },
  entrust: {
    'entrust a member': async (system) => {
      const { person } = await joinedMember(system, situations.dispatched)
      const effects = () => audited(system, person, 'membership.entrust')
      return { as: chair, input: entrusting(person, system), effects }
    },
  },
  endEntrust: {
    'end an entrusting': async (system) => {
      const { person } = await entrustedMember(system)
      const effects = () => audited(system, person, 'membership.end-entrust')
      return { as: chair, input: { union, person, on }, effects }
    },
  },
  entrustedHere: asked(officerOpenid(castUnions.agency.id, 'chair'), { union: castUnions.agency.id }),
  onBehalfRoute: {
    'ask where somebody belongs': async (system) => {
      const { situation, retired, identity } = await paperForm(system)
      return { as: chair, input: { union, situation, retired, identity } }
    },
  },
  enterOnBehalf: {
    'enter somebody on paper': async (system) => {
      const worker = somebody()
      const form = await paperForm(system, worker)
      const rows = { index: 'byUnion', equals: { union, state: 'active' as const } }
      const before = await system.runtime.store.count(memberships, rows)
      const effects = async () => (await system.runtime.store.count(memberships, rows)) - before
      return { as: chair, input: { union, form }, effects }
    },
  },
}
