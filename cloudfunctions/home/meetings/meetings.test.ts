import { castUnions } from '../../../local/demo/personas'
import { heldByMembers, heldByStaff, meetingPhoto } from '../../../tests/faults/of-meetings'
import { chair, street, union } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { memberFacts, staffFacts } from '../../../shared/home/meetings/meetings.fixture'
import { home } from '../../../shared/contract/home'
import { FileId, UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { fileUses } from '../../_kernel/records/file-uses'
import { unions } from '../../_kernel/records/registry'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const rowsOf = async (year: number, as = chair) =>
  granted(await system.ask(as, 'home', 'meetingsOfUnion', { union, year })).rows
const members = async (id: string, as = chair) => system.ask(as, 'home', 'memberCongress', { union, id })
const staff = async (id: string, as = chair) => system.ask(as, 'home', 'staffCongress', { union, id })

describe('会员大会 and 职工大会 on record', () => {
  test('the same session of the same 届 is one record of each kind, and each once', async () => {
    const session = { period: 5, session: 1, day: '2025-04-01' }
    const { id: ofMembers } = await heldByMembers(system, session)
    const { id: ofStaff } = await heldByStaff(system, session)
    expect(ofMembers).not.toBe(ofStaff)
    expect((await rowsOf(2025)).map(({ meeting, id }) => [meeting, id])).toEqual([
      ['members', ofMembers],
      ['staff', ofStaff],
    ])
    const again = { union, facts: { ...memberFacts, ...session } }
    expect(codeOf(await system.ask(chair, 'home', 'recordMemberCongress', again))).toBe('MEETING_RECORDED')
  })

  test('a record of the one is taken by no procedure of the other (M1)', async () => {
    const [ofMembers, ofStaff] = [await heldByMembers(system), await heldByStaff(system)]
    const wrong = [
      ['recordStaffCongress', { facts: ofMembers.facts }],
      ['recordMemberCongress', { facts: ofStaff.facts }],
      ['memberCongress', { id: ofStaff.id }],
      ['staffCongress', { id: ofMembers.id }],
      ['amendMemberCongress', { id: ofMembers.id, seen: 1, facts: ofStaff.facts }],
      ['amendStaffCongress', { id: ofMembers.id, seen: 1, facts: ofStaff.facts }],
      ['amendStaffCongress', { id: ofStaff.id, seen: 1, facts: { ...ofMembers.facts, meeting: 'staff' } }],
      ['dropMemberCongress', { id: ofStaff.id, seen: 1 }],
      ['dropStaffCongress', { id: ofMembers.id, seen: 1 }],
    ] as const
    for (const [procedure, input] of wrong)
      expect([procedure, codeOf(await system.ask(chair, 'home', procedure, { union, ...input }))]).toEqual([
        procedure,
        'BAD_INPUT',
      ])
    expect(granted(await members(ofMembers.id)).facts).toEqual(ofMembers.facts)
    expect(granted(await staff(ofStaff.id)).facts).toEqual(ofStaff.facts)
  })

  test('a photograph of the one is kept by the other never', async () => {
    const picture = await meetingPhoto(system)
    const { id } = await heldByMembers(system, { papers: [picture] })
    const facts = { ...staffFacts, period: 6, papers: [picture] }
    expect(codeOf(await system.ask(chair, 'home', 'recordStaffCongress', { union, facts }))).toBe('DOCUMENT_MISSING')
    const shown = await system.ask(chair, 'home', 'meetingPaper', { union, id, picture })
    expect(granted(shown).picture).toMatch(/^data:image\/png;base64,/)
  })

  test('no procedure takes the facts of both', () => {
    const taking = Object.entries(home.procedures).filter(([, { input }]) => {
      const takes = (facts: object) =>
        input.safeParse({ union, facts }).success ||
        ['~m3-2', '~s3-2'].some((end) => input.safeParse({ union, id: `${union}${end}`, seen: 1, facts }).success)
      return takes(memberFacts) && takes(staffFacts)
    })
    expect(taking.map(([name]) => name)).toEqual([])
  })

  test('held on one day, each shows what the two do not have apart (M4)', async () => {
    const day = '2024-05-06'
    const ofMembers = await heldByMembers(system, { day, banner: '' })
    expect(granted(await members(ofMembers.id)).sameDay).toEqual([])
    const ofStaff = await heldByStaff(system, { day })
    const notSeparate = [{ what: 'banner', why: 'members-lacks' }]
    expect(granted(await members(ofMembers.id)).sameDay).toEqual([{ id: ofStaff.id, notSeparate }])
    expect(granted(await staff(ofStaff.id)).sameDay).toEqual([{ id: ofMembers.id, notSeparate }])
  })

  test('what is missing goes by the region’s rules, and a change names the record that was seen', async () => {
    const { id, facts } = await heldByMembers(system, { attended: 20, resolutions: [], paper: { kept: 'not-yet' } })
    expect(granted(await members(id)).missing).toEqual(['quorum', 'resolutions', 'paper'])
    const amend = { union, id, seen: 1, facts: { ...memberFacts, period: facts.period, session: facts.session } }
    expect(granted(await system.ask(chair, 'home', 'amendMemberCongress', amend)).version).toBe(2)
    expect(granted(await members(id))).toMatchObject({ missing: [], version: 2 })
    expect(codeOf(await system.ask(chair, 'home', 'amendMemberCongress', amend))).toBe('MEETING_CHANGED')
    const other = { ...amend, seen: 2, facts: { ...amend.facts, session: facts.session + 1 } }
    expect(codeOf(await system.ask(chair, 'home', 'amendMemberCongress', other))).toBe('FIELD_INVALID')
  })

  test('of a union that is no more nothing is amended, as nothing is recorded', async () => {
    const { id, facts } = await heldByMembers(system, { period: 11 })
    const { id: ofStaff, facts: byStaff } = await heldByStaff(system, { period: 11 })
    const becomes = (status: 'active' | 'dissolved') =>
      system.runtime.store.transact(async (tx) => {
        const record = await tx.get(unions, UnionId.parse(union))
        if (record !== undefined) await tx.put(unions, { ...record, status })
        return succeed(undefined)
      })
    await becomes('dissolved')
    const amend = async (procedure: 'amendMemberCongress' | 'amendStaffCongress', input: object) =>
      codeOf(await system.ask(chair, 'home', procedure, { union, seen: 1, ...input }))
    expect(await amend('amendMemberCongress', { id, facts })).toBe('UNION_NOT_ACTIVE')
    expect(await amend('amendStaffCongress', { id: ofStaff, facts: byStaff })).toBe('UNION_NOT_ACTIVE')
    await becomes('active')
  })

  test('a photograph taken out of a record is kept no more', async () => {
    const [stays, goes] = [await meetingPhoto(system), await meetingPhoto(system)]
    const { id, facts } = await heldByMembers(system, { period: 9, papers: [stays, goes] })
    const amended = { union, id, seen: 1, facts: { ...facts, papers: [stays] } }
    granted(await system.ask(chair, 'home', 'amendMemberCongress', amended))
    const kept = await Promise.all([stays, goes].map((file) => system.runtime.store.get(fileUses, FileId.parse(file))))
    expect(kept.map((use) => use?.record)).toEqual([id, undefined])
  })

  test('a record made by mistake is dropped, and its session recorded anew', async () => {
    const { id, facts } = await heldByStaff(system)
    expect(codeOf(await system.ask(chair, 'home', 'dropStaffCongress', { union, id, seen: 1 }))).toBe('OK')
    expect(codeOf(await staff(id))).toBe('NOT_FOUND')
    expect(codeOf(await system.ask(chair, 'home', 'recordStaffCongress', { union, facts }))).toBe('OK')
  })

  test('a day that has not come, and a union that has ended, have no meetings', async () => {
    const facts = { ...memberFacts, period: 8, day: '2026-11-19' }
    expect(await system.ask(chair, 'home', 'recordMemberCongress', { union, facts })).toMatchObject({
      ok: false,
      code: 'DAY_INVALID',
      fields: { 'facts.day': expect.any(String) },
    })
  })

  test('unions above read it; those beside, members and strangers do not; only the union’s own officers write', async () => {
    const { id } = await heldByMembers(system)
    expect(granted(await members(id)).mine).toBe(true)
    expect(granted(await members(id, street)).mine).toBe(false)
    for (const as of ['demo-newform-chair', system.newcomer()])
      expect(codeOf(await members(id, as))).toBe('NOT_ALLOWED')
    expect(codeOf(await system.ask(street, 'home', 'dropMemberCongress', { union, id, seen: 1 }))).toBe('NOT_ALLOWED')
    const elsewhere = await system.ask(street, 'home', 'memberCongress', { union: castUnions.street.id, id })
    expect(codeOf(elsewhere)).toBe('NOT_FOUND')
  })
})
