import fc from 'fast-check'
import { MemberCongressId, StaffCongressId } from '../../core/ids'
import { MemberCongress, MemberPower, StaffCongress, StaffPower } from './facts'
import { memberFacts, staffFacts } from './meetings.fixture'

describe('会员(代表)大会 and 职工(代表)大会 are wholly different meetings (M1)', () => {
  test('nothing that is read as the one is read as the other, whatever is written into it', () => {
    const either = fc.constantFrom<object>(memberFacts, staffFacts)
    const changes = fc.dictionary(
      fc.constantFrom('meeting', 'powers', 'proposals', 'banner', 'period', 'attended'),
      fc.oneof(
        fc.constantFrom('members', 'staff', '会标'),
        fc.subarray([...MemberPower.options, ...StaffPower.options]),
        fc.record({ received: fc.nat(20), answered: fc.nat(20) }),
        fc.nat(60),
      ),
    )
    fc.assert(
      fc.property(either, changes, (held, changed) => {
        const written = { ...held, ...changed }
        const read = [MemberCongress, StaffCongress].filter((kind) => kind.safeParse(written).success)
        expect(read.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('no power belongs to both', () => {
    expect(MemberPower.options.filter((power) => (StaffPower.options as readonly string[]).includes(power))).toEqual([])
  })

  test('no id is read as both', () => {
    const ids = fc
      .tuple(fc.stringMatching(/^[a-z0-9~m-]{1,20}$/), fc.constantFrom('m', 's'), fc.nat(120), fc.nat(120))
      .map(([union, mark, period, session]) => `${union}~${mark}${period}-${session}`)
    fc.assert(
      fc.property(ids, (id) => {
        expect([MemberCongressId, StaffCongressId].filter((kind) => kind.safeParse(id).success).length).toBeLessThan(2)
      }),
    )
  })

  test('the compiler keeps them apart as well', () => {
    const recordMembers = (held: MemberCongress, id: MemberCongressId) => `${held.meeting} ${id}`
    const id = MemberCongressId.parse('u1~m3-2')
    expect(recordMembers(memberFacts, id)).toBe('members u1~m3-2')
    // @ts-expect-error 职工大会 is no 会员大会
    const wrongRecord = () => recordMembers(staffFacts, id)
    // @ts-expect-error nor is its id
    const wrongId = () => recordMembers(memberFacts, StaffCongressId.parse('u1~s3-2'))
    expect([wrongRecord, wrongId]).toHaveLength(2)
  })
})

describe('the numbers of a meeting fit each other', () => {
  const errorsOf = (changed: object) => {
    const read = MemberCongress.safeParse({ ...memberFacts, ...changed })
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }
  test.each([
    ['all came', { attended: 45 }, []],
    ['one more than all', { attended: 46 }, ['attended 实到不能比应到多']],
    [
      'nobody was entitled',
      { entitled: 0, attended: 0, convened: { form: 'everybody' }, resolutions: [] },
      ['entitled 请填应到人数'],
    ],
    [
      'more women than delegates',
      { convened: { form: 'delegates', women: 46, dispatched: 0, rural: 0 } },
      ['convened.women 不能比代表总数多'],
    ],
    [
      'more votes than people',
      { resolutions: [{ text: '批准工会委员会工作报告', agreed: 42 }] },
      ['resolutions.0.agreed 赞成的不能比实到的多'],
    ],
    ['a banner of two lines', { banner: '第三届\n代表大会' }, ['banner 请写在一行']],
  ])('%s', (_, changed, errors) => {
    expect(errorsOf(changed)).toEqual(errors)
  })

  test('no more proposals are dealt with than came in (001 制度(4))', () => {
    const proposals = { received: 3, answered: 4 }
    const read = StaffCongress.safeParse({ ...staffFacts, proposals })
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['proposals.answered'])
  })
})
