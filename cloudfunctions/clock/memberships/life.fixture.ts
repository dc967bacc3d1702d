import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import type { MembershipState } from '../../../shared/membership/life'
import { endedMember, joinedMember, proposedExpulsion, recordOf } from '../../../tests/members'
import { granted, type TestSystem } from '../../../tests/system'

/** The life of memberships at the factory’s union, as its chair and the union above it record it. */

export const union = castUnions.factory.id
export const [chair, street] = ['demo-factory-chair', 'demo-street']
export const today = '2026-11-18'
export const start = Date.parse('2026-11-18T02:00:00.000Z')
export const later = (days: number) => isoTime(start + days * 86_400_000)
/** Entries of one instant stand in no order: what comes after takes a moment. */
export const aMoment = (system: TestSystem) => system.travel(isoTime(Date.parse(system.runtime.now()) + 1_000))

type Member = Awaited<ReturnType<typeof joinedMember>>
export const change = (system: TestSystem, person: string, of: object, as = chair, more: object = {}) =>
  system.ask(as, 'membership', 'changeMembership', { union, person, change: of, ...more })
export const stateOf = async (system: TestSystem, { person }: Pick<Member, 'person'>) =>
  (await recordOf(system, person)).state
export const historyOf = async (system: TestSystem, { as }: Pick<Member, 'as'>) =>
  granted(await system.ask(as, 'membership', 'myMembership', {})).membership?.history ?? []

export const changes = {
  retain: { kind: 'retain', reason: 'retired', on: today },
  resume: { kind: 'resume', on: today },
  leave: { kind: 'leave', on: today },
  decease: { kind: 'decease', on: today },
} as const

/** Somebody in each state, brought there by the procedures themselves. */
export const brought: Readonly<Record<MembershipState, (system: TestSystem) => Promise<Member>>> = {
  active: (system) => joinedMember(system),
  retained: async (system) => {
    const member = await joinedMember(system)
    granted(await change(system, member.person, changes.retain))
    return member
  },
  left: (system) => endedMember(system),
  expelled: async (system) => {
    const member = await proposedExpulsion(system)
    const input = { union: castUnions.street.id, task: member.task, verdict: { kind: 'file' } }
    granted(await system.ask(street, 'membership', 'settleFiling', input))
    return member
  },
  deceased: async (system) => {
    const member = await joinedMember(system)
    granted(await change(system, member.person, changes.decease))
    return member
  },
}
