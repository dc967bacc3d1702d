import { castUnions, stage } from '../../../local/demo/personas'
import { daysAfter } from '../../../shared/core/calendar'
import { chinaDay, isoTime, type IsoDate } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { auditEntries } from '../../_kernel/records/upkeep'

const city = castUnions.qingdao.id
const start = Date.parse('2026-11-20T02:00:00.000Z')
let system: TestSystem
let one: string
let other: string
beforeAll(async () => {
  system = await openTestSystem()
  one = (await inOffice(system, city, 'organiser')).as
  other = (await inOffice(system, city, 'deputy')).as
})
afterAll(() => system.close())
beforeEach(async () => {
  system.travel(isoTime(start))
  // Whatever day the test before ended on: what is kept in memory is of the day it begins.
  await heldAtFactory()
})

const today = (): IsoDate => chinaDay(system.runtime.now())
const inDays = (days: number): IsoDate => daysAfter(chinaDay(isoTime(start)), days)
const travelTo = (days: number) => system.travel(isoTime(start + days * 86_400_000))

function propose(as: string, change: object = {}) {
  const proposal = { key: 'approvalWorkingDays', value: 7, effectiveFrom: inDays(2), clause: '《审批办法》第三条' }
  return system.ask(as, 'registry', 'proposeProvision', { union: city, ...proposal, ...change })
}
const decide = (as: string, provision: string, verdict: object = { kind: 'adopt' }) =>
  system.ask(as, 'registry', 'decideProvision', { union: city, provision, verdict })
const adopted = async (change: object = {}) => {
  const { provision } = granted(await propose(one, change))
  granted(await decide(other, provision))
  return provision
}
/** What is judged by, below the city. */
async function heldAtFactory() {
  const factory = await system.runtime.store.get(unions, castUnions.factory.id)
  if (factory === undefined) throw new Error('there is no factory')
  return policyOfUnion(factory, { store: system.runtime.store, today: today() })
}
async function read(key: string, region: string = stage.community) {
  const { rows } = granted(await system.ask(undefined, 'registry', 'policies', { region }))
  return rows.find((row) => row.key === key)
}

test('what one proposes and another adopts holds from its day on, in the whole place, and names its document', async () => {
  expect((await heldAtFactory()).values.approvalWorkingDays).toBe(15)
  await adopted()
  expect(await read('approvalWorkingDays')).toMatchObject({ value: 15 })
  travelTo(1)
  expect(await read('approvalWorkingDays')).toMatchObject({
    value: 15,
    coming: [{ value: 7, effectiveFrom: inDays(2), clause: '《审批办法》第三条' }],
  })
  travelTo(2)
  const { values, version } = await heldAtFactory()
  expect([values.approvalWorkingDays, version.includes(inDays(2))]).toEqual([7, true])
  expect(await read('approvalWorkingDays')).toMatchObject({
    value: 7,
    place: '青岛市',
    clause: '《审批办法》第三条',
    coming: [],
  })
  travelTo(0)
  expect((await heldAtFactory()).values.approvalWorkingDays).toBe(15)
})

test('nobody adopts what they proposed, and nothing is decided twice', async () => {
  const { provision } = granted(await propose(one))
  expect(codeOf(await decide(one, provision))).toBe('PROVISION_OWN')
  const both = await Promise.all([
    decide(other, provision),
    decide(other, provision, { kind: 'reject', reason: '再议' }),
  ])
  expect(both.map(codeOf).sort()).toEqual(['OK', 'PROVISION_SETTLED'])
  expect(codeOf(await system.ask(one, 'registry', 'withdrawProvision', { union: city, provision }))).toBe(
    'PROVISION_SETTLED',
  )
})

test('what is rejected or withdrawn never holds; who rejects says why', async () => {
  const change = { key: 'transferNoticeDays', value: 9 }
  const rejected = granted(await propose(one, change)).provision
  expect(codeOf(await decide(other, rejected, { kind: 'reject', reason: ' ' }))).toBe('BAD_INPUT')
  granted(await decide(other, rejected, { kind: 'reject', reason: '与省里的不一致' }))
  const withdrawn = granted(await propose(one, change)).provision
  const back = (as: string) => system.ask(as, 'registry', 'withdrawProvision', { union: city, provision: withdrawn })
  expect(codeOf(await back(other))).toBe('NOT_FOUND')
  granted(await back(one))
  travelTo(3)
  expect((await heldAtFactory()).values.transferNoticeDays).toBe(5)
  const { proposed } = granted(await system.ask(one, 'registry', 'policyDesk', { union: city }))
  expect(proposed.find(({ provision }) => provision === rejected)).toMatchObject({
    state: 'rejected',
    reason: '与省里的不一致',
    now: 5,
    value: 9,
    mine: true,
  })
})

test.each([
  ['today', 0],
  ['tomorrow', 1],
] as const)('nothing holds from %s: whoever read the rules today has read what holds', async (_, days) => {
  expect(codeOf(await propose(one, { effectiveFrom: inDays(days) }))).toBe('EFFECT_TOO_EARLY')
})

test('a proposal that nobody adopted in time is proposed anew', async () => {
  const { provision } = granted(await propose(one))
  travelTo(1)
  expect(codeOf(await decide(other, provision))).toBe('EFFECT_TOO_EARLY')
})

test.each([
  ['a law', { key: 'minAge', value: 16 }, 'POLICY_NOT_OWNED'],
  [
    'a rate that only everybody’s vote reaches',
    { key: 'reviewThresholds', value: { enterprise: 100 } },
    'POLICY_VALUE_INVALID',
  ],
  ['a small group that tells on people', { key: 'reviewSmallGroup', value: 5 }, 'POLICY_VALUE_INVALID'],
  ['more than all', { key: 'reviewParticipation', value: { numerator: 3, denominator: 2 } }, 'POLICY_VALUE_INVALID'],
  ['a number in words', { key: 'approvalWorkingDays', value: '七' }, 'POLICY_VALUE_INVALID'],
  ['no such rule', { key: '__proto__', value: 1 }, 'BAD_INPUT'],
] as const)('refused: %s', async (_, change, code) => {
  expect(codeOf(await propose(one, change))).toBe(code)
})

test('a street sets no rules, and an enterprise none', async () => {
  for (const union of [castUnions.street.id, castUnions.factory.id]) {
    const { as } = await inOffice(system, union, 'chair')
    expect(granted(await system.ask(as, 'registry', 'policyDesk', { union })).keys).toEqual([])
    expect(codeOf(await propose(as, { union }))).toBe('POLICY_NOT_OWNED')
  }
})

test('each step stands in the audit trail of the union', async () => {
  const provision = await adopted({ key: 'taskWorkingDays', value: 10 })
  const entries = { index: 'bySubject', equals: { subject: provision } } as const
  const said = (await system.runtime.store.find(auditEntries, entries)).documents.map(({ action }) => action)
  expect([...said].sort()).toEqual(['policy.adopt', 'policy.propose'])
})

test('the later of two holds, and of one day what was adopted last', async () => {
  await adopted({ key: 'objectionDays', value: 6, effectiveFrom: inDays(4) })
  system.travel(isoTime(start + 60_000))
  await adopted({ key: 'objectionDays', value: 8, effectiveFrom: inDays(4) })
  system.travel(isoTime(start + 120_000))
  await adopted({ key: 'objectionDays', value: 7, effectiveFrom: inDays(3) })
  travelTo(3)
  expect((await heldAtFactory()).values.objectionDays).toBe(7)
  travelTo(4)
  expect((await heldAtFactory()).values.objectionDays).toBe(8)
})

test('a new letter has a version of its own, whatever the one who typed it says', async () => {
  const letter = {
    version: 'letter-2018',
    title: '入会申请书',
    text: '我自愿加入工会，遵守工会章程，执行工会决议，积极参加工会活动。',
  }
  const provision = await adopted({ key: 'letter', value: letter })
  travelTo(2)
  const { values } = await heldAtFactory()
  expect(values.letter).toEqual({ ...letter, version: `letter-${provision}` })
})

test('where a district has no second officer, the city sees what is open and decides, and proposes nothing there', async () => {
  const district = castUnions.shinan.id
  const { as } = await inOffice(system, district, 'chair')
  const { provision } = granted(await propose(as, { union: district, key: 'taskWorkingDays', value: 9 }))
  const { below } = granted(await system.ask(one, 'registry', 'policyDesk', { union: city }))
  expect(below).toEqual([{ union: district, name: castUnions.shinan.name, open: 1 }])
  const seen = granted(await system.ask(one, 'registry', 'policyDesk', { union: district }))
  expect([seen.keys, seen.proposed.map((each) => each.provision)]).toEqual([[], [provision]])
  expect(codeOf(await propose(one, { union: district }))).toBe('NOT_ALLOWED')
  const verdict = { kind: 'adopt' }
  granted(await system.ask(one, 'registry', 'decideProvision', { union: district, provision, verdict }))
  travelTo(2)
  expect((await heldAtFactory()).values.taskWorkingDays).toBe(9)
})

test('what is the city’s to set, no district sets: where somebody belongs does not change at its border', async () => {
  const { as } = await inOffice(system, castUnions.shinan.id, 'chair')
  const change = { union: castUnions.shinan.id, key: 'dispatch', value: 'WORKER_CHOICE' }
  expect(codeOf(await propose(as, change))).toBe('POLICY_NOT_OWNED')
})

test.each([
  [castUnions.qingdao.id, true],
  [castUnions.factory.id, false],
] as const)('the workbench of %s shows the rules: %s', async (union, shown) => {
  const { as } = await inOffice(system, union, 'chair')
  const [office] = granted(await system.ask(as, 'session', 'me', {})).offices
  expect(office?.rights.includes('policies')).toBe(shown)
})
