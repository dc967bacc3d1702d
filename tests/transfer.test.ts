import { castPeople, castUnions } from '../local/demo/personas'
import { isoTime } from '../shared/core/time'
import { dueOn } from '../shared/membership/due'
import { transferOfSubject } from '../shared/membership/transfer'
import { identityOf, sent, situations, somebody } from './forms'
import { inOffice } from './faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { membershipEvents, memberships } from '../cloudfunctions/_kernel/records/memberships'
import { unions } from '../cloudfunctions/_kernel/records/registry'
import { tasks } from '../cloudfunctions/_kernel/records/tasks'
import { transfers } from '../cloudfunctions/_kernel/records/transfers'
import { runClock } from '../cloudfunctions/clock/jobs'
import { IsoDate } from '../shared/core/time'
import { PersonId, TransferId } from '../shared/core/ids'

const factory = castUnions.factory.id
const newForm = castUnions.newForm.id
const street = castUnions.street.id
const leaver = 'demo-factory-chair'
const receiver = 'demo-newform-chair'
const upper = 'demo-street'
const rider = { situation: situations.rider, retired: false }
const start = IsoDate.parse('2026-11-18')
const noon = (day: string) => isoTime(Date.parse(`${day}T04:00:00.000Z`))

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(noon(start)))

/** A member of the factory’s union who has just joined, with their own account. */
async function memberOfFactory() {
  const as = system.newcomer()
  const { application } = await sent(system, as, somebody(), situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: start } }
  granted(await system.ask(leaver, 'membership', 'decide', { union: factory, application, seen: 1, verdict }))
  return as
}

async function retainedMember() {
  const as = system.newcomer()
  await system.verifyPhone(as, castPeople.retained.mobile)
  const { mobile: _, ...identity } = identityOf(castPeople.retained)
  granted(await system.ask(as, 'membership', 'bindMine', { identity }))
  return as
}

async function membershipOf(as: string) {
  const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
  const membership = await system.runtime.store.get(memberships, person ?? '')
  if (membership === undefined) throw new Error('nobody’s membership')
  return membership
}

async function historyOf(as: string) {
  const { _id: person } = await membershipOf(as)
  const found = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
  return found.documents.map(({ kind }) => kind).sort()
}

async function asked(as: string, choice: object = { kind: 'offered', union: newForm }) {
  return granted(await system.ask(as, 'membership', 'requestTransfer', { ...rider, choice })).transfer
}

/** What an officer of this union does, having looked first. */
async function does(officer: string, union: string, procedure: string, transfer: string, input: object = {}) {
  const { revision } = granted(await system.ask(officer, 'membership', 'transfer', { union, transfer }))
  return codeOf(
    await system.ask(officer, 'membership', procedure as never, { union, transfer, seen: revision, ...input }),
  )
}

const stateOf = async (as: string) => granted(await system.ask(as, 'membership', 'myTransfer', {})).transfer
const openTasks = async (as: string) => {
  const { _id: person } = await membershipOf(as)
  const found = await system.runtime.store.find(tasks, { index: 'byPerson', equals: { person, state: 'open' } })
  return found.documents.map(({ kind, desk }) => `${kind} ${desk}`).sort()
}

describe('the way over', () => {
  test('the rules say where to and until when; the union that is left gets notice, the one that receives is asked (T1–T3)', async () => {
    const as = await memberOfFactory()
    const route = granted(await system.ask(as, 'membership', 'previewTransfer', rider))
    expect(route).toMatchObject({ from: { union: factory }, change: 'move', releasesOn: dueOn(start, 5) })
    expect(route.offered[0]).toEqual({ union: newForm, name: castUnions.newForm.name })
    expect(route.sentence).toContain(`您现在是${castUnions.factory.name}的会员`)
    await asked(as)
    expect(await openTasks(as)).toEqual([`transfer-in ${newForm}`, `transfer-out ${factory}`])
    expect(await stateOf(as)).toMatchObject({ state: 'open', workingDaysLeft: 5, to: { union: newForm } })
  })

  test('silence releases when the fifth working day is over, and not before (T4); number, first day and history stay (T5)', async () => {
    const as = await memberOfFactory()
    const before = await membershipOf(as)
    const transfer = await asked(as)
    expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('OK')
    expect(await membershipOf(as)).toEqual(before)

    system.travel(noon(dueOn(start, 5)))
    await runClock(system.runtime)
    expect((await stateOf(as))?.state).toBe('open')
    system.travel(noon(dueOn(start, 6)))
    await runClock(system.runtime)
    expect(await stateOf(as)).toMatchObject({ state: 'done' })
    expect((await stateOf(as))?.steps.map(({ kind }) => kind)).toEqual(['requested', 'accepted', 'silent', 'done'])
    expect(await membershipOf(as)).toMatchObject({
      union: newForm,
      state: 'active',
      memberNumber: before.memberNumber,
      since: before.since,
      reason: 'changed-unit',
      category: '新就业形态',
    })
    expect((await membershipOf(as)).unit).toBeUndefined()
    expect(await historyOf(as)).toEqual(['joined', 'moved'])
    expect(await openTasks(as)).toEqual([])
    const { notices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(notices[0]?.text).toContain('会员号和入会时间不变')
  })

  test('with both unions’ word it is done at once', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as)
    expect(await does(leaver, factory, 'releaseTransfer', transfer)).toBe('OK')
    expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('OK')
    expect(await membershipOf(as)).toMatchObject({ union: newForm })
    expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('TRANSFER_CLOSED')
  })

  test('the member may take it back, and ask again', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as)
    granted(await system.ask(as, 'membership', 'withdrawTransfer', { transfer, seen: 1 }))
    expect(await openTasks(as)).toEqual([])
    expect(await membershipOf(as)).toMatchObject({ union: factory })
    const other = await asked(as)
    expect(
      codeOf(await system.ask(system.newcomer(), 'membership', 'withdrawTransfer', { transfer: other, seen: 1 })),
    ).toBe('NOT_FOUND')
  })
})

describe('what is not so', () => {
  const stillHere = { error: { side: 'leaving', what: 'still-employed', note: '合同还没到期' } }

  test('the union that is left reports that nothing changed: silence does not release any more, the street decides (T6, T7)', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as)
    expect(await does(leaver, factory, 'disputeTransfer', transfer, stillHere)).toBe('OK')
    expect(await openTasks(as)).toEqual([`transfer-dispute ${street}`, `transfer-in ${newForm}`])
    expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('OK')
    system.travel(noon(dueOn(start, 9)))
    await runClock(system.runtime)
    expect(await stateOf(as)).toMatchObject({ state: 'open', leaving: 'disputed' })
    expect((await stateOf(as))?.steps[1]).toMatchObject({ error: 'still-employed', note: '合同还没到期' })
    const upheld = { verdict: { kind: 'uphold' }, reason: '离职证明已经看过' }
    expect(await does(upper, street, 'settleTransfer', transfer, upheld)).toBe('OK')
    expect(await membershipOf(as)).toMatchObject({ union: newForm })
    expect(await openTasks(as)).toEqual([])
  })

  test('the upper union stops it, and says why', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as)
    await does(leaver, factory, 'disputeTransfer', transfer, stillHere)
    const stop = { verdict: { kind: 'stop' }, reason: '劳动关系没有变' }
    expect(await does(upper, street, 'settleTransfer', transfer, stop)).toBe('OK')
    expect(await membershipOf(as)).toMatchObject({ union: factory })
    expect((await stateOf(as))?.steps.at(-1)).toMatchObject({ kind: 'stopped', note: '劳动关系没有变' })
    expect(await openTasks(as)).toEqual([])
  })

  test('不在本单位工作: the street finds the right union, which is asked in turn', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as)
    const notHere = { error: { side: 'receiving', what: 'not-here' } }
    expect(await does(receiver, newForm, 'disputeTransfer', transfer, notHere)).toBe('OK')
    const targets = granted(await system.ask(upper, 'membership', 'transferTargets', { union: street, transfer }))
    expect(targets.unions.map(({ union }) => union)).not.toContain(factory)
    const back = { verdict: { kind: 'assign', to: factory }, reason: '测试' }
    expect(await does(upper, street, 'settleTransfer', transfer, back)).toBe('UNION_NOT_OFFERED')
    const elsewhere = { verdict: { kind: 'assign', to: castUnions.delivery.id }, reason: '归行业' }
    expect(await does(upper, street, 'settleTransfer', transfer, elsewhere)).toBe('OK')
    expect(await openTasks(as)).toEqual([`transfer-in ${castUnions.delivery.id}`, `transfer-out ${factory}`])
    expect(codeOf(await system.ask(receiver, 'membership', 'transfer', { union: newForm, transfer }))).toBe('NOT_FOUND')
  })

  test('这不对: the member objects, the upper union of all that were offered names one, and then both sides go on', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as, { kind: 'objection', sentence: '我归社区工会' })
    const district = castUnions.shinan.id
    const { as: officer } = await inOffice(system, district, 'chair')
    expect(await openTasks(as)).toEqual([`transfer-dispute ${district}`, `transfer-out ${factory}`])
    const seen = granted(await system.ask(officer, 'membership', 'transfer', { union: district, transfer }))
    expect(seen).toMatchObject({
      objection: '我归社区工会',
      acts: { settling: true, leaving: false, receiving: false },
    })
    const uphold = { verdict: { kind: 'uphold' }, reason: '照办' }
    expect(await does(officer, district, 'settleTransfer', transfer, uphold)).toBe('NOT_DISPUTED')
    const assign = { verdict: { kind: 'assign', to: castUnions.community.id }, reason: '住在社区' }
    expect(await does(officer, district, 'settleTransfer', transfer, assign)).toBe('OK')
    expect(await openTasks(as)).toEqual([`transfer-in ${castUnions.community.id}`, `transfer-out ${factory}`])
  })

  test('whoever saw an older state looks again', async () => {
    const as = await memberOfFactory()
    const transfer = await asked(as)
    await does(leaver, factory, 'releaseTransfer', transfer)
    expect(
      codeOf(await system.ask(receiver, 'membership', 'acceptTransfer', { union: newForm, transfer, seen: 1 })),
    ).toBe('TRANSFER_CHANGED')
  })
})

describe('one at a time (T8)', () => {
  test('a second transfer, and an application beside it, are refused', async () => {
    const as = await memberOfFactory()
    await asked(as)
    const again = { ...rider, choice: { kind: 'offered', union: newForm } }
    expect(codeOf(await system.ask(as, 'membership', 'requestTransfer', again))).toBe('TRANSFER_OPEN')
  })

  test('whoever stays where they are needs none; a union that was not offered is not taken', async () => {
    const as = await memberOfFactory()
    const same = { situation: situations.workshop, retired: false }
    const route = granted(await system.ask(as, 'membership', 'previewTransfer', same))
    expect(route.offered).toEqual([])
    const stay = { ...same, choice: { kind: 'offered', union: factory } }
    expect(codeOf(await system.ask(as, 'membership', 'requestTransfer', stay))).toBe('TRANSFER_NOT_NEEDED')
    const foreign = { ...rider, choice: { kind: 'offered', union: castUnions.battery.id } }
    expect(codeOf(await system.ask(as, 'membership', 'requestTransfer', foreign))).toBe('UNION_NOT_OFFERED')
  })

  test('somebody who is not a member here is told to find their membership first', async () => {
    expect(codeOf(await system.ask(system.newcomer(), 'membership', 'previewTransfer', rider))).toBe('MEMBER_FIRST')
    expect(granted(await system.ask(system.newcomer(), 'membership', 'myTransfer', {}))).toEqual({})
  })
})

test('a retained membership is taken up again with the receiving union’s word alone (R63)', async () => {
  const as = await retainedMember()
  const before = await membershipOf(as)
  const route = granted(await system.ask(as, 'membership', 'previewTransfer', rider))
  expect(route).toMatchObject({ change: 'resume' })
  expect(route.releasesOn).toBeUndefined()
  const transfer = await asked(as, { kind: 'offered', union: newForm })
  expect(await openTasks(as)).toEqual([`transfer-in ${newForm}`])
  expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('OK')
  expect(await membershipOf(as)).toMatchObject({
    union: newForm,
    state: 'active',
    since: before.since,
    memberNumber: before.memberNumber,
    reason: 'working-again',
  })
  expect(await historyOf(as)).toContain('resumed')
})

test('a membership that went another way stops the transfer, and the member is told (T9)', async () => {
  const as = await memberOfFactory()
  const transfer = await asked(as)
  await does(leaver, factory, 'releaseTransfer', transfer)
  const membership = await membershipOf(as)
  await system.runtime.store.transact((tx) => tx.put(memberships, { ...membership, union: castUnions.agency.id }))
  expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('OK')
  expect(await stateOf(as)).toMatchObject({ state: 'stopped' })
  expect(await membershipOf(as)).toMatchObject({ union: castUnions.agency.id })
  const { notices } = granted(await system.ask(as, 'session', 'me', {}))
  expect(notices.some(({ text }) => text.includes('没有办成'))).toBe(true)
})

test('a union that is gone meanwhile receives nobody', async () => {
  const as = await memberOfFactory()
  const transfer = await asked(as)
  await does(leaver, factory, 'releaseTransfer', transfer)
  const before = await system.runtime.store.get(unions, newForm)
  if (before === undefined) throw new Error('no such union')
  await system.runtime.store.transact((tx) => tx.put(unions, { ...before, status: 'dissolved' as const }))
  expect(await does(receiver, newForm, 'acceptTransfer', transfer)).toBe('OK')
  await system.runtime.store.transact((tx) => tx.put(unions, before))
  expect(await stateOf(as)).toMatchObject({ state: 'stopped' })
  expect(await membershipOf(as)).toMatchObject({ union: factory })
})

test('a union above acts for one whose task went up to it', async () => {
  const as = await memberOfFactory()
  const transfer = await asked(as)
  expect(codeOf(await system.ask(upper, 'membership', 'transfer', { union: street, transfer }))).toBe('NOT_FOUND')
  const { _id: person } = await membershipOf(as)
  const found = await system.runtime.store.find(tasks, { index: 'byPerson', equals: { person, state: 'open' } })
  const [task] = found.documents.filter(({ kind }) => kind === 'transfer-in')
  if (task === undefined) throw new Error('nobody was asked')
  expect(transferOfSubject(task.subject)).toBe(transfer)
  await system.runtime.store.transact((tx) => tx.put(tasks, { ...task, desk: street }))
  expect(await does(upper, street, 'acceptTransfer', transfer)).toBe('OK')
  expect(await stateOf(as)).toMatchObject({ receiving: 'accepted' })
})

test('closed ones are forgotten after half a year; the history stays, and nothing of where somebody works was left in them', async () => {
  const as = await memberOfFactory()
  const transfer = await asked(as)
  await does(leaver, factory, 'releaseTransfer', transfer)
  await does(receiver, newForm, 'acceptTransfer', transfer)
  const closed = granted(await system.ask(receiver, 'membership', 'transfer', { union: newForm, transfer }))
  expect(closed.facts).toEqual([])
  system.travel(noon('2027-06-18'))
  await runClock(system.runtime)
  expect(await system.runtime.store.get(transfers, TransferId.parse(transfer))).toBeUndefined()
  expect(await historyOf(as)).toEqual(['joined', 'moved'])
  expect(PersonId.safeParse((await membershipOf(as))._id).success).toBe(true)
})
