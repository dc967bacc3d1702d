import fc from 'fast-check'
import { castUnions } from '../../../local/demo/personas'
import type { PersonId } from '../../../shared/core/ids'
import { type UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { isoTime, type IsoDate } from '../../../shared/core/time'
import { sent, situations, somebody } from '../../../tests/forms'
import { joinedLongAgo } from '../../../tests/faults/of-rounds'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { findHanging } from '../../clock/clean/hanging'
import { findSamePersons } from '../../clock/clean/likeness'
import { forgetCodes } from '../../clock/retention/codes'
import { rotateLocks } from '../../clock/rotation/locks'
import { accountOf } from '../../_kernel/caller'
import { identifierUnder } from '../../_kernel/locks'
import { accounts } from '../../_kernel/records/accounts'
import { applications } from '../../_kernel/records/applications'
import { memberNumbers, membershipEvents, memberships, RosterSecrets } from '../../_kernel/records/memberships'
import { likenesses, merges } from '../../_kernel/records/merges'
import { identifiers, persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { openJson } from '../../_kernel/secrets'
import { wholeHistory } from '../life/history-pages'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const newForm = castUnions.newForm.id
const street = 'demo-street'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))
jest.setTimeout(600_000)

let pairs = 0

async function joined(
  worker: ReturnType<typeof somebody>,
  situation: (typeof situations)['workshop' | 'rider'],
  by: string,
) {
  const as = system.newcomer()
  const { application } = await sent(system, as, worker, situation)
  const of = (await system.runtime.store.get(applications, application))?.union
  const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
  granted(await system.ask(by, 'membership', 'decide', { union: of, application, seen: 1, verdict }))
  const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
  if (person === undefined) throw new Error('nobody joined')
  return { as, person }
}

/** Somebody who joined twice under two numbers, with one name and one phone; the clock has found them. */
async function twice(second: 'here' | 'elsewhere' = 'here') {
  const name = `重名${'甲乙丙丁戊己庚辛壬癸'[pairs % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(pairs++ / 10) % 10]}`
  const one = { ...somebody(), name }
  const other = { ...somebody(), name, mobile: one.mobile }
  const first = await joined(one, situations.workshop, chair)
  const again =
    second === 'here'
      ? await joined(other, situations.workshop, chair)
      : await joined(other, situations.rider, 'demo-newform-chair')
  for (const { person } of [first, again]) await joinedLongAgo(system, person)
  await compareAll()
  const task = `same-person-twice:${[first.person, again.person].sort().join('+')}`
  return { name, first, again, task, numbers: [one.number, other.number] }
}

async function compareAll() {
  for (let run = 0; run < 20; run++) if ((await findSamePersons(system.runtime)) === 0) break
  await system.runtime.store.transact(async (tx) => {
    const { dailyJobs } = await import('../../_kernel/records/daily-jobs')
    await tx.remove(dailyJobs, 'persons.compare')
    return succeed(undefined)
  })
}

/** Everything of two people, opened, as the records have it: what a merge and its undoing must not lose. */
async function everythingOf(people: readonly PersonId[], accountsOf: readonly string[]) {
  const { store, sealer } = system.runtime
  const all = await Promise.all(
    people.map(async (id) => {
      const [person, membership] = [await store.get(persons, id), await store.get(memberships, id)]
      const events = await store.find(membershipEvents, { index: 'byPerson', equals: { person: id }, limit: 100 })
      const { roster, situation: _, updatedAt: __, ...rest } = membership ?? { roster: undefined, updatedAt: '' }
      return {
        person,
        membership: rest,
        row:
          roster === undefined
            ? undefined
            : openJson(sealer, { collection: 'memberships', id, field: 'roster' }, RosterSecrets, roster),
        locks: await Promise.all((person?.locks ?? []).map((lock) => store.get(identifiers, lock))),
        number: membership === undefined ? undefined : await store.get(memberNumbers, membership.memberNumber),
        events: events.documents,
        application:
          membership?.application === undefined
            ? undefined
            : (await store.get(applications, membership.application))?.person,
      }
    }),
  )
  return {
    all,
    accounts: await Promise.all(accountsOf.map((as) => store.get(accounts, accountOf(as, system.runtime)))),
  }
}

const merge = (task: string, keep: PersonId, at: UnionId = union, as = chair) =>
  system.ask(as, 'membership', 'mergePersons', { union: at, task, keep })
const undo = (id: string, at: UnionId = union, as = chair) =>
  system.ask(as, 'membership', 'undoMerge', { union: at, merge: id })
const member = (person: PersonId) => system.ask(chair, 'membership', 'member', { union, person })

describe('one person under two numbers', () => {
  test('is found by name and phone, shown side by side masked, and becomes one', async () => {
    const { name, first, again, task } = await twice()
    const { tasks: waiting } = granted(await system.ask(chair, 'membership', 'cleanList', { union }))
    expect(waiting).toContainEqual(expect.objectContaining({ task, name }))
    const preview = granted(await system.ask(chair, 'membership', 'samePerson', { union, task }))
    expect(preview.sides.map(({ maskedNumber }) => maskedNumber.includes('*'))).toEqual([true, true])
    expect(preview.outcomes[0]).toMatchObject({ account: 'kept-other-untied', unionName: castUnions.factory.name })

    granted(await merge(task, first.person))
    expect(codeOf(await member(again.person))).toBe('NOT_FOUND')
    const { history } = granted(await member(first.person))
    expect(history.filter(({ text }) => text.startsWith('加入'))).toHaveLength(2)
    expect(history.map(({ text }) => text)).toContainEqual(expect.stringContaining('合并'))
    const locks = (await system.runtime.store.get(persons, again.person))?.locks ?? []
    expect((await identifierUnder(system.runtime.store, locks))?.person).toBe(first.person)
    expect(codeOf(await merge(task, first.person))).toBe('TASK_CLOSED')
  })

  test('with two hundred changes behind one of them, either may stay, and both histories are read as one', async () => {
    const { first, again, task } = await twice()
    await system.runtime.store.transact(async (tx) => {
      for (let change = 0; change < 200; change++)
        await tx.insert(membershipEvents, {
          _id: `long-${change}`,
          person: again.person,
          at: isoTime(start - change * 1_000),
          kind: 'confirmed',
          union,
          unionName: castUnions.factory.name,
        })
    })
    granted(await merge(task, first.person))
    const pages = await wholeHistory(first.person, system.runtime)
    expect(pages.filter(({ kind }) => kind === 'confirmed')).toHaveLength(200)
    expect(pages.filter(({ kind }) => kind === 'joined')).toHaveLength(2)
  })

  test('in two unions: the nearest one above both decides, and neither of the two', async () => {
    const { task, again } = await twice('elsewhere')
    const kept = await system.runtime.store.get(tasks, task)
    expect(kept?.desk).toBe(castUnions.street.id)
    expect(codeOf(await merge(task, again.person))).toBe('NOT_FOUND')
    granted(await merge(task, again.person, castUnions.street.id, street))
    expect((await system.runtime.store.get(memberships, again.person))?.union).toBe(newForm)
  })

  test('a record that ended never stays in place of one that is held: a merge ends no membership', async () => {
    const { task, first, again } = await twice()
    const leave = { kind: 'leave', on: '2026-11-18' }
    granted(await system.ask(chair, 'membership', 'changeMembership', { union, person: first.person, change: leave }))
    const { outcomes } = granted(await system.ask(chair, 'membership', 'samePerson', { union, task }))
    expect(outcomes.map(({ keep }) => keep)).toEqual([again.person])
    expect(codeOf(await merge(task, first.person))).toBe('MEMBERSHIP_WOULD_END')
    granted(await merge(task, again.person))
    expect((await system.runtime.store.get(memberships, again.person))?.state).toBe('active')
  })

  test('who is not the same is not asked about again', async () => {
    const { task } = await twice()
    granted(await system.ask(chair, 'membership', 'notSame', { union, task }))
    await compareAll()
    expect((await system.runtime.store.get(tasks, task))?.state).toBe('done')
    expect(codeOf(await system.ask(chair, 'membership', 'samePerson', { union, task }))).toBe('TASK_CLOSED')
  })

  test('a change of the lock keys leaves a merged number with the person it leads to', async () => {
    const { first, again, task } = await twice()
    granted(await merge(task, first.person))
    await rotateLocks(system.runtime)
    const locks = (await system.runtime.store.get(persons, again.person))?.locks ?? []
    expect((await identifierUnder(system.runtime.store, locks))?.person).toBe(first.person)
  })

  test('likenesses are digests: none can be read, and those of a merged record go', async () => {
    const { first, again, task } = await twice()
    granted(await merge(task, first.person))
    await compareAll()
    const all = await system.runtime.store.find(likenesses, { index: 'byDigest', equals: {}, limit: 1000 })
    expect(all.documents.some(({ person }) => person === again.person)).toBe(false)
    expect(all.documents.every(({ digest }) => /^[A-Za-z0-9_-]{43}$/.test(digest))).toBe(true)
  })

  test('after seven days the merge is for good, and what it kept is forgotten', async () => {
    const { first, task } = await twice()
    const { merge: id } = granted(await merge(task, first.person))
    system.travel(isoTime(start + 7 * dayMs))
    expect(codeOf(await undo(id))).toBe('MERGE_GONE')
    system.travel(isoTime(start + 8 * dayMs))
    await forgetCodes(system.runtime)
    expect(await system.runtime.store.get(merges, id)).toBeUndefined()
  })
})

describe('merge, then undo', () => {
  const setOn = (person: PersonId, on: string) =>
    system.runtime.store.transact(async (tx) => {
      const held = await tx.get(memberships, person)
      if (held !== undefined) await tx.put(memberships, { ...held, contractUntil: on as IsoDate })
      return succeed(undefined)
    })
  const meanwhile = {
    nothing: async () => {},
    'the member confirms': async (as: string) => void (await system.ask(as, 'membership', 'confirmMine', {})),
    'a contract is noted': async (_: string, person: PersonId) => setOn(person, '2027-12-31'),
    'the clock compares': () => compareAll(),
    'the locks are walked': async () => void (await rotateLocks(system.runtime)),
  } as const
  const deeds = Object.keys(meanwhile) as (keyof typeof meanwhile)[]

  test('is the identity on both, whatever is done with the one that stays meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('first', 'again'),
        fc.array(fc.constantFrom(...deeds), { maxLength: 3 }),
        async (stays, acts) => {
          system.travel(isoTime(start))
          const { first, again, task } = await twice()
          const kept = stays === 'first' ? first : again
          const both = [first.person, again.person]
          // Without the merge: the same acts on the same person.
          const run = async () => {
            for (const act of acts) await meanwhile[act](kept.as, kept.person)
          }
          const before = await everythingOf(both, [first.as, again.as])
          const { merge: id } = granted(await merge(task, kept.person))
          await run()
          granted(await undo(id))
          await compareAll()
          const after = await everythingOf(both, [first.as, again.as])
          const confirmed = acts.includes('the member confirms')
          const noted = acts.includes('a contract is noted')
          expect(withoutDeeds(after)).toEqual(withoutDeeds(before))
          const stayed = await system.runtime.store.get(memberships, kept.person)
          expect(stayed?.confirmedOn !== undefined).toBe(confirmed)
          expect(stayed?.contractUntil !== undefined).toBe(noted)
          expect(codeOf(await undo(id))).toBe('NOT_FOUND')
        },
      ),
      { numRuns: 12 },
    )
  })

  /** What was done meanwhile is looked at by itself. */
  function withoutDeeds({ all, accounts: bound }: Awaited<ReturnType<typeof everythingOf>>) {
    return {
      accounts: bound,
      all: all.map(({ membership, events, ...rest }) => {
        const { confirmedOn: _, contractUntil: __, ...others } = membership as Record<string, unknown>
        return { ...rest, membership: others, events: events.filter(({ kind }) => kind !== 'confirmed') }
      }),
    }
  }

  test('two officers who merge at once merge once', async () => {
    const { first, again, task } = await twice()
    const both = await Promise.all([merge(task, first.person), merge(task, again.person)])
    expect(both.map(codeOf).filter((code) => code === 'OK')).toHaveLength(1)
    const left = await Promise.all([first, again].map(({ person }) => system.runtime.store.get(memberships, person)))
    expect(left.filter((one) => one !== undefined)).toHaveLength(1)
  })
})

describe('空挂会员', () => {
  test('one task a union, not one a person; the list is made when it is opened, and confirming takes somebody off it', async () => {
    const { person } = await joined(somebody(), situations.workshop, chair)
    await system.runtime.store.transact(async (tx) => {
      const held = await tx.get(memberships, person)
      if (held === undefined) return succeed(undefined)
      const { application: _, situation: __, unit: ___, ...rest } = held
      await tx.put(memberships, { ...rest, unitName: '' })
      return succeed(undefined)
    })
    for (let run = 0; run < 5; run++) await findHanging(system.runtime)
    const task = `hanging-membership:${union}:2026-2`
    expect((await system.runtime.store.get(tasks, task))?.state).toBe('open')
    const { rows } = granted(await system.ask(chair, 'membership', 'hanging', { union }))
    expect(rows).toContainEqual(expect.objectContaining({ person, why: 'no-workplace', own: true }))
    granted(await system.ask(chair, 'membership', 'settleHanging', { union, task }))
    expect(codeOf(await system.ask(chair, 'membership', 'settleHanging', { union, task }))).toBe('TASK_CLOSED')
  })

  test('members of a union that is no more are the next one’s above', async () => {
    const ended = castUnions.agency.id
    const { person } = await joined(somebody(), situations.workshop, chair)
    await system.runtime.store.transact(async (tx) => {
      const held = await tx.get(memberships, person)
      const record = await tx.get(unions, ended)
      if (held !== undefined) await tx.put(memberships, { ...held, union: ended })
      if (record !== undefined) await tx.put(unions, { ...record, status: 'dissolved' as const })
      return succeed(undefined)
    })
    system.travel(isoTime(start + dayMs))
    for (let run = 0; run < 5; run++) await findHanging(system.runtime)
    const above = (await system.runtime.store.get(unions, ended))?.parent ?? ''
    const { rows } = granted(await system.ask(street, 'membership', 'hanging', { union: above }))
    expect(rows).toContainEqual(expect.objectContaining({ person, why: 'union-ended', own: false }))
  })
})
