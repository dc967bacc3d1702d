import fc from 'fast-check'
import { join } from 'node:path'
import { readCredential } from '../shared/card/credential'
import { readPresentation } from '../shared/card/presentation'
import { isListed } from '../shared/card/revocation-list'
import { IssuedWeek } from '../shared/contract/card'
import { chinaDay, isoTime } from '../shared/core/time'
import { castUnions } from '../local/demo/personas'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import type { Answer } from '../cloudfunctions/_kernel/serve'
import { activated, attempt, cardOf, cardPhone, type Card, type CardPhone } from './card-phone'
import { everythingIn } from './crash/everything'
import { notWhole } from './crash/whole'
import { joinedMember, recordOf } from './members'
import { scheduled } from './scheduled'
import { functions, granted, openTestSystem, type FunctionName, type TestSystem } from './system'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000
const union = castUnions.factory.id
const chair = 'demo-factory-chair'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))
jest.setTimeout(600_000)

interface Act {
  readonly as: string
  readonly name: FunctionName
  readonly procedure: string
  readonly input: unknown
}

let count = 0

/** All at once, in an order that the scheduler chooses anew in each run. */
function atOnce(scheduler: fc.Scheduler, acts: readonly Act[]): Promise<readonly Answer[]> {
  const runtime = { ...system.runtime, store: scheduled(system.runtime.store, scheduler) }
  return scheduler.waitFor(
    Promise.all(
      acts.map(({ as, name, procedure, input }) =>
        functions[name].answer(
          { procedure, input, requestId: `card-race-${++count}` },
          { openid: as, account: accountOf(as, runtime) },
          runtime,
        ),
      ),
    ),
  )
}

const activating = (as: string, { sent }: CardPhone): Act => ({ as, name: 'card', procedure: 'activate', input: sent })
const renewing = (as: string, { sent }: CardPhone): Act => ({ as, name: 'card', procedure: 'renew', input: sent })
const dropping = (as: string): Act => ({ as, name: 'card', procedure: 'dropCard', input: {} })
const ending = (person: string): Act => ({
  as: chair,
  name: 'membership',
  procedure: 'changeMembership',
  input: { union, person, change: { kind: 'leave', on: '2026-11-18' } },
})
const retaining = (person: string): Act => ({
  as: chair,
  name: 'membership',
  procedure: 'changeMembership',
  input: { union, person, change: { kind: 'retain', reason: 'unemployed', on: '2026-11-18' } },
})

/** The week that a phone was given, if it was given one. */
function weekOf(phone: CardPhone, answer: Answer | undefined): readonly Card[] {
  return answer?.ok === true ? [cardOf(phone, IssuedWeek.parse(answer.data).credentials)] : []
}

/** What the issuer says of it now, and whether the day’s list names it. */
async function judged(card: Card, atMs: number) {
  system.travel(isoTime(atMs))
  const shown = card.show(atMs)
  const { kind } = granted(await system.ask(undefined, 'card', 'verify', { shown, attempt: attempt() }))
  const { references } = granted(
    await system.ask(undefined, 'card', 'revocations', { day: chinaDay(system.runtime.now()) }),
  )
  const held = readPresentation(shown)?.presentation.credential
  const reference = held === undefined ? undefined : readCredential(held)?.credential.reference
  const listed = reference !== undefined && isListed(Uint8Array.from(Buffer.from(references, 'base64url')), reference)
  return { kind, listed }
}

/** 吊销和在册一致: whatever was handed to a phone either holds, or both the issuer and the list say that it does not, on the first day and on the last. */
async function expectOneTruth(cards: readonly Card[]): Promise<readonly Card[]> {
  const good: Card[] = []
  for (const card of cards) {
    const days = [await judged(card, start), await judged(card, start + 6 * dayMs)]
    const [today] = days
    for (const { kind, listed } of days) {
      expect(['valid', 'revoked']).toContain(kind)
      expect({ kind, listed }).toEqual({ kind: today?.kind, listed: kind === 'revoked' })
    }
    if (today?.kind === 'valid') good.push(card)
  }
  system.travel(isoTime(start))
  return good
}

/** Each run begins with a new member whose card is on a first phone. */
function race(
  title: string,
  run: (
    scheduler: fc.Scheduler,
    member: {
      readonly as: string
      readonly person: Awaited<ReturnType<typeof joinedMember>>['person']
      readonly first: Card
    },
  ) => Promise<void>,
): void {
  test(title, async () => {
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      system.travel(isoTime(start))
      const { as, person } = await joinedMember(system)
      await run(scheduler, { as, person, first: await activated(system, as) })
    })
    await fc.assert(property, { numRuns: 15, endOnFailure: true })
    expect(notWhole(everythingIn(join(system.folder, 'home.sqlite')))).toEqual([])
  })
}

describe('at once', () => {
  race(
    'two phones activate while the first renews: one phone has the card, and every other week is on the list',
    async (scheduler, { as, first }) => {
      const [one, other, again] = [cardPhone(), cardPhone(), cardPhone(first.phone.id)]
      const answers = await atOnce(scheduler, [activating(as, one), activating(as, other), renewing(as, again)])
      const weeks = [one, other, again].flatMap((phone, at) => weekOf(phone, answers[at]))
      const good = await expectOneTruth([first, ...weeks])
      expect(good).toHaveLength(1)
      expect([one.id, other.id]).toContain(good[0]?.phone.id)
    },
  )

  race(
    'a membership ends while its card is renewed and activated elsewhere: nothing that was issued holds',
    async (scheduler, { as, person, first }) => {
      const [other, again] = [cardPhone(), cardPhone(first.phone.id)]
      const answers = await atOnce(scheduler, [renewing(as, again), activating(as, other), ending(person)])
      const weeks = [again, other].flatMap((phone, at) => weekOf(phone, answers[at]))
      const good = await expectOneTruth([first, ...weeks])
      expect(answers[2]).toMatchObject({ ok: true })
      expect((await recordOf(system, person)).state).toBe('left')
      expect(good).toEqual([])
    },
  )

  race(
    'a membership is retained while its card is renewed: no card says otherwise',
    async (scheduler, { as, person, first }) => {
      const again = cardPhone(first.phone.id)
      const answers = await atOnce(scheduler, [renewing(as, again), retaining(person)])
      expect(answers[1]).toMatchObject({ ok: true })
      expect(await expectOneTruth([first, ...weekOf(again, answers[0])])).toEqual([])
    },
  )

  race(
    'a lost phone’s card is ended while it renews, and activated on the new one',
    async (scheduler, { as, first }) => {
      const [other, again] = [cardPhone(), cardPhone(first.phone.id)]
      const answers = await atOnce(scheduler, [renewing(as, again), dropping(as), activating(as, other)])
      const weeks = [...weekOf(again, answers[0]), ...weekOf(other, answers[2])]
      const good = await expectOneTruth([first, ...weeks])
      expect(good.every(({ phone }) => phone.id === other.id)).toBe(true)
    },
  )

  race(
    'a membership ends while the card is at a counter: what was accepted before is accepted once',
    async (scheduler, { person, first }) => {
      const shown = first.show(start)
      const looked = Array.from({ length: 3 }, (): Act => ({
        as: 'anybody',
        name: 'card',
        procedure: 'verify',
        input: { shown, attempt: attempt() },
      }))
      const answers = await atOnce(scheduler, [...looked, ending(person)])
      const kinds = answers.slice(0, 3).map(({ data }): unknown => Reflect.get(Object(data), 'kind'))
      expect(kinds.filter((kind) => kind === 'valid').length).toBeLessThanOrEqual(1)
      expect(kinds.every((kind) => kind === 'valid' || kind === 'used' || kind === 'revoked')).toBe(true)
    },
  )
})
