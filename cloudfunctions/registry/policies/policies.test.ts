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
beforeEach(() => system.travel(isoTime(start)))

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
  expect(codeOf(await decide(one, provision))).toBe('SECOND_OFFICER')
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
