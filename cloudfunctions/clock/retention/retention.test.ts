import { readdirSync } from 'node:fs'
import { chinaDay, isoTime, type IsoTime } from '../../../shared/core/time'
import { ServiceId } from '../../../shared/core/ids'
import { castUnions } from '../../../local/demo/personas'
import { formFor, identityOf, sent, situations, somebody } from '../../../tests/forms'
import { offeredService } from '../../../tests/faults/of-services'
import { everyOne } from '../../../tests/people'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { verifyAudit } from '../../_kernel/audit-chain/verify'
import { accountOf } from '../../_kernel/caller'
import { applications, claims, drafts } from '../../_kernel/records/applications'
import { auditEntries, notices, quotas, requests } from '../../_kernel/records/upkeep'
import { serviceUses } from '../../_kernel/records/services'
import { countingUse } from '../../card/services/counting'
import { runClock } from '../jobs'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 24 * 60 * 60 * 1000

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
  system.travel(isoTime(start))
}, 600_000)
afterEach(() => system.close())

const at = (days: number): IsoTime => isoTime(start + days * dayMs)

/** The clock runs until it finds nothing more to do. */
async function clockAt(time: IsoTime): Promise<void> {
  system.travel(time)
  for (let done = Infinity; done > 0;)
    done = Object.values(await runClock(system.runtime)).reduce((all, count) => all + count, 0)
}

const apply = async (as: string, worker = somebody()) =>
  (await sent(system, as, worker, situations.workshop)).application
const decide = async (application: string, verdict: object) =>
  granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
const isKept = async (id: string) => (await everyOne(applications, system.runtime.store)).some(({ _id }) => _id === id)

describe('an application that was not approved', () => {
  test('goes six months after it was rejected, withdrawn, or returned and left; the day before it is there', async () => {
    const [rejected, withdrawn, returned, approved, waiting] = [
      await apply(system.newcomer()),
      await apply('who-withdraws'),
      await apply('who-was-asked'),
      await apply(system.newcomer()),
      await apply(system.newcomer()),
    ]
    await decide(rejected, { kind: 'reject', reasons: ['not_employed_here'] })
    granted(await system.ask('who-withdraws', 'membership', 'withdraw', { application: withdrawn, seen: 1 }))
    await decide(returned, { kind: 'return', reasons: ['name'] })
    await decide(approved, { kind: 'approve', committee: { decidedOn: '2026-11-18' } })

    await clockAt(isoTime(Date.parse('2027-05-18T01:59:00.000Z')))
    for (const id of [rejected, withdrawn, returned, approved, waiting]) expect(await isKept(id)).toBe(true)
    await clockAt(isoTime(Date.parse('2027-05-18T02:01:00.000Z')))
    for (const id of [rejected, withdrawn, returned]) expect(await isKept(id)).toBe(false)
    for (const id of [approved, waiting]) expect(await isKept(id)).toBe(true)

    const { store } = system.runtime
    const own = `account:${accountOf('who-was-asked', system.runtime)}`
    expect(await store.get(claims, own)).toBeUndefined()
    const held = (await everyOne(claims, store)).map(({ application }) => application)
    expect(held).not.toContain(returned)
    for (const subject of [rejected, withdrawn, returned]) {
      const trail = await store.find(auditEntries, { index: 'bySubject', equals: { subject } })
      expect(trail.documents.map(({ action }) => action).at(-1)).toBe('application.forget')
    }
    expect(await verifyAudit(store)).toEqual([])
    expect(granted(await system.ask('who-was-asked', 'session', 'me', {})).standing).toEqual({ kind: 'none' })
    expect(granted(await system.ask('who-was-asked', 'membership', 'mine', {}))).toEqual({})
    await apply('who-was-asked')
  }, 600_000)

  test('takes its signature along', async () => {
    const { folder } = system
    const files = () => readdirSync(`${folder}/files`).length
    const before = files()
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.battery)
    expect(files()).toBe(before + 1)
    granted(await system.ask(as, 'membership', 'withdraw', { application, seen: 1 }))
    await clockAt(at(170))
    expect(files()).toBe(before + 1)
    await clockAt(at(190))
    expect(files()).toBe(before)
  }, 600_000)
})

test('a signature that was replaced is swept after a day; the one that stands is kept', async () => {
  const battery = castUnions.battery.id
  const files = () => readdirSync(`${system.folder}/files`).length
  await clockAt(at(2))
  const before = files()
  const as = system.newcomer()
  const worker = somebody()
  const { application } = await sent(system, as, worker, situations.battery)
  const verdict = { kind: 'return', reasons: ['signature'] }
  granted(
    await system.ask('demo-battery-chair', 'membership', 'decide', { union: battery, application, seen: 1, verdict }),
  )
  const form = await formFor(system, as, worker, situations.battery)
  granted(await system.ask(as, 'membership', 'resubmit', { application, seen: 2, form }))
  expect(files()).toBe(before + 2)
  await clockAt(at(2.5))
  expect(files()).toBe(before + 2)
  await clockAt(at(4))
  expect(files()).toBe(before + 1)
  expect(granted(await system.ask(as, 'membership', 'mine', {})).application?.letter.signature).toBeDefined()
}, 600_000)

test('drafts go after 30 days, notices after six months, counts with the day, remembered answers after 24 hours', async () => {
  const { store } = system.runtime
  const drafter = 'who-forgot'
  const draft = { step: 'identity', answers: { identity: identityOf(somebody()) } }
  granted(await system.ask(drafter, 'membership', 'saveDraft', { draft }))
  const told = system.newcomer()
  const application = await apply(told)
  await decide(application, { kind: 'approve', committee: { decidedOn: '2026-11-18' } })
  const ofDrafter = accountOf(drafter, system.runtime)
  const ofTold = accountOf(told, system.runtime)
  const noticesOf = async () =>
    (await store.find(notices, { index: 'byAccount', equals: { account: ofTold } })).documents.length
  const counts = () => store.count(quotas, { index: 'byDay', equals: {} })
  const answers = () => store.count(requests, { index: 'byExpiry', equals: {} })

  await clockAt(at(0.9))
  expect(await answers()).toBeGreaterThan(0)
  expect(await counts()).toBeGreaterThan(0)
  await clockAt(at(2))
  expect(await answers()).toBe(0)
  expect(await counts()).toBe(0)
  await clockAt(at(29.9))
  expect(await store.get(drafts, ofDrafter)).toBeDefined()
  await clockAt(at(30.1))
  expect(await store.get(drafts, ofDrafter)).toBeUndefined()
  expect(await noticesOf()).toBe(1)
  await clockAt(at(182))
  expect(await noticesOf()).toBe(0)
}, 600_000)

test('uses of a service go after 25 months, so that a month can be seen beside the same one of the year before', async () => {
  const { store, random } = system.runtime
  const service = ServiceId.parse((await offeredService(system)).service)
  for (const day of ['2026-11-18', '2026-11-19', '2028-12-18']) {
    const counting = countingUse(
      { _id: service },
      { today: chinaDay(isoTime(Date.parse(`${day}T12:00:00+08:00`))), random },
    )
    await store.transact(counting)
  }
  const days = async () =>
    (await store.find(serviceUses, { index: 'byService', equals: { service } })).documents.map(({ day }) => day)

  await clockAt(isoTime(Date.parse('2028-12-18T12:00:00+08:00')))
  expect(await days()).toEqual(['2026-11-18', '2026-11-19', '2028-12-18'])
  await clockAt(isoTime(Date.parse('2028-12-19T12:00:00+08:00')))
  expect(await days()).toEqual(['2026-11-19', '2028-12-18'])
}, 600_000)

test('a draft that was saved again meanwhile stays', async () => {
  const draft = { step: 'identity', answers: {} }
  granted(await system.ask('who-goes-on', 'membership', 'saveDraft', { draft }))
  system.travel(at(25))
  granted(await system.ask('who-goes-on', 'membership', 'saveDraft', { draft }))
  await clockAt(at(40))
  expect(granted(await system.ask('who-goes-on', 'membership', 'loadDraft', {})).draft).toBeDefined()
}, 600_000)

test('nothing of the audit trail ever goes', async () => {
  await apply(system.newcomer())
  await clockAt(at(1))
  const before = await system.runtime.store.count(auditEntries, { index: 'waiting', equals: {} })
  await clockAt(at(4 * 365))
  expect(await system.runtime.store.count(auditEntries, { index: 'waiting', equals: {} })).toBeGreaterThanOrEqual(
    before,
  )
  expect(await verifyAudit(system.runtime.store)).toEqual([])
}, 600_000)
