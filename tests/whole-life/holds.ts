import { castUnions } from '../../local/demo/personas'
import { cardAfter } from '../../shared/card/life'
import { changed, entitlements, isHeld, LifeChange, type MembershipState } from '../../shared/membership/life'
import type { TestSystem } from '../system'
import { identifierUnder, personLocks } from '../../cloudfunctions/_kernel/locks'
import { howMany } from '../../cloudfunctions/_kernel/kept-counts'
import { cards, revocations } from '../../cloudfunctions/_kernel/records/cards'
import { expulsions } from '../../cloudfunctions/_kernel/records/expulsions'
import { memberNumbers, memberships, type MembershipRecord } from '../../cloudfunctions/_kernel/records/memberships'
import { persons } from '../../cloudfunctions/_kernel/records/persons'
import { tasks } from '../../cloudfunctions/_kernel/records/tasks'
import { transfers } from '../../cloudfunctions/_kernel/records/transfers'
import { unionEvents } from '../../cloudfunctions/_kernel/records/union-events'
import { membershipTasks, workTasks } from '../../cloudfunctions/membership/life/closing-tasks'
import { wholeHistory } from '../../cloudfunctions/membership/life/history-pages'
import { today, type Life, type World } from './life'
import { play } from './play'

export interface Known {
  readonly held: readonly MembershipRecord[]
  readonly entries: ReadonlySet<string>
  /** What was ever issued: a serial, and until when it could be shown. */
  readonly issued: ReadonlyMap<string, string>
}

export async function look({ runtime }: TestSystem, life: Life, before?: Known): Promise<Known> {
  const { store } = runtime
  const held = (await Promise.all(life.people.map((person) => store.get(memberships, person)))).flatMap(
    (one) => one ?? [],
  )
  const histories = await Promise.all(held.map(({ _id }) => wholeHistory(_id, runtime)))
  const entries = histories.flat().filter(({ kind }) => kind !== 'merged')
  const found = await Promise.all(life.people.map((person) => store.get(cards, person)))
  const issued = new Map(before?.issued)
  for (const card of found) if (card?.issuedUntil !== undefined) issued.set(card.serial, card.issuedUntil)
  return { held, entries: new Set(entries.map(({ _id }) => _id)), issued }
}

/** Whether the machine knows a way from one state to the other. */
function isLegal(from: MembershipState, to: MembershipState): boolean {
  if (from === to) return true
  return LifeChange.options.some((change) => {
    const next = changed(from, change)
    return 'to' in next && next.to === to
  })
}

/** What somebody has of it, whichever of their records holds it. */
function best(held: readonly MembershipRecord[]): MembershipState | undefined {
  const order = ['active', 'retained'] as const
  return order.find((state) => held.some((member) => member.state === state))
}

/** What is to hold after every act. */
export async function hold(
  { runtime }: TestSystem,
  life: Life,
  before: Known,
  after: Known,
  act: string,
): Promise<void> {
  const { store, indexer } = runtime
  // 一人一籍: every number leads to one person, and that person has one membership.
  for (const worker of life.workers) {
    const number = { number: worker.number, documentKind: 'resident18' }
    const lead = await identifierUnder(store, personLocks(number, 'CHN', indexer))
    expect(after.held.map(({ _id }) => _id)).toContain(lead?.person)
  }
  const people = await Promise.all(life.people.map((person) => store.get(persons, person)))
  expect(after.held).toHaveLength(people.filter((one) => one?.mergedInto === undefined).length)
  if (act === 'merge') expect(best(after.held)).toBe(best(before.held))
  // 历史不丢.
  for (const entry of before.entries) expect(after.entries).toContain(entry)
  for (const member of after.held) {
    const earlier = before.held.find(({ _id }) => _id === member._id)
    if (earlier !== undefined && act !== 'undo') expect(isLegal(earlier.state, member.state)).toBe(true)
    expect(entitlements[member.state].votes).toBe(member.state === 'active')
    if (member.entrusted !== undefined) expect(member.state).toBe('active')
    expect((await store.get(memberNumbers, member.memberNumber))?.person).toBe(member._id)
    // What ended leaves nothing under way.
    const open = await store.find(tasks, {
      index: 'byPerson',
      equals: { person: member._id, state: 'open' },
      limit: 50,
    })
    const kinds = open.documents.map(({ kind }) => kind)
    if (!isHeld(member.state)) expect(kinds.filter((kind) => membershipTasks.includes(kind))).toEqual([])
    // What is under way about somebody lies with the union that holds the membership.
    for (const task of open.documents) {
      if (task.kind === 'leave-request' || workTasks.includes(task.kind)) expect(task.union).toBe(member.union)
      if (task.kind === 'expulsion-filing')
        expect((await store.get(expulsions, task.subject))?.union).toBe(member.union)
    }
    const moving = await store.find(transfers, { index: 'byPerson', equals: { person: member._id } })
    const underWay = moving.documents.filter(({ state }) => state === 'open')
    expect(underWay.length).toBeLessThanOrEqual(isHeld(member.state) ? 1 : 0)
  }
  // 卡随会籍走.
  const inForce = new Set<string>()
  for (const person of life.people) {
    const card = await store.get(cards, person)
    if (card === undefined || card.state === 'ended') continue
    const member = after.held.find(({ _id }) => _id === person)
    expect(member).toMatchObject({ union: card.union })
    if (member !== undefined) expect(card.state).toBe(cardAfter(card.state, member.state))
    expect((await store.get(persons, person))?.account).toBe(card.account)
    inForce.add(card.serial)
  }
  for (const [serial, until] of after.issued)
    if (!inForce.has(serial) && until >= today({ runtime })) expect(await store.get(revocations, serial)).toBeDefined()
}

/** 会员不留在没有了的工会: once an event is through. A merge that is undone may bring somebody back there, and the detector finds them. */
export async function nobodyInAnEndedUnion(world: World, life: Life): Promise<void> {
  await play(world, life, { act: 'wait', days: 20 })
  const { store } = world.system.runtime
  const ended = await store.find(unionEvents, { index: 'byState', equals: { state: 'done' }, limit: 500 })
  if (!ended.documents.some(({ union, kind }) => union === life.own.union && kind !== 'founded')) return
  for (const person of life.people) {
    const member = await store.get(memberships, person)
    if (member !== undefined && isHeld(member.state)) expect(member.union).not.toBe(life.own.union)
  }
}

/** What is counted is what is listed. */
export async function counted({ runtime }: TestSystem, life: Life): Promise<void> {
  const { store } = runtime
  for (const union of [life.own.union, castUnions.factory.id, castUnions.newForm.id])
    for (const state of ['active', 'retained'] as const) {
      const { count } = await howMany({ what: 'in-state', union, state }, runtime as never)
      let listed = 0
      for (let cursor: string | undefined; ;) {
        const query = {
          index: 'byUnion',
          equals: { union, state },
          limit: 500,
          ...(cursor === undefined ? {} : { cursor }),
        }
        const page = await store.find(memberships, query)
        listed += page.documents.length
        cursor = page.cursor
        if (cursor === undefined) break
      }
      expect(count).toBe(listed)
    }
}
