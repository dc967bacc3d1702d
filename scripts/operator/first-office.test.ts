import { castUnions } from '../../local/demo/personas'
import { verifyAudit } from '../../cloudfunctions/_kernel/audit-chain/verify'
import { officeGrants, officers } from '../../cloudfunctions/_kernel/records/registry'
import { auditEntries } from '../../cloudfunctions/_kernel/records/upkeep'
import { runClock } from '../../cloudfunctions/clock/jobs'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'
import { giveFirstOffice, readFirstOffice } from './first-office'

const union = castUnions.qingdao.id
const mobile = '15420778899'
const line = (change: object = {}) =>
  Object.entries({ union, role: 'chair', name: '林小满', mobile, until: '2029-11-18', ...change }).flatMap(
    ([name, value]) => [`--${name}`, String(value)],
  )
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
/** A union that nobody has been in office of, nor was asked to be. */
beforeEach(async () => {
  const { store } = system.runtime
  const [held, waiting] = await Promise.all([
    store.find(officers, { index: 'byUnion', equals: { union } }),
    store.find(officeGrants, { index: 'byUnion', equals: { union } }),
  ])
  await store.transact(async (tx) => {
    for (const { _id } of held.documents) await tx.remove(officers, _id)
    for (const { _id } of waiting.documents) await tx.remove(officeGrants, _id)
  })
})

const give = (args: readonly string[]) => giveFirstOffice(readFirstOffice(args), system.runtime)
const codeIn = (lines: readonly string[]) => /code=([A-Za-z0-9_-]+)$/.exec(lines[1] ?? '')?.[1] ?? ''

describe('the very first officer of a union', () => {
  test('is named by the operator, takes the office on their own phone, and may then appoint', async () => {
    const code = codeIn(await give(line()))
    const [thief, chair] = [system.newcomer(), system.newcomer()]
    await system.verifyPhone(thief, '15420770000')
    expect(codeOf(await system.ask(thief, 'registry', 'takeOffice', { code }))).toBe('GRANT_FOR_OTHER_PHONE')

    await system.verifyPhone(chair, mobile)
    expect(granted(await system.ask(chair, 'registry', 'seeGrant', { code }))).toMatchObject({ role: 'chair' })
    expect(granted(await system.ask(chair, 'registry', 'takeOffice', { code }))).toEqual({ union })
    expect(codeOf(await system.ask(chair, 'registry', 'takeOffice', { code }))).toBe('GRANT_GONE')
    const below = {
      union: castUnions.street.id,
      role: 'chair',
      name: '周远',
      mobile: '15420771111',
      until: '2029-11-18',
    }
    expect(codeOf(await system.ask(chair, 'registry', 'grantOffice', below))).toBe('OK')
  })

  test('stands in the audit trail as the operator’s act, chained like every other', async () => {
    await give(line())
    const { documents } = await system.runtime.store.find(auditEntries, {
      index: 'inChain',
      equals: { chain: union },
      limit: 100,
    })
    expect(documents).toContainEqual(expect.objectContaining({ action: 'office.grant', actor: 'operator', union }))
    await runClock(system.runtime)
    expect(await verifyAudit(system.runtime.store)).toEqual([])
  })

  test('is kept as a digest and seals: neither code nor name nor number lies in the store', async () => {
    const code = codeIn(await give(line()))
    const { documents } = await system.runtime.store.find(officeGrants, { index: 'byUnion', equals: { union } })
    expect(documents).toHaveLength(1)
    for (const secret of [code, '林小满', mobile]) expect(JSON.stringify(documents)).not.toContain(secret)
  })

  test('named a second time before anybody came: the first code is worth nothing any more', async () => {
    const lost = codeIn(await give(line()))
    const code = codeIn(await give(line()))
    const chair = system.newcomer()
    await system.verifyPhone(chair, mobile)
    expect(codeOf(await system.ask(chair, 'registry', 'takeOffice', { code: lost }))).toBe('GRANT_GONE')
    expect(codeOf(await system.ask(chair, 'registry', 'takeOffice', { code }))).toBe('OK')
  })
})

describe('the operator is refused', () => {
  test('where somebody is in office, unless they say --again', async () => {
    const chair = system.newcomer()
    await system.verifyPhone(chair, mobile)
    granted(await system.ask(chair, 'registry', 'takeOffice', { code: codeIn(await give(line())) }))
    await expect(give(line())).rejects.toThrow(/somebody in office.*--again/)
    expect(codeIn(await give([...line(), '--again']))).not.toBe('')
  })

  test.each([
    [{ union: 'nowhere' }, /no such union/],
    [{ until: '2026-11-18' }, /after today/],
    [{ until: '2032-11-18' }, /five years/],
    [{ mobile: '12345' }, /no mobile number/],
    [{ role: 'king' }, /^--role is missing or not as it should be/],
    [{ name: '林' }, /^--name/],
    [{ until: 'soon' }, /^--until/],
    [{ password: 'x' }, /^npm run first-officer/],
  ])('%j', async (change, sentence) => {
    await expect((async () => give(line(change)))()).rejects.toThrow(sentence)
    const { documents } = await system.runtime.store.find(officeGrants, { index: 'byUnion', equals: { union } })
    expect(documents).toEqual([])
  })
})
