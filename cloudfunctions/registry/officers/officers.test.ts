import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { OfficerRole } from '../../../shared/org/officers'
import { accountOf } from '../../_kernel/caller'
import { officers, unions as unionRecords } from '../../_kernel/records/registry'
import { auditEntries } from '../../_kernel/records/upkeep'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'

const union = castUnions.factory.id
const [above, chair, stranger] = ['demo-street', 'demo-factory-chair', 'somebody']
const start = Date.parse('2026-11-18T02:00:00.000Z')
const days = (count: number) => isoTime(start + count * 86_400_000)
let system: TestSystem
let phones = 0
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

const office = (change: object = {}) => ({
  union,
  role: 'clerk',
  name: '林小满',
  mobile: `1542077${String(++phones).padStart(4, '0')}`,
  until: '2027-11-18',
  ...change,
})

async function takenBy(as: string, change: object = {}, by = above) {
  const input = office(change)
  const { code } = granted(await system.ask(by, 'registry', 'grantOffice', input))
  await system.verifyPhone(as, input.mobile)
  granted(await system.ask(as, 'registry', 'takeOffice', { code }))
  return `${input.union}:${accountOf(as, system.runtime)}`
}
const mayReadRoster = async (as: string) => codeOf(await system.ask(as, 'membership', 'roster', { union }))

describe('an office', () => {
  test('is given by an officer above, taken on the phone it names, and opens what belongs to it', async () => {
    const as = system.newcomer()
    const input = office({ role: 'chair' })
    const { code, link } = granted(await system.ask(above, 'registry', 'grantOffice', input))
    expect(link).toContain(code)
    expect(await mayReadRoster(as)).toBe('NOT_ALLOWED')
    expect(granted(await system.ask(as, 'registry', 'seeGrant', { code }))).toEqual({
      unionName: castUnions.factory.name,
      role: 'chair',
      maskedName: '林*满',
      maskedMobile: expect.stringMatching(/^154\*{4}\d{4}$/),
      until: '2027-11-18',
    })
    await system.verifyPhone(as, input.mobile)
    expect(granted(await system.ask(as, 'registry', 'takeOffice', { code }))).toEqual({ union })
    expect(await mayReadRoster(as)).toBe('OK')
  })

  test('stands in a list by role, and who is longest in office first', async () => {
    for (const [day, role] of ['organiser', 'deputy', 'organiser', 'clerk', 'organiser'].entries()) {
      system.travel(days(day))
      await takenBy(system.newcomer(), { role })
    }
    const { officers: listed } = granted(await system.ask(above, 'registry', 'officers', { union }))
    const inOrder = listed.map(({ role, since }) => `${OfficerRole.options.indexOf(role)} ${since}`)
    expect(inOrder).toEqual([...inOrder].sort())
    expect(listed.filter(({ role }) => role === 'organiser')).toHaveLength(3)
  })

  test('is not taken on another phone, nor before WeChat verified any', async () => {
    const { code } = granted(await system.ask(above, 'registry', 'grantOffice', office()))
    const thief = system.newcomer()
    expect(codeOf(await system.ask(thief, 'registry', 'takeOffice', { code }))).toBe('GRANT_FOR_OTHER_PHONE')
    await system.verifyPhone(thief, '15420001111')
    expect(codeOf(await system.ask(thief, 'registry', 'takeOffice', { code }))).toBe('GRANT_FOR_OTHER_PHONE')
    expect(await mayReadRoster(thief)).toBe('NOT_ALLOWED')
  })

  test('is not taken by somebody who holds another one there', async () => {
    const as = system.newcomer()
    await takenBy(as, { role: 'examiner' })
    const input = office({ role: 'clerk' })
    const { code } = granted(await system.ask(above, 'registry', 'grantOffice', input))
    await system.verifyPhone(as, input.mobile)
    expect(codeOf(await system.ask(as, 'registry', 'takeOffice', { code }))).toBe('OFFICE_HELD')
  })

  test('is taken once, and not after three days', async () => {
    const as = system.newcomer()
    const input = office()
    const { code } = granted(await system.ask(above, 'registry', 'grantOffice', input))
    await system.verifyPhone(as, input.mobile)
    granted(await system.ask(as, 'registry', 'takeOffice', { code }))
    expect(codeOf(await system.ask(as, 'registry', 'takeOffice', { code }))).toBe('GRANT_GONE')

    const late = granted(await system.ask(above, 'registry', 'grantOffice', office()))
    system.travel(days(3))
    expect(codeOf(await system.ask(as, 'registry', 'takeOffice', { code: late.code }))).toBe('GRANT_GONE')
    expect(codeOf(await system.ask(as, 'registry', 'seeGrant', { code: late.code }))).toBe('GRANT_GONE')
  })

  test('ends with its term, by itself', async () => {
    const as = system.newcomer()
    await takenBy(as, { until: '2026-12-18' })
    system.travel(isoTime(Date.parse('2026-12-18T23:59:59.999+08:00')))
    expect(await mayReadRoster(as)).toBe('OK')
    system.travel(isoTime(Date.parse('2026-12-19T00:00:00.000+08:00')))
    expect(await mayReadRoster(as)).toBe('NOT_ALLOWED')
  })

  test('is ended by an officer above, at once, and the person is told', async () => {
    const as = system.newcomer()
    const officer = await takenBy(as)
    granted(await system.ask(above, 'registry', 'endOffice', { union, officer }))
    expect(await mayReadRoster(as)).toBe('NOT_ALLOWED')
    expect(granted(await system.ask(as, 'session', 'me', {})).notices[0]?.text).toContain('职务已经结束')
    expect(codeOf(await system.ask(above, 'registry', 'endOffice', { union, officer }))).toBe('OFFICER_UNKNOWN')
  })

  test('is prolonged while it lasts', async () => {
    const as = system.newcomer()
    const officer = await takenBy(as, { until: '2026-12-18' })
    granted(await system.ask(above, 'registry', 'renewOffice', { union, officer, until: '2028-01-01' }))
    system.travel(isoTime(Date.parse('2027-06-01T00:00:00.000Z')))
    expect(await mayReadRoster(as)).toBe('OK')
    system.travel(isoTime(Date.parse('2028-06-01T00:00:00.000Z')))
    expect(codeOf(await system.ask(above, 'registry', 'renewOffice', { union, officer, until: '2029-01-01' }))).toBe(
      'OFFICER_UNKNOWN',
    )
  })
})

describe('who may give it', () => {
  const give = async (by: string, change: object) =>
    codeOf(await system.ask(by, 'registry', 'grantOffice', office(change)))
  test.each([
    [above, { role: 'chair' }, 'OK'],
    ['demo-city', { role: 'chair' }, 'OK'],
    [chair, { role: 'clerk' }, 'OK'],
    [chair, { role: 'chair' }, 'NOT_ALLOWED'],
    [chair, { role: 'deputy' }, 'NOT_ALLOWED'],
    [chair, { union: castUnions.street.id }, 'NOT_ALLOWED'],
    ['demo-newform-chair', {}, 'NOT_ALLOWED'],
    [stranger, {}, 'NOT_ALLOWED'],
    [above, { until: '2026-11-18' }, 'TERM_INVALID'],
    [above, { until: '2031-11-19' }, 'TERM_INVALID'],
    [above, { mobile: '12345' }, 'MOBILE_INVALID'],
    [above, { name: '林' }, 'BAD_INPUT'],
  ] as const)('%s gives %j: %s', async (by, change, code) => expect(await give(by, change)).toBe(code))

  test('a chair ends a clerk, and neither themself nor another union’s officer', async () => {
    const clerk = await takenBy(system.newcomer(), {}, chair)
    const own = `${union}:${accountOf(chair, system.runtime)}`
    const other = `${castUnions.newForm.id}:${accountOf('demo-newform-chair', system.runtime)}`
    const end = async (by: string, officer: string, at: string = union) =>
      codeOf(await system.ask(by, 'registry', 'endOffice', { union: at, officer }))
    expect(await end(chair, own)).toBe('NOT_ALLOWED')
    expect(await end(chair, other)).toBe('OFFICER_UNKNOWN')
    expect(await end(chair, other, castUnions.newForm.id)).toBe('NOT_ALLOWED')
    expect(await end(chair, clerk)).toBe('OK')
  })

  test('a code is worth nothing once its giver is out of office', async () => {
    const giver = system.newcomer()
    const officer = await takenBy(giver, { role: 'chair' })
    const input = office({ role: 'clerk' })
    const { code } = granted(await system.ask(giver, 'registry', 'grantOffice', input))
    granted(await system.ask(above, 'registry', 'endOffice', { union, officer }))
    const as = system.newcomer()
    await system.verifyPhone(as, input.mobile)
    expect(codeOf(await system.ask(as, 'registry', 'takeOffice', { code }))).toBe('GRANT_GONE')
  })

  test('an open code can be taken back', async () => {
    const { code } = granted(await system.ask(above, 'registry', 'grantOffice', office({ name: '另有其人' })))
    const { grants } = granted(await system.ask(above, 'registry', 'officers', { union }))
    const grant = grants.find(({ name }) => name === '另有其人')?.grant ?? ''
    granted(await system.ask(above, 'registry', 'withdrawGrant', { union, grant }))
    expect(codeOf(await system.ask(stranger, 'registry', 'seeGrant', { code }))).toBe('GRANT_GONE')
  })
})

test('the list names who is in office, until when, and what the reader may do', async () => {
  const as = system.newcomer()
  const officer = await takenBy(as, { role: 'examiner', until: '2027-03-31' })
  const seen = granted(await system.ask(chair, 'registry', 'officers', { union }))
  expect(seen.officers).toContainEqual(
    expect.objectContaining({
      officer,
      role: 'examiner',
      name: '林小满',
      until: '2027-03-31T16:00:00.000Z',
      mayEnd: true,
    }),
  )
  expect(seen.officers.find(({ role }) => role === 'chair')?.mayEnd).toBe(false)
  expect(seen.mayGive).toEqual(['organiser', 'clerk', 'examiner', 'scrutineer'])
  expect(granted(await system.ask(above, 'registry', 'officers', { union })).mayGive).toContain('chair')
})

test('every step stands in the audit of the union, without a name or number', async () => {
  const { documents } = await system.runtime.store.find(auditEntries, {
    index: 'waiting',
    equals: { seq: undefined, chain: union },
    limit: 1000,
  })
  const actions = documents.map(({ action }) => action)
  for (const action of ['office.grant', 'office.take', 'office.end', 'office.renew', 'office.grant-withdrawn'])
    expect(actions).toContain(action)
  expect(JSON.stringify(documents)).not.toMatch(/林小满|1542077/)
})

test('the officer’s name lies sealed', async () => {
  const { documents } = await system.runtime.store.find(officers, { index: 'byUnion', equals: { union }, limit: 100 })
  expect(JSON.stringify(documents)).not.toContain('林小满')
})

test('the unions below are listed for whoever appoints their chairs', async () => {
  const { unions } = granted(await system.ask(above, 'registry', 'unionsBelow', { union: castUnions.street.id }))
  expect(unions.map(({ union: one }) => one)).toContain(union)
  const joint = unions.filter((one) => one.joint).map(({ union: one }) => one)
  expect(joint).toContain(castUnions.newForm.id)
  expect(joint).not.toContain(union)
  expect(codeOf(await system.ask(chair, 'registry', 'unionsBelow', { union: castUnions.street.id }))).toBe(
    'NOT_ALLOWED',
  )
})

test('a union that has ended is not among those below: nobody is appointed there', async () => {
  const { store } = system.runtime
  const ended = castUnions.agency.id
  const before = await store.get(unionRecords, ended)
  if (before === undefined) throw new Error('the agency’s union is gone')
  const listed = async () =>
    granted(await system.ask(above, 'registry', 'unionsBelow', { union: before.parent })).unions.map(
      ({ union: one }) => one,
    )
  expect(await listed()).toContain(ended)
  await store.transact((tx) => tx.put(unionRecords, { ...before, status: 'dissolved' as const }))
  expect(await listed()).not.toContain(ended)
  await store.transact((tx) => tx.put(unionRecords, before))
})
