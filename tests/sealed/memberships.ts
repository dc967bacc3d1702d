import { officerOpenid } from '../../local/demo/officers'
import { castUnions } from '../../local/demo/personas'
import { situations } from '../forms'
import { endedMember, entrusting, joinedMember, leavingMember, lookedAt, paper, paperForm, taskOf } from '../members'
import type { Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'

/** Everything that happens to memberships: kept, left, expelled and taken back, entrusted, looked at, entered on paper. */
export async function membersChange({ system, call }: Asking): Promise<void> {
  const above = castUnions.street.id
  const on = '2026-11-18'
  const member = await joinedMember(system)
  await call(member.as, 'membership', 'myMembership', {})
  await call(member.as, 'membership', 'myHistory', { cursor: '2026-11-18T02:00:00.000Z~0' })
  await call(member.as, 'membership', 'askToLeave', {})
  await call(member.as, 'membership', 'myAffairs', {})
  await call(member.as, 'membership', 'takeBackLeaving', {})
  const leaver = await leavingMember(system)
  await call(chair, 'membership', 'leaving', { union, task: leaver.task })
  await call(chair, 'membership', 'announceLeaving', { union, task: leaver.task })
  const ended = await endedMember(system)
  await call(street, 'membership', 'findEnded', { union: above, memberNumber: ended.memberNumber })
  await call(street, 'membership', 'reinstateMembership', { union: above, person: ended.person })
  const report = { union, person: ended.person, reason: 'criminal', decidedOn: on, document: paper }
  await call(chair, 'membership', 'proposeExpulsion', report)
  const task = await taskOf(system, ended.person, 'expulsion-filing')
  await call(street, 'membership', 'filing', { union: above, task })
  await call(street, 'membership', 'settleFiling', { union: above, task, verdict: { kind: 'file' } })
  const fact = { kind: 'secondment', since: '2026-11-18' }
  await call(chair, 'membership', 'keepOnFile', { union, person: member.person, fact })
  const looked = { union, task: await lookedAt(system, member.person) }
  await call(chair, 'membership', 'look', looked)
  await call(chair, 'membership', 'settleLook', { ...looked, answer: { kind: 'elsewhere' } })
  const dispatched = await joinedMember(system, situations.dispatched)
  await call(chair, 'membership', 'entrustChoices', { union, person: dispatched.person })
  await call(chair, 'membership', 'entrust', entrusting(dispatched.person, system))
  const manager = officerOpenid(castUnions.agency.id, 'chair')
  await call(manager, 'membership', 'entrustedHere', { union: castUnions.agency.id })
  await call(chair, 'membership', 'endEntrust', { union, person: dispatched.person, on })
  const { situation, retired, identity, ...form } = await paperForm(system)
  await call(chair, 'membership', 'onBehalfRoute', { union, situation, retired, identity })
  const whole = { situation, retired, identity, ...form }
  await call(chair, 'membership', 'enterOnBehalf', { union, form: whole })
  const change = { kind: 'retain', reason: 'retired', on }
  await call(chair, 'membership', 'changeMembership', { union, person: member.person, change })
}
