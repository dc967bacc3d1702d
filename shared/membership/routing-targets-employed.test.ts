import { decide, townWith, userFirst } from './routing.fixture'

describe('staff of a unit', () => {
  const later = 'TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED'
  const founding = `then ${later} ASSIST_FOUNDING`

  test.each([
    ['R10 own union', { employer: 'factory' }, 'JOIN factoryUnion | R10 R65'],
    [
      'R10 the employer counts, not where the work is done',
      { employer: 'factory', userUnit: 'courier', workRegion: 'park' },
      'JOIN factoryUnion | R10 R65',
    ],
    ['R11 a project office', { employer: 'site' }, 'JOIN groupUnion | R11 R65'],
    [
      'R11 a branch of a unit covered twice: no choice of its own',
      { employer: 'branchOfTwice' },
      'JOIN neighboursUnion | or buildingUnion | R11 R65',
    ],
    ['R12 one joint union', { employer: 'shop' }, `JOIN buildingUnion | then ${later} | R12 R65`],
    [
      'R12 two joint unions',
      { employer: 'twice' },
      `CHOOSE neighboursUnion | or buildingUnion | then ${later} | flag COVERED_TWICE | R12`,
    ],
    [
      'R13 a school of a bureau',
      { employer: 'school' },
      `JOIN bureauUnion | then ${later} PARENT_UNION_ASSISTS_FOUNDING | R13 R65`,
    ],
    ['R15 nobody', { employer: 'bakery' }, `JOIN villageUnion | or streetUnion | ${founding} | R15 R65`],
    [
      'R15 the federation of the industry comes after the places',
      { employer: 'kiosk' },
      `JOIN villageUnion | or streetUnion expressUnion | ${founding} | R15 R65`,
    ],
    [
      'R15 the worker’s own industry counts before the employer’s',
      { employer: 'kiosk', industry: 'truck' },
      `JOIN villageUnion | or streetUnion | ${founding} | R15 R65`,
    ],
    [
      'R15 the place of work counts before the employer’s',
      { employer: 'bakery', workRegion: 'park' },
      `JOIN parkUnion | ${founding} | R15 R65`,
    ],
    [
      'R15 the user unit’s place counts before the employer’s',
      { employer: 'cleaners', userUnit: 'bakery' },
      `JOIN villageUnion | or streetUnion | ${founding} | R15 R65`,
    ],
    ['R15 only the district is there', { employer: 'cleaners' }, `JOIN districtUnion | ${founding} | R15 R65`],
    [
      'R15 a subsidiary of a group with a union',
      { employer: 'subsidiary' },
      `JOIN villageUnion | or streetUnion groupUnion | ${founding} PARENT_UNION_ASSISTS_FOUNDING | flag GROUP_UNION_NEEDS_REVIEW | R15 R65`,
    ],
    [
      'R15 a firm of a school that is covered by its bureau',
      { employer: 'schoolCompany' },
      `JOIN villageUnion | or streetUnion bureauUnion | ${founding} PARENT_UNION_ASSISTS_FOUNDING | flag GROUP_UNION_NEEDS_REVIEW | R15 R65`,
    ],
    [
      'R15 a branch whose parent nobody covers',
      { employer: 'branchOfBakery' },
      `JOIN villageUnion | or streetUnion | ${founding} | R15 R65`,
    ],
    ['R07 nobody anywhere', { employer: 'lonely' }, 'MANUAL_REVIEW – | R15 R07'],
    ['R07 a unit that is not on record', { employer: 'ghost' }, 'MANUAL_REVIEW – | R15 R07'],
  ])('%s', (_title, worker, expected) => {
    expect(decide({ category: 'regular', ...worker })).toBe(expected)
    expect(decide({ category: 'off_establishment', ...worker })).toBe(expected)
  })

  test('R07 what was found is shown to whoever decides', () => {
    const world = townWith({
      regions: { island: { level: 'district' } },
      unions: { islandExpress: { type: 'industry_federation', region: 'island', industries: ['express'] } },
      units: { islandFirm: { kind: '国有企业', region: 'island', parent: 'group', industry: 'express' } },
    })
    expect(decide({ category: 'regular', employer: 'islandFirm' }, { world })).toBe(
      'MANUAL_REVIEW – | or islandExpress groupUnion | flag GROUP_UNION_NEEDS_REVIEW | R15 R07',
    )
  })

  test.each(['student', 'intern', 'volunteer', 'constructor', ''])('R99 %s: a human decides', (category) => {
    expect(decide({ category, employer: 'factory' })).toBe('MANUAL_REVIEW – | R99')
  })
})

describe('a dispatched worker', () => {
  const policies = {
    USER_FIRST: userFirst,
    AGENCY_FIRST: { ...userFirst, dispatch: 'AGENCY_FIRST' as const },
    WORKER_CHOICE: { ...userFirst, dispatch: 'WORKER_CHOICE' as const },
  }
  const loose = 'then ENTRUST_AGREEMENT OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED ASSIST_FOUNDING'
  const neither = 'then TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED ASSIST_FOUNDING'

  test.each([
    // agency, user unit, region's preference → where
    ['agency', 'factory', 'USER_FIRST', 'JOIN factoryUnion | or agencyUnion | then ENTRUST_AGREEMENT | R20 R65'],
    ['agency', 'factory', 'AGENCY_FIRST', 'JOIN agencyUnion | or factoryUnion | then ENTRUST_AGREEMENT | R21 R65'],
    ['agency', 'factory', 'WORKER_CHOICE', 'CHOOSE factoryUnion | or agencyUnion | then ENTRUST_AGREEMENT | R22'],
    ['bareAgency', 'factory', 'USER_FIRST', 'JOIN factoryUnion | R23 R65'],
    ['bareAgency', 'factory', 'AGENCY_FIRST', 'JOIN factoryUnion | R23 R65'],
    ['bareAgency', 'factory', 'WORKER_CHOICE', 'JOIN factoryUnion | R23 R65'],
    ['agency', 'bakery', 'USER_FIRST', `JOIN agencyUnion | or villageUnion streetUnion | ${loose} | R24 R65`],
    ['agency', 'bakery', 'AGENCY_FIRST', `JOIN agencyUnion | or villageUnion streetUnion | ${loose} | R24 R65`],
    ['agency', 'bakery', 'WORKER_CHOICE', `JOIN agencyUnion | or villageUnion streetUnion | ${loose} | R24 R65`],
    ['bareAgency', 'kiosk', 'USER_FIRST', `JOIN villageUnion | or streetUnion expressUnion | ${neither} | R25 R65`],
    ['bareAgency', 'kiosk', 'AGENCY_FIRST', `JOIN villageUnion | or streetUnion expressUnion | ${neither} | R25 R65`],
    ['bareAgency', 'kiosk', 'WORKER_CHOICE', `JOIN villageUnion | or streetUnion expressUnion | ${neither} | R25 R65`],
  ] as const)('%s sends to %s, %s: %s', (agency, userUnit, policy, expected) => {
    expect(decide({ category: 'dispatched', agency, userUnit }, { policy: policies[policy] })).toBe(expected)
  })

  test.each([
    ['R23 no agency known', { userUnit: 'factory' }, 'JOIN factoryUnion | R23 R65'],
    [
      'R23 any kind of coverage counts: a joint union',
      { agency: 'bareAgency', userUnit: 'shop' },
      'JOIN buildingUnion | R23 R65',
    ],
    [
      'R20 the user unit’s first union; all of the agency’s are offered',
      { agency: 'twice', userUnit: 'factory' },
      'JOIN factoryUnion | or neighboursUnion buildingUnion | then ENTRUST_AGREEMENT | R20 R65',
    ],
    [
      'R20 agency and user unit in one joint union: no alternative',
      { agency: 'shop', userUnit: 'shop' },
      'JOIN buildingUnion | then ENTRUST_AGREEMENT | R20 R65',
    ],
    [
      'R25 the workplace counts, not where the agency is',
      { agency: 'bareAgency', userUnit: 'bakery', workRegion: 'park' },
      `JOIN parkUnion | ${neither} | R25 R65`,
    ],
    [
      'R07 neither, and nobody at the workplace',
      { agency: 'bareAgency', userUnit: 'lonely' },
      'MANUAL_REVIEW – | R25 R07',
    ],
    [
      'R25 an agency of another city whose union is not on record',
      { agency: 'foreign', userUnit: 'bakery' },
      `JOIN villageUnion | or streetUnion | ${neither} | R25 R65`,
    ],
  ])('%s', (_title, worker, expected) => {
    const world = townWith({ units: { foreign: { kind: '劳务派遣单位', region: null, union: 'unionOfAnotherCity' } } })
    expect(decide({ category: 'dispatched', ...worker }, { world })).toBe(expected)
  })
})

describe('an outsourced worker', () => {
  const founding = 'then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED ASSIST_FOUNDING'
  test.each([
    ['R26 the contractor has a union', { employer: 'courier', userUnit: 'factory' }, 'JOIN courierUnion | R26 R65'],
    [
      'R26 a joint union covers the contractor',
      { employer: 'twice', userUnit: 'factory' },
      'JOIN neighboursUnion | R26 R65',
    ],
    [
      'R27 not: by the place of work, the host’s union last',
      { employer: 'cleaners', userUnit: 'factory' },
      `JOIN villageUnion | or streetUnion factoryUnion | ${founding} HOST_UNION_ASSISTS_FOUNDING | flag HOST_UNION_NEEDS_REVIEW | R27 R65`,
    ],
    [
      'R27 a contractor of a group',
      { employer: 'subsidiary', userUnit: 'factory' },
      `JOIN villageUnion | or streetUnion groupUnion factoryUnion | ${founding} PARENT_UNION_ASSISTS_FOUNDING HOST_UNION_ASSISTS_FOUNDING | flag GROUP_UNION_NEEDS_REVIEW HOST_UNION_NEEDS_REVIEW | R27 R65`,
    ],
    [
      'R27 a host without a union asks nobody',
      { employer: 'cleaners', userUnit: 'bakery' },
      `JOIN villageUnion | or streetUnion | ${founding} | R27 R65`,
    ],
    [
      'R07 nobody by place; the host’s union is shown',
      { employer: 'lonely', userUnit: 'hostNowhere' },
      'MANUAL_REVIEW – | or groupUnion | flag HOST_UNION_NEEDS_REVIEW | R27 R07',
    ],
  ])('%s', (_title, worker, expected) => {
    const world = townWith({ units: { hostNowhere: { kind: '国有企业', region: 'nowhere', union: 'groupUnion' } } })
    expect(decide({ category: 'outsourced', ...worker }, { world })).toBe(expected)
  })
})
