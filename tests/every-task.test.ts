import { askDuties } from '../cloudfunctions/clock/duties'
import { reporting } from '../cloudfunctions/home/above/above.fixture'
import { above, sentUp, upper } from '../cloudfunctions/home/standards/standards.fixture'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { castUnions } from '../local/demo/personas'
import { chinaDay, isoTime } from '../shared/core/time'
import { UnitId } from '../shared/core/ids'
import { TaskKind, whenOverdue } from '../shared/membership/task'
import { runClock } from '../cloudfunctions/clock/jobs'
import { reviews } from '../cloudfunctions/_kernel/records/reviews'
import { coverages } from '../cloudfunctions/_kernel/records/registry'
import { tasks, type TaskRecord } from '../cloudfunctions/_kernel/records/tasks'
import { employed, newMember, newUnion, newUnit } from '../cloudfunctions/membership/events/events.fixture'
import { applied as appliedForTitle } from '../cloudfunctions/home/titles/titles.fixture'
import { askedMove } from '../cloudfunctions/registry/reaffiliation/reaffiliation.fixture'
import { sentFounding } from '../cloudfunctions/registry/applications/applications.fixture'
import { putElectors } from '../cloudfunctions/review/counting.fixture'
import { announced, distantDays, listed, objectedToList } from '../cloudfunctions/review/review.fixture'
import { titleOf } from '../src/officer/parts/task-texts'
import { wayTo } from '../src/officer/tasks/way'
import { objected, planned } from './faults/in-events'
import { disputed, onTheWay } from './faults/moving'
import { dueUnion, hangingMember } from './faults/of-rounds'
import { heldByMembers } from './faults/of-meetings'
import { inOffice } from './faults/ready'
import { unitOnFile } from './faults/of-units'
import { sent, situations, somebody } from './forms'
import { reviewIn } from './reviews'
import { joinedMember, leavingMember, proposedExpulsion } from './members'
import { granted, openTestSystem, type TestSystem } from './system'

const union = castUnions.factory.id
const joint = castUnions.newForm.id
const chair = 'demo-factory-chair'
const startMs = Date.parse('2026-11-18T02:00:00.000Z')
const later = (days: number) => isoTime(startMs + days * 86_400_000)

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  for (const kind of TaskKind.options) await occasions[kind]()
  for (const day of [1, 2]) await clockAt(day)
}, 600_000)
afterAll(() => system.close())
jest.setTimeout(600_000)

/** The clock runs until it finds nothing more to do. */
async function clockAt(days: number): Promise<void> {
  system.travel(later(days))
  for (let run = 0; run < 8; run++) await runClock(system.runtime)
}

const kept = (person: string, fact: object) => system.ask(chair, 'membership', 'keepOnFile', { union, person, fact })

/** Who makes the system ask each kind: a kind that nobody adds here does not compile. What the clock notices is made ready; it runs afterwards. */
const occasions: Readonly<Record<TaskKind, () => Promise<unknown>>> = {
  'transfer-out': () => onTheWay(system),
  'transfer-in': () => onTheWay(system),
  'transfer-dispute': () => disputed(system),
  'union-event': () => planned(system),
  'event-objection': () => objected(system),
  'review-objection': async () => {
    const { as } = await joinedMember(system)
    const review = await announced(system, union, chair, distantDays(system))
    await objectedToList(system, as, await listed(system, review))
  },
  'review-papers': async () => {
    const { union: below } = await newUnion(system)
    const review = await reviewIn(system, 'voting', { union: below })
    await putElectors(system, review._id, { paper: 2 })
    const votingUntil = isoTime(startMs + 3_600_000)
    await system.runtime.store.transact((tx) => tx.put(reviews, { ...review, votingUntil, due: votingUntil }))
  },
  'leave-request': () => leavingMember(system),
  'expulsion-filing': () => proposedExpulsion(system),
  'contract-end': async () =>
    granted(await kept((await joinedMember(system)).person, { kind: 'contract', until: '2026-11-19' })),
  'secondment-end': async () =>
    granted(await kept((await joinedMember(system)).person, { kind: 'secondment', since: '2026-05-10' })),
  'workplace-change': async () => {
    const { as } = await joinedMember(system)
    const moved = { situation: situations.dispatched, retired: false }
    granted(await system.ask(as, 'membership', 'changeWorkplace', moved))
  },
  'own-committee': async () => {
    const unit = await newUnit(system, { coveredBy: [joint] })
    for (let one = 0; one < 25; one++) await newMember(system, { union: joint, unit, situation: employed(unit) })
  },
  'joint-too-many': async () => {
    await newUnit(system, { coveredBy: [joint] })
    await system.runtime.store.transact(async (tx) => {
      for (let one = 0; one < 51; one++) {
        const unit = UnitId.parse(`unit-listed-${one}`)
        await tx.put(coverages, { _id: `${joint}:${unit}`, union: joint, unit })
      }
    })
  },
  'assist-founding': async () => {
    const unit = await newUnit(system)
    await newMember(system, { union: castUnions.community.id, unit, situation: employed(unit) })
  },
  'union-application': () => sentFounding(system),
  reaffiliation: () => askedMove(system),
  title: () => appliedForTitle(system),
  'home-assessment': () => sentUp(system),
  // To be sent by the end of the year: every union below hears of it from the clock.
  'assessment-called': async () =>
    granted(await system.ask(above, 'home', 'callAssessment', { union: upper, until: '2026-12-31' })),
  // The clock sees that it leads others, and that its region names a day.
  'home-report': () => reporting(system),
  'term-end': async () => {
    const elected = { electedOn: '2023-12-10', termYears: 3, seats: 5, chair: '陈白露' }
    granted(await system.ask(chair, 'registry', 'saveCommittee', { union, kind: 'committee', ...elected }))
  },
  'yearly-duties': () => askDuties(system.runtime),
  'half-year-filing': async () => {
    await heldByMembers(system)
    system.travel(isoTime(Date.parse('2026-07-05T02:00:00.000Z')))
    await askDuties(system.runtime)
    system.travel(isoTime(startMs))
  },
  'half-year-round': async () => {
    const { union: below } = await dueUnion(system)
    const { as } = await inOffice(system, castUnions.changxingStreet.id, 'chair')
    granted(await system.ask(as, 'membership', 'nudgeRound', { union: castUnions.changxingStreet.id, below }))
  },
  'hanging-membership': () => hangingMember(system),
  'same-person-twice': async () => {
    const one = somebody()
    for (const worker of [one, { ...somebody(), mobile: one.mobile }]) {
      const { application } = await sent(system, system.newcomer(), worker, situations.workshop)
      const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
      granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
    }
  },
  'same-unit-twice': async () => {
    const first = await unitOnFile(system, { name: '青岛同名一家机械有限公司' })
    await unitOnFile(system, { name: '青岛同名一家机械有限公司' })
    return first
  },
}

async function openOf(kind: TaskKind): Promise<readonly TaskRecord[]> {
  const page = await system.runtime.store.find(tasks, { index: 'byKind', equals: { kind, state: 'open' }, limit: 50 })
  return page.documents
}

test.each(TaskKind.options)('%s is asked by something, has a page, a name and a due date', async (kind) => {
  const [task] = await openOf(kind)
  expect(task).toBeDefined()
  if (task === undefined) return
  // A round is asked for when it is overdue: its day is that of the round.
  if (kind !== 'half-year-round') expect(task.dueOn > chinaDay(task.openedAt)).toBe(true)
  expect(task.desk).toBe(task.union)
  for (const raised of [false, true]) {
    const { path } = wayTo({ kind, subject: task.subject, task: task._id, raised }, task.desk)
    expect(existsSync(join(__dirname, '..', 'src', `${path}.tsx`))).toBe(true)
  }
  expect(titleOf({ kind, person: undefined, about: undefined })).not.toBe('')
})

test('what passes its due date: silence counts, somebody above has it, it is in a list of rounds, or a reminder; nothing lies forgotten', async () => {
  const open = new Map<TaskKind, string>()
  for (const kind of TaskKind.options) {
    const [task] = await openOf(kind)
    if (task !== undefined) open.set(kind, task._id)
  }
  for (const day of [40, 41]) await clockAt(day)
  for (const [kind, id] of open) {
    const task = await system.runtime.store.get(tasks, id)
    const how = { state: task?.state, up: task?.desk !== task?.union }
    const wanted = {
      'goes-up': { state: 'open', up: true },
      'goes-up-once': { state: 'open', up: true },
      'clock-acts': { state: 'done', up: false },
      stays: { state: 'open', up: false },
      'goes-up-when-vacant': { state: 'open', up: false },
    }
    expect({ kind, ...how }).toEqual({ kind, ...wanted[whenOverdue[kind]] })
  }
  await clockAt(120)
  for (const [kind, id] of open) {
    const task = await system.runtime.store.get(tasks, id)
    const raised = task?.steps.filter((step) => step.kind === 'escalated').length ?? 0
    if (whenOverdue[kind] === 'goes-up-once') expect({ kind, raised }).toEqual({ kind, raised: 1 })
  }
})
