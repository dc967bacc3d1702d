import { accountOf } from '../cloudfunctions/_kernel/caller'
import { png } from '../cloudfunctions/_kernel/files/pictures.fixture'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { memberships, type MembershipRecord } from '../cloudfunctions/_kernel/records/memberships'
import { tasks, type TaskRecord } from '../cloudfunctions/_kernel/records/tasks'
import { openTask, taskId } from '../cloudfunctions/_kernel/tasks'
import { castUnions } from '../local/demo/personas'
import type { PersonId } from '../shared/core/ids'
import { chinaDay } from '../shared/core/time'
import type { TaskKind } from '../shared/membership/task'
import { privacyNotice } from '../shared/policy/privacy'
import { identityOf, sent, situations, somebody } from './forms'
import { granted, type TestSystem } from './system'

/** Members and what officers do with them, each made anew. */

export const paper = png.toString('base64')
const union = castUnions.factory.id
const chair = 'demo-factory-chair'

/** Somebody who applied themselves and was approved today: account and person are tied. */
export async function joinedMember(
  system: TestSystem,
  situation: Parameters<typeof sent>[3] = situations.workshop,
): Promise<{ readonly as: string; readonly person: PersonId; readonly worker: ReturnType<typeof somebody> }> {
  const as = system.newcomer()
  const worker = somebody()
  const { application } = await sent(system, as, worker, situation)
  const today = system.runtime.now().slice(0, 10)
  const verdict = { kind: 'approve', committee: { decidedOn: today } }
  granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
  return { as, worker, person: await personOf(system, as) }
}

async function personOf({ runtime }: TestSystem, as: string): Promise<PersonId> {
  const account = await runtime.store.get(accounts, accountOf(as, runtime))
  if (account?.person === undefined) throw new Error(`${as} is nobody on file`)
  return account.person
}

export async function recordOf({ runtime }: TestSystem, person: PersonId): Promise<MembershipRecord> {
  const record = await runtime.store.get(memberships, person)
  if (record === undefined) throw new Error(`${person} has no membership`)
  return record
}

export async function tasksOf(
  { runtime }: TestSystem,
  person: PersonId,
  kind: TaskKind,
): Promise<readonly TaskRecord[]> {
  const { documents } = await runtime.store.find(tasks, { index: 'byPerson', equals: { person }, limit: 100 })
  return documents.filter((task) => task.kind === kind)
}

/** The id of the newest task of this kind about somebody. */
export async function taskOf(system: TestSystem, person: PersonId, kind: TaskKind): Promise<string> {
  return (
    (await tasksOf(system, person, kind))
      .map(({ _id }) => _id)
      .sort()
      .at(-1) ?? ''
  )
}

export async function leavingMember(system: TestSystem) {
  const member = await joinedMember(system)
  granted(await system.ask(member.as, 'membership', 'askToLeave', {}))
  return { ...member, task: await taskOf(system, member.person, 'leave-request') }
}

export async function proposedExpulsion(system: TestSystem) {
  const member = await joinedMember(system)
  const decidedOn = system.runtime.now().slice(0, 10)
  const input = { union, person: member.person, reason: 'criminal', decidedOn, document: paper }
  granted(await system.ask(chair, 'membership', 'proposeExpulsion', input))
  return { ...member, task: await taskOf(system, member.person, 'expulsion-filing') }
}

export async function endedMember(system: TestSystem) {
  const member = await joinedMember(system)
  const change = { kind: 'leave', on: system.runtime.now().slice(0, 10) }
  granted(await system.ask(chair, 'membership', 'changeMembership', { union, person: member.person, change }))
  return { ...member, memberNumber: (await recordOf(system, member.person)).memberNumber }
}

/** A dispatched worker of the factory’s whose membership the agency’s union looks after. */
export async function entrustedMember(system: TestSystem) {
  const member = await joinedMember(system, situations.dispatched)
  granted(await system.ask(chair, 'membership', 'entrust', entrusting(member.person, system)))
  return member
}

export function entrusting(person: PersonId, system: TestSystem) {
  const { dispatched } = situations
  const since = system.runtime.now().slice(0, 10)
  return { union, person, to: castUnions.agency.id, payingUnit: dispatched.agency.unit, since, agreement: paper }
}

/** A form as the officer’s pages would send it for somebody who signed on paper. */
export async function paperForm(system: TestSystem, worker = somebody(), change: object = {}) {
  const [situation, today] = [situations.workshop, system.runtime.now().slice(0, 10)]
  const identity = identityOf(worker)
  const asked = { union, situation, retired: false, identity }
  const { letter } = granted(await system.ask(chair, 'membership', 'onBehalfRoute', asked))
  return {
    situation,
    retired: false,
    identity,
    details: { education: 'vocational', household: 'rural' },
    hasWechat: false,
    paper: {
      picture: paper,
      signedOn: today,
      letterVersion: letter.version,
      privacyVersion: privacyNotice.version,
      sensitiveAgreed: true,
    },
    committee: { decidedOn: today },
    ...change,
  }
}

/** A look that is open, as the clock opens it when a contract ends today. */
export async function lookedAt({ runtime }: TestSystem, person: PersonId): Promise<string> {
  const day = chinaDay(runtime.now())
  const task = { kind: 'contract-end', subject: `${person}:${day}`, person, union: castUnionOf(), dueOn: day } as const
  await runtime.store.transact((tx) => openTask(tx, task, { by: 'clock', at: runtime.now() }))
  return taskId(task.kind, task.subject)
}

const castUnionOf = () => ({ _id: castUnions.factory.id, name: castUnions.factory.name })
