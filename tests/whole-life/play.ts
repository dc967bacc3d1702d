import { castUnions } from '../../local/demo/personas'
import { isoTime } from '../../shared/core/time'
import { UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { FilingObjection } from '../../shared/membership/expulsion'
import { activated } from '../card-phone'
import { formFor, situations, somebody } from '../forms'
import { entrusting, paper, paperForm } from '../members'
import { granted, type TestSystem } from '../system'
import { dailyJobs } from '../../cloudfunctions/_kernel/records/daily-jobs'
import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { merges } from '../../cloudfunctions/_kernel/records/merges'
import { unions } from '../../cloudfunctions/_kernel/records/registry'
import { tasks } from '../../cloudfunctions/_kernel/records/tasks'
import { transfers } from '../../cloudfunctions/_kernel/records/transfers'
import { unionEvents } from '../../cloudfunctions/_kernel/records/union-events'
import { papersOf, street, upper } from '../../cloudfunctions/membership/events/events.fixture'
import { carryOnEvents } from '../../cloudfunctions/membership/events/clock'
import { findSamePersons } from '../../cloudfunctions/clock/clean/likeness'
import { announceLeavings } from '../../cloudfunctions/clock/memberships/announce-leavings'
import { releaseSilent } from '../../cloudfunctions/clock/transfers'
import { identity, personOf, today, type Life, type World } from './life'
import type { Act } from './acts'

const dayMs = 24 * 60 * 60_000

async function compareAll(system: TestSystem) {
  await system.runtime.store.transact(async (tx) => {
    await tx.remove(dailyJobs, 'persons.compare')
    return succeed(undefined)
  })
  for (let run = 0; run < 20; run++) if ((await findSamePersons(system.runtime)) === 0) break
}

async function theClock(system: TestSystem) {
  await releaseSilent(system.runtime)
  await carryOnEvents(system.runtime)
  await announceLeavings(system.runtime)
}

/** One act; a refusal is as good as an answer. */
export async function play(
  world: World,
  life: Life,
  { act, side: at = 0, work = 'workshop', days = 1 }: Act,
): Promise<void> {
  const { system, done, chairOf } = world
  const { store } = system.runtime
  const as = life.accounts[at] ?? ''
  const worker = life.workers[at] ?? somebody()
  const person = (await personOf(system, as)) ?? life.people[at]
  if (person === undefined) throw new Error('there are two of them')
  const member = await store.get(memberships, person)
  const situation = work === 'own' ? life.own.unit : situations[work as 'rider']
  const ask = async (who: string, procedure: string, input: object) => {
    const answer = await system.ask(who, 'membership', procedure as 'decide', input)
    if (answer.ok) done.add(procedure)
    return answer
  }
  const mine = (procedure: string, input: object = {}) => ask(as, procedure, input)
  const here = async (procedure: string, input: object = {}) => {
    if (member === undefined) return undefined
    return ask(await chairOf(member.union), procedure, { union: member.union, person, ...input })
  }
  /** The open task of this kind about this person, by whoever’s desk it lies on. */
  const onDesk = async (kind: string, procedure: string, input: object = {}) => {
    const open = await store.find(tasks, { index: 'byPerson', equals: { person, state: 'open' }, limit: 50 })
    const task = open.documents.find((one) => one.kind === kind)
    if (task !== undefined)
      await ask(await chairOf(task.desk), procedure, { union: task.desk, task: task._id, ...input })
  }
  const transfer = async (procedure: string, union: 'from' | 'to' | 'reviewer' | 'me', input: object = {}) => {
    const all = await store.find(transfers, { index: 'byPerson', equals: { person } })
    const open = all.documents.find(({ state }) => state === 'open') ?? all.documents[0]
    if (open === undefined) return
    const step = { transfer: open._id, seen: open.revision, ...input }
    if (union === 'me') return void (await mine(procedure, step))
    const of = open[union]?.union
    if (of !== undefined) await ask(await chairOf(of), procedure, { union: of, ...step })
  }
  switch (act) {
    case 'transfer': {
      const route = await mine('previewTransfer', { situation, retired: false })
      const offered = (route.ok ? (route.data as { offered?: { union: string }[] }).offered : undefined) ?? []
      const choice = { kind: 'offered', union: offered[0]?.union ?? castUnions.factory.id }
      return void (await mine('requestTransfer', { situation, retired: false, choice }))
    }
    case 'withdraw':
      return transfer('withdrawTransfer', 'me')
    case 'release':
      return transfer('releaseTransfer', 'from')
    case 'accept':
      return transfer('acceptTransfer', 'to')
    case 'dispute':
      return transfer('disputeTransfer', 'from', { error: { side: 'leaving', what: 'wrong-person' } })
    case 'stop':
    case 'uphold':
      return transfer('settleTransfer', 'reviewer', { verdict: { kind: act }, reason: '核对过了' })
    case 'new-workplace':
      return void (await mine('changeWorkplace', { situation, retired: false }))
    case 'retain':
      return void (await here('changeMembership', {
        change: { kind: 'retain', reason: 'unemployed', on: today(system) },
      }))
    case 'resume':
      return void (await here('changeMembership', { change: { kind: 'resume', on: today(system) } }))
    case 'six-months-away':
      return void (await here('changeMembership', { change: { kind: 'leave', on: today(system) } }))
    case 'decease': {
      return void (await here('changeMembership', { change: { kind: 'decease', on: today(system) }, document: paper }))
    }
    case 'reinstate': {
      const above = member === undefined ? undefined : (await store.get(unions, member.union))?.parent
      if (above !== undefined) await ask(await chairOf(above), 'reinstateMembership', { union: above, person })
      return
    }
    case 'ask-to-leave':
      return void (await mine('askToLeave'))
    case 'stay':
      return void (await mine('takeBackLeaving'))
    case 'announce':
      return onDesk('leave-request', 'announceLeaving')
    case 'expel':
      return void (await here('proposeExpulsion', { reason: 'criminal', decidedOn: today(system), document: paper }))
    case 'file':
      return onDesk('expulsion-filing', 'settleFiling', { verdict: { kind: 'file' } })
    case 'send-back':
      return onDesk('expulsion-filing', 'settleFiling', {
        verdict: { kind: 'send-back', objection: FilingObjection.options[0] },
      })
    case 'apply': {
      const preview = await mine('previewRoute', { situation, retired: false, identity: { ...identity(worker) } })
      if (!preview.ok) return
      const form = await formFor(system, as, worker, situation).catch(() => undefined)
      const applied = form === undefined ? undefined : await system.ask(as, 'membership', 'submit', { form })
      if (applied?.ok !== true) return
      const verdict = { kind: 'approve', committee: { decidedOn: today(system) } }
      const to = form?.choice.kind === 'offered' ? form.choice.union : undefined
      if (to === undefined) return
      const decided = { union: to, application: applied.data.application, seen: 1, verdict }
      const done = await ask(await chairOf(UnionId.parse(to)), 'decide', decided)
      if (!done.ok) await mine('withdraw', { application: applied.data.application, seen: 1 })
      return
    }
    case 'on-paper':
      return void (await ask('demo-factory-chair', 'enterOnBehalf', {
        union: castUnions.factory.id,
        form: await paperForm(system, worker),
      }))
    case 'entrust':
      return void (await ask('demo-factory-chair', 'entrust', entrusting(person, system)))
    case 'end-entrust':
      return void (await here('endEntrust', { on: today(system) }))
    case 'certificate':
      return void (await mine('issueCertificate', { destination: '济南市某某公司工会' }))
    case 'received':
      return void (await mine('certificateReceived'))
    case 'card':
      return void (await activated(system, as).catch(() => undefined))
    case 'lost-card':
      return void (await system.ask(as, 'card', 'dropCard', {}))
    case 'compare':
      return compareAll(system)
    case 'merge': {
      await compareAll(system)
      const task = await store.get(tasks, life.pair)
      if (task !== undefined)
        await ask(await chairOf(task.desk), 'mergePersons', { union: task.desk, task: task._id, keep: life.people[at] })
      return
    }
    case 'undo': {
      const all = await store.find(merges, { index: 'all', equals: {}, limit: 500 })
      const merge = all.documents.find(({ kept }) => life.people.some((one) => one === kept))
      if (merge !== undefined)
        await ask(await chairOf(merge.union), 'undoMerge', { union: merge.union, merge: merge._id })
      return
    }
    case 'union-ends':
    case 'union-merges': {
      const papers = await papersOf(system, ['resolution', 'reply'])
      const ending = { union: upper, ending: life.own.union, reason: '企业搬走', papers }
      const how =
        act === 'union-ends'
          ? system.ask(street, 'registry', 'dissolveUnion', { ...ending, employment: at === 0 ? 'ended' : 'goes-on' })
          : system.ask(street, 'registry', 'mergeUnion', { ...ending, successor: castUnions.community.id })
      await how
      return
    }
    case 'confirm-event': {
      await carryOnEvents(system.runtime)
      for (const state of ['proposed', 'planned'] as const) {
        const open = await store.find(unionEvents, { index: 'byState', equals: { state }, limit: 200 })
        for (const event of open.documents.filter(({ union }) => union === life.own.union)) {
          const desk = event.desk.union
          await ask(await chairOf(desk), 'planEvent', { union: desk, event: event._id })
          await ask(await chairOf(desk), 'confirmEvent', { union: desk, event: event._id })
        }
      }
      await carryOnEvents(system.runtime)
      return
    }
    case 'object': {
      const events = granted(await system.ask(as, 'membership', 'myEvents', {})).events
      const [event] = events.filter(({ mayObject }) => mayObject)
      if (event !== undefined) await mine('objectToEvent', { event: event.event, sentence: '我不去那边' })
      return onDesk('event-objection', 'settleObjection', { verdict: { kind: at === 0 ? 'move' : 'keep' } })
    }
    default:
      system.travel(isoTime(Date.parse(system.runtime.now()) + days * dayMs))
      return theClock(system)
  }
}
