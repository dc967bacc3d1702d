import { castUnions } from '../../../local/demo/personas'
import { succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { membershipMachine, type MembershipState } from '../../../shared/membership/life'
import { inOffice, signedInBrowser } from '../../../tests/faults/ready'
import { endedMember, joinedMember, paper, recordOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { fileUses } from '../../_kernel/records/file-uses'
import { membershipEvents } from '../../_kernel/records/memberships'
import { officers } from '../../_kernel/records/registry'
import { union, chair, street, start, changes, brought, aMoment, change, stateOf, historyOf } from './life.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

describe('every change in every state (M1)', () => {
  const states: readonly MembershipState[] = ['active', 'retained', 'left', 'expelled', 'deceased']
  const kinds = ['retain', 'resume', 'leave', 'decease'] as const
  test.each(states.flatMap((state) => kinds.map((kind) => [state, kind] as const)))(
    'somebody %s: %s does as the machine says, for the officer of the union and for nobody else',
    async (state, kind) => {
      const member = await brought[state](system)
      const before = await recordOf(system, member.person)
      const { as: clerk } = await inOffice(system, union, 'clerk')
      for (const nobody of [member.as, clerk, street, 'demo-newform-chair'])
        expect(codeOf(await change(system, member.person, changes[kind], nobody))).toBe('NOT_ALLOWED')
      expect(await recordOf(system, member.person)).toEqual(before)

      const next = membershipMachine[state][kind]
      const answer = await change(system, member.person, changes[kind])
      expect(codeOf(answer)).toBe('refuse' in next ? next.refuse : 'OK')
      const after = await recordOf(system, member.person)
      expect(after.state).toBe('to' in next ? next.to : state)
      expect({ number: after.memberNumber, since: after.since }).toEqual({
        number: before.memberNumber,
        since: before.since,
      })
    },
  )

  test('an officer of another union does not find the member under their own', async () => {
    const { person } = await joinedMember(system)
    const input = { union: castUnions.newForm.id, person, change: changes.retain }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'changeMembership', input))).toBe('NOT_FOUND')
  })
})

describe('a recorded change', () => {
  test.each([
    ['2026-11-19', 'tomorrow'],
    ['2026-11-17', 'the day before joining'],
  ])('cannot be of %s (%s)', async (on) => {
    const { person } = await joinedMember(system)
    expect(await change(system, person, { ...changes.retain, on })).toMatchObject({
      code: 'DAY_INVALID',
      fields: { 'change.on': expect.any(String) },
    })
  })

  test('stands in the history with reason, clause and paper, is told to the member, and says what it means', async () => {
    const member = await joinedMember(system)
    aMoment(system)
    granted(await change(system, member.person, changes.retain, chair, { document: paper }))
    const [last] = await historyOf(system, member)
    expect(last).toMatchObject({ text: `会籍保留在${castUnions.factory.name}（退休）`, paper: true })
    expect(last?.clause).toContain('保留会籍')
    const { notices, standing } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect(notices.map(({ text }) => text).join()).toContain('没有选举权')
    expect(standing).toMatchObject({ kind: 'member', retained: true })
    const [event] = (
      await system.runtime.store.find(membershipEvents, {
        index: 'byPerson',
        equals: { person: member.person },
        order: 'descending',
      })
    ).documents
    expect(event).toMatchObject({ by: accountOf(chair, system.runtime), reason: 'retired' })
    expect(await system.runtime.store.get(fileUses, event?.document ?? '')).toMatchObject({
      collection: 'membershipEvents',
      record: event?._id,
    })
  })

  test('with a paper that is no picture is refused, and nothing changes', async () => {
    const member = await joinedMember(system)
    const document = Buffer.from('not a picture').toString('base64')
    expect(codeOf(await change(system, member.person, changes.retain, chair, { document }))).toBe('DOCUMENT_INVALID')
    expect(await stateOf(system, member)).toBe('active')
  })

  test('of a death ends offices and desks, and leaves the record where it is', async () => {
    const member = await joinedMember(system)
    const { runtime } = system
    const account = accountOf(member.as, runtime)
    const { officer } = await inOfficeAs(member.as)
    const desk = await signedInBrowser(system, member.as)
    granted(await desk.ask('session', 'me', {}))
    system.travel(isoTime(start + 60_000))
    granted(await change(system, member.person, changes.decease))
    expect(codeOf(await system.ask(member.as, 'membership', 'roster', { union }))).toBe('NOT_ALLOWED')
    expect(codeOf(await desk.ask('session', 'me', {}))).toBe('NOT_SIGNED_IN')
    expect((await runtime.store.get(accounts, account))?.person).toBe(member.person)
    expect(officer).toContain(account)
    const { standing, offices } = granted(await system.ask(member.as, 'session', 'me', {}))
    expect({ standing, offices }).toMatchObject({ standing: { kind: 'ended', state: 'deceased' }, offices: [] })
  })

  test('of leaving lets a clerk go on: nobody asks whether an officer is a member', async () => {
    const member = await joinedMember(system)
    await inOfficeAs(member.as)
    granted(await change(system, member.person, changes.leave))
    expect(codeOf(await system.ask(member.as, 'membership', 'roster', { union }))).toBe('OK')
  })
})

/** Puts a member’s own account into office. */
async function inOfficeAs(as: string) {
  const { runtime } = system
  const account = accountOf(as, runtime)
  const officer = `${union}:${account}`
  const name = runtime.sealer.seal({ collection: 'officers', id: officer, field: 'name' }, '某人')
  const since = isoTime(Date.parse('2025-01-01T00:00:00.000Z'))
  await runtime.store.transact(async (tx) => {
    await tx.put(officers, { _id: officer, union, account, role: 'clerk', name, shown: false, since })
    return succeed(undefined)
  })
  return { officer }
}

describe('恢复 (M6)', () => {
  test('a union above takes back what was recorded in error; the union itself cannot, nor one beside it', async () => {
    const { person, memberNumber } = await endedMember(system)
    const reinstate = (as: string, by: string) =>
      system.ask(as, 'membership', 'reinstateMembership', { union: by, person })
    const find = (as: string, by: string) => system.ask(as, 'membership', 'findEnded', { union: by, memberNumber })
    for (const [as, by] of [
      [chair, union],
      ['demo-newform-chair', castUnions.newForm.id],
    ] as const)
      expect([codeOf(await reinstate(as, by)), codeOf(await find(as, by))]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect(granted(await find(street, castUnions.street.id))).toMatchObject({ person, state: 'left' })
    granted(await reinstate(street, castUnions.street.id))
    expect(await stateOf(system, { person })).toBe('active')
    expect(codeOf(await reinstate(street, castUnions.street.id))).toBe('STILL_MEMBER_HERE')
    expect(codeOf(await find(street, castUnions.street.id))).toBe('NOT_FOUND')
  })
})
