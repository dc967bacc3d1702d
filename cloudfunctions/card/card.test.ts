import { readCredential } from '../../shared/card/credential'
import { readPresentation } from '../../shared/card/presentation'
import type { PersonId, UnionId } from '../../shared/core/ids'
import { chinaDay, isoTime } from '../../shared/core/time'
import type { ChangeReason, LifeChange } from '../../shared/membership/life'
import { castPeople, castUnions } from '../../local/demo/personas'
import { activated, attempt, cardOf, cardPhone } from '../../tests/card-phone'
import { identityOf } from '../../tests/forms'
import { joinedMember, recordOf } from '../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'
import { changing } from '../membership/life/change'
import { accountOf } from '../_kernel/caller'
import { cardUses, revocations } from '../_kernel/records/cards'
import { forgetCodes } from '../clock/retention/codes'

interface Named {
  readonly _id: UnionId
  readonly name: string
}

const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000
const factory: Named = { _id: castUnions.factory.id, name: castUnions.factory.name }
const newForm: Named = { _id: castUnions.newForm.id, name: castUnions.newForm.name }
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const verify = async (shown: string, as?: string, by = attempt()) =>
  granted(await system.ask(as, 'card', 'verify', { shown, attempt: by }))
const kind = async (shown: string) => (await verify(shown)).kind

async function change(person: PersonId, what: LifeChange, reason: ChangeReason, to = factory) {
  const { runtime } = system
  const now = runtime.now()
  const write = changing(
    { person, change: what, reason, on: chinaDay(now), from: factory, union: to },
    { ...runtime, now, account: accountOf('demo-factory-chair', runtime) },
  )
  expect(await runtime.store.transact(write)).toMatchObject({ ok: true })
}

/** Whether a verifier without a network, with today’s list in hand, knows the card as revoked. */
async function isListed(shown: string): Promise<boolean> {
  const day = chinaDay(system.runtime.now())
  const { references } = granted(await system.ask(undefined, 'card', 'revocations', { day }))
  const listed = Buffer.from(references, 'base64url')
  const held = readPresentation(shown)?.presentation.credential
  const reference = held === undefined ? undefined : readCredential(held)?.credential.reference
  const beginning = Buffer.from(reference ?? []).subarray(0, 8)
  for (let at = 0; at < listed.length; at += 8) if (listed.subarray(at, at + 8).equals(beginning)) return true
  return false
}

const weakKey = Buffer.from([1, ...Array.from({ length: 31 }, () => 0)]).toString('base64url')
/** The same bytes to a decoder that forgives loose last bits. */
const respelt = (key: string) => key.slice(0, -1) + String.fromCharCode(key.charCodeAt(key.length - 1) + 1)

describe('a member', () => {
  test('activates in one call, and shows a card that is valid, naming nobody beyond the mask', async () => {
    const { as, worker } = await joinedMember(system)
    expect(granted(await system.ask(as, 'card', 'myCard', {}))).toMatchObject({ kind: 'inactive', maskedName: '测*人' })
    const card = await activated(system, as)
    const verdict = await verify(card.show(start))
    expect(verdict).toEqual({
      kind: 'valid',
      name: '测*人',
      union: factory.name,
      status: 'active',
      until: '2026-11-18',
    })
    expect(JSON.stringify(card.credentials)).not.toContain(worker.name)
    expect(granted(await system.ask(as, 'card', 'myCard', { phone: card.phone.id }))).toMatchObject({
      kind: 'card',
      state: 'active',
      here: true,
    })
  })

  test('needs no network for a week: every day has its credential, and no day another’s', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    expect(card.credentials.map(({ day }) => day)).toEqual(
      ['18', '19', '20', '21', '22', '23', '24'].map((day) => `2026-11-${day}`),
    )
    for (let day = 0; day < 7; day++) {
      system.travel(isoTime(start + day * dayMs))
      expect(await kind(card.show(start + day * dayMs))).toBe('valid')
    }
    expect(() => card.show(start + 7 * dayMs)).toThrow('no credential')
  })

  test('renews silently on the phone that holds the card; what was issued before stays good', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    system.travel(isoTime(start + dayMs))
    const again = cardPhone(card.phone.id)
    const week = granted(await system.ask(as, 'card', 'renew', again.sent))
    expect(await kind(cardOf(again, week.credentials).show(start + dayMs))).toBe('valid')
    expect(await kind(card.show(start + dayMs))).toBe('valid')
  })

  test('on another phone: renewing is refused, activating ends the card of the first', async () => {
    const { as } = await joinedMember(system)
    const first = await activated(system, as)
    const other = cardPhone()
    expect(codeOf(await system.ask(as, 'card', 'renew', other.sent))).toBe('CARD_ELSEWHERE')
    const second = await activated(system, as, other)
    expect(await kind(first.show(start))).toBe('revoked')
    expect(await isListed(first.show(start))).toBe(true)
    expect(await kind(second.show(start))).toBe('valid')
    expect(await isListed(second.show(start))).toBe(false)
    expect(granted(await system.ask(as, 'card', 'myCard', { phone: first.phone.id }))).toMatchObject({ here: false })
    const { notices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text)).toContainEqual(expect.stringContaining('另一部手机'))
  })

  test('who lost the phone ends the card from another', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    granted(await system.ask(as, 'card', 'dropCard', {}))
    expect(await kind(card.show(start))).toBe('revoked')
    expect(await isListed(card.show(start))).toBe(true)
    expect(codeOf(await system.ask(as, 'card', 'renew', card.phone.sent))).toBe('CARD_NOT_ACTIVE')
    expect(codeOf(await system.ask(as, 'card', 'dropCard', {}))).toBe('CARD_NOT_ACTIVE')
    expect(await kind((await activated(system, as)).show(start))).toBe('valid')
  })

  test('two renewals that cross at midnight leave the later last day, so that a revocation lasts as long as what was issued', async () => {
    const { as } = await joinedMember(system)
    const beforeMidnight = Date.parse('2026-11-18T15:59:59.900Z')
    const card = await activated(system, as)
    system.travel(isoTime(beforeMidnight + 200))
    const late = cardPhone(card.phone.id)
    const week = granted(await system.ask(as, 'card', 'renew', late.sent))
    // The one that was sent first, and whose transaction comes last.
    system.travel(isoTime(beforeMidnight))
    granted(await system.ask(as, 'card', 'renew', cardPhone(card.phone.id).sent))
    granted(await system.ask(as, 'card', 'dropCard', {}))
    const noonOfTheLastDay = Date.parse('2026-11-25T04:00:00.000Z')
    system.travel(isoTime(noonOfTheLastDay))
    const shown = cardOf(late, week.credentials).show(noonOfTheLastDay)
    expect(await kind(shown)).toBe('revoked')
    expect(await isListed(shown)).toBe(true)
  })

  test.each<readonly [string, (keys: readonly string[]) => readonly string[]]>([
    ['the same twice', ([first = '', , ...others]) => [first, first, ...others]],
    ['the same in another spelling', ([first = '', , ...others]) => [first, respelt(first), ...others]],
    ['one under which anybody can sign', ([, ...others]) => [weakKey, ...others]],
    ['six', ([, ...others]) => others],
  ])('gives seven keys, each of one day: %s is refused', async (_, spoilt) => {
    const { as } = await joinedMember(system)
    const { phone, keys } = cardPhone().sent
    expect(codeOf(await system.ask(as, 'card', 'activate', { phone, keys: spoilt(keys) }))).toBe('BAD_INPUT')
  })

  test('nobody without a membership has one', async () => {
    const stranger = system.newcomer()
    expect(granted(await system.ask(stranger, 'card', 'myCard', {}))).toEqual({ kind: 'no-membership' })
    expect(codeOf(await system.ask(stranger, 'card', 'activate', cardPhone().sent))).toBe('NOT_A_MEMBER')
    expect(codeOf(await system.ask(stranger, 'card', 'renew', cardPhone().sent))).toBe('NOT_A_MEMBER')
  })
})

describe('the card goes with the membership', () => {
  test.each([
    ['leaves', 'leave', 'own-request'],
    ['is expelled', 'expel', 'criminal'],
    ['has died', 'decease', 'deceased'],
  ] as const)(
    'of somebody who %s, it ends in the same transaction, online at once and on the next list',
    async (_, what, reason) => {
      const { as, person } = await joinedMember(system)
      const card = await activated(system, as)
      expect(await isListed(card.show(start))).toBe(false)
      await change(person, what, reason)
      expect(await kind(card.show(start))).toBe('revoked')
      expect(await isListed(card.show(start))).toBe(true)
      system.travel(isoTime(start + dayMs))
      expect(await isListed(card.show(start + dayMs))).toBe(true)
      expect(codeOf(await system.ask(as, 'card', 'renew', card.phone.sent))).toBe('NOT_A_MEMBER')
    },
  )

  test('of somebody retained it says so, and of somebody back at work it does not', async () => {
    const { as, person } = await joinedMember(system)
    const card = await activated(system, as)
    await change(person, 'retain', 'unemployed')
    expect(await kind(card.show(start))).toBe('revoked')
    const next = cardPhone(card.phone.id)
    const retained = granted(await system.ask(as, 'card', 'renew', next.sent))
    expect(retained.status).toBe('retained')
    expect(await verify(cardOf(next, retained.credentials).show(start))).toMatchObject({
      kind: 'valid',
      status: 'retained',
    })
    await change(person, 'resume', 'working-again')
    const back = cardPhone(card.phone.id)
    const renewed = granted(await system.ask(as, 'card', 'renew', back.sent))
    expect(await verify(cardOf(back, renewed.credentials).show(start))).toMatchObject({
      kind: 'valid',
      status: 'active',
    })
  })

  test('of somebody who transfers, the old union’s is worth nothing, the new union’s has the same number and needs no tap', async () => {
    const { as, person } = await joinedMember(system)
    const card = await activated(system, as)
    const { memberNumber } = await recordOf(system, person)
    await change(person, 'move', 'changed-unit', newForm)
    expect(await kind(card.show(start))).toBe('revoked')
    const next = cardPhone(card.phone.id)
    const week = granted(await system.ask(as, 'card', 'renew', next.sent))
    expect(week).toMatchObject({ unionName: newForm.name, memberNumber })
    expect(await verify(cardOf(next, week.credentials).show(start))).toMatchObject({
      kind: 'valid',
      union: newForm.name,
    })
  })

  test('of somebody whose account becomes another one, the first account’s phone holds nothing any more', async () => {
    const { mobile } = castPeople.known
    const { mobile: _, ...identity } = identityOf(castPeople.known)
    const [as, other] = [system.newcomer(), system.newcomer()]
    for (const account of [as, other]) await system.verifyPhone(account, mobile)
    granted(await system.ask(as, 'membership', 'bindMine', { identity }))
    const card = await activated(system, as)
    expect(granted(await system.ask(other, 'membership', 'bindMine', { identity })).outcome).toBe('bound')
    expect(await kind(card.show(start))).toBe('revoked')
    expect(await isListed(card.show(start))).toBe(true)
    expect(granted(await system.ask(other, 'card', 'myCard', {})).kind).toBe('inactive')
  })

  test('an expelled member’s card stays ended when the membership is restored, until it is activated anew', async () => {
    const { as, person } = await joinedMember(system)
    const card = await activated(system, as)
    await change(person, 'expel', 'criminal')
    await change(person, 'reinstate', 'recorded-in-error')
    expect(await kind(card.show(start))).toBe('revoked')
    expect(granted(await system.ask(as, 'card', 'myCard', {})).kind).toBe('inactive')
    expect(await kind((await activated(system, as)).show(start))).toBe('valid')
  })
})

describe('whoever verifies', () => {
  test('accepts what is shown once; the same scan asked again has the same answer', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    const shown = card.show(start)
    const by = attempt()
    expect((await verify(shown, undefined, by)).kind).toBe('valid')
    expect((await verify(shown, undefined, by)).kind).toBe('valid')
    expect((await verify(shown)).kind).toBe('used')
    expect(await kind(card.show(start))).toBe('valid')
  })

  test('of twelve at once with one photograph, one has it', async () => {
    const { as } = await joinedMember(system)
    const shown = (await activated(system, as)).show(start)
    const kinds = await Promise.all(Array.from({ length: 12 }, () => kind(shown)))
    expect(kinds.filter((each) => each === 'valid')).toHaveLength(1)
    expect(kinds.filter((each) => each === 'used')).toHaveLength(11)
  })

  test.each([
    ['61 seconds later', 61_000, 'stale'],
    ['60 seconds later', 60_000, 'valid'],
    ['60 seconds before, by a clock that is slow', -60_000, 'valid'],
    ['61 seconds before', -61_000, 'stale'],
    ['the next day', dayMs, 'expired'],
  ])('who looks %s reads what that is', async (_, later, expected) => {
    const { as } = await joinedMember(system)
    const shown = (await activated(system, as)).show(start)
    system.travel(isoTime(start + later))
    expect(await kind(shown)).toBe(expected)
  })

  test('another phone’s signature is found out, and so is whatever is no card', async () => {
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    expect(await kind(cardOf(cardPhone(), card.credentials).show(start))).toBe('forged')
    for (const text of ['x', 'GH1:', 'GH1:00', `GH1:${'A'.repeat(1_196)}`, 'https://example.cn/?scene=1'])
      expect(await kind(text)).toBe('not-a-card')
  })

  test('leaves nothing behind: uses are forgotten within the hour, and name neither member nor verifier', async () => {
    const { as, person } = await joinedMember(system)
    await verify((await activated(system, as)).show(start))
    const all = async () => (await system.runtime.store.find(cardUses, { index: 'byExpiry', equals: {} })).documents
    const known = JSON.stringify(await all())
    expect(known).not.toContain(person)
    expect(known).not.toContain(accountOf(as, system.runtime))
    system.travel(isoTime(start + 2 * 3_600_000))
    await forgetCodes(system.runtime)
    expect((await all()).filter(({ expiresAt }) => expiresAt < system.runtime.now()).length).toBe(0)
  })

  test('who pools two days’ scans with another cannot tell whether it was one person: all that repeats is what people can read', async () => {
    const [one, other] = [await joinedMember(system), await joinedMember(system)]
    const [mine, theirs] = [await activated(system, one.as), await activated(system, other.as)]
    const [today, tomorrow] = [start, start + dayMs]
    // The same person on two days, beside two people of one masked name and one union on two days.
    const same = [fields(mine.show(today)), fields(mine.show(tomorrow))] as const
    const different = [fields(mine.show(today)), fields(theirs.show(tomorrow))] as const
    const repeated = ([before, after]: typeof same) =>
      [...before].filter(([name, value]) => after.get(name) === value).map(([name]) => name)
    expect(repeated(same)).toEqual(['name', 'union', 'status', 'kid'])
    expect(repeated(different)).toEqual(repeated(same))
    // Nor is anything of the one day found inside the other’s bytes.
    for (const name of ['reference', 'holder', 'signature', 'nonce', 'phoneSignature'])
      expect(same[1].get('bytes')).not.toContain(same[0].get(name))
  })

  test.each(['0001-01-01', '1969-12-31', '2026-11-17', '2026-11-20', '2100-01-01', '9999-12-31'])(
    'there is no list of %s: who kept what they scanned on a day learns nothing of it later',
    async (day) => {
      const { as } = await joinedMember(system)
      await activated(system, as)
      granted(await system.ask(as, 'card', 'dropCard', {}))
      expect(codeOf(await system.ask(undefined, 'card', 'revocations', { day }))).toBe('BAD_INPUT')
    },
  )

  test('two days’ lists of revoked cards have nothing in common', async () => {
    const { as } = await joinedMember(system)
    await activated(system, as)
    granted(await system.ask(as, 'card', 'dropCard', {}))
    const listOf = async (day: string) =>
      Buffer.from(
        granted(await system.ask(undefined, 'card', 'revocations', { day })).references,
        'base64url',
      ).toString('hex')
    const [today, tomorrow] = [await listOf('2026-11-18'), await listOf('2026-11-19')]
    const entries = (list: string): readonly string[] => list.match(/.{16}/g) ?? []
    expect(entries(today).length).toBeGreaterThan(0)
    expect(entries(today).filter((entry) => entries(tomorrow).includes(entry))).toEqual([])
    system.travel(isoTime(start + 8 * dayMs))
    await forgetCodes(system.runtime)
    expect((await system.runtime.store.find(revocations, { index: 'byEnd', equals: {} })).documents).toEqual([])
  })
})

/** Every part of what is shown, by name. */
function fields(text: string): ReadonlyMap<string, string> {
  const shown = readPresentation(text)
  const held = shown === undefined ? undefined : readCredential(shown.presentation.credential)
  if (shown === undefined || held === undefined) throw new Error('not a card')
  const { name, union, status, from, until, holder, reference } = held.credential
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  return new Map([
    ['name', name],
    ['union', union],
    ['status', status],
    ['kid', hex(held.signed.kid)],
    ['from', String(from)],
    ['until', String(until)],
    ['holder', hex(holder)],
    ['reference', hex(reference)],
    ['signature', hex(held.signed.signature)],
    ['nonce', hex(shown.presentation.nonce)],
    ['at', String(shown.presentation.at)],
    ['phoneSignature', hex(shown.signed.signature)],
    ['bytes', hex(shown.presentation.credential)],
  ])
}

test('a union’s officers see how many have activated, as a number of a number; others do not', async () => {
  const activation = async () =>
    granted(await system.ask('demo-factory-chair', 'card', 'activation', { union: factory._id }))
  const before = await activation()
  const { as } = await joinedMember(system)
  expect(await activation()).toEqual({ members: before.members + 1, activated: before.activated })
  await activated(system, as)
  expect(await activation()).toEqual({ members: before.members + 1, activated: before.activated + 1 })
  expect(codeOf(await system.ask('demo-newform-chair', 'card', 'activation', { union: factory._id }))).toBe(
    'NOT_ALLOWED',
  )
})
