import { decide, townWith, userFirst } from './routing.fixture'

const member = (union: string) => ({ union, status: 'active' as const })
const retained = (union: string) => ({ union, status: 'retained' as const })

describe('gates', () => {
  const upperUnion = { policy: { ...userFirst, dissolvedRetain: 'UPPER_UNION' as const } }

  test.each([
    ['R01 aged 15', { category: 'regular', employer: 'factory', age: 15 }, 'REJECT – | R01'],
    ['R01 aged 16', { category: 'regular', employer: 'factory', age: 16 }, 'JOIN factoryUnion | R10 R65'],
    [
      'R02 on file under a 15-digit number',
      { category: 'regular', employer: 'bakery', existingByNormalisedId: 'factoryUnion' },
      'KEEP factoryUnion | then MERGE_DUPLICATE | R02',
    ],
    [
      'R03 a retired member',
      { category: 'flexible', workRegion: 'village', retired: true, membership: member('factoryUnion') },
      'RETAIN factoryUnion | then FREEZE_MEMBERSHIP | R03',
    ],
    [
      'R03 retired, retained already',
      { category: 'regular', retired: true, membership: retained('factoryUnion') },
      'RETAIN factoryUnion | then FREEZE_MEMBERSHIP | R03',
    ],
    ['R03 retired, never a member', { category: 'regular', employer: 'factory', retired: true }, 'REJECT – | R03'],
    ['R04 an owner', { category: 'regular', employer: 'bakery', isOwner: true }, 'MANUAL_REVIEW – | R04'],
    [
      'R05 an open application',
      { category: 'regular', employer: 'factory', pendingApplication: 'villageUnion' },
      'BLOCK_DUPLICATE villageUnion | R05',
    ],
    [
      'R05 an open application while a union is dissolved',
      {
        category: 'regular',
        employer: 'factory',
        pendingApplication: 'villageUnion',
        event: 'UNION_DISSOLVED' as const,
      },
      'BLOCK_DUPLICATE villageUnion | R05',
    ],
    ['R06 nothing known', { category: 'regular' }, 'NEED_INFO – | R06'],
    [
      'R06 an empty list of jobs and a home are no work',
      { category: 'flexible', jobs: [], homeRegion: 'village' },
      'NEED_INFO – | R06',
    ],
    [
      'R06 a place is enough',
      { category: 'regular', workRegion: 'village' },
      'JOIN villageUnion | or streetUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED ASSIST_FOUNDING | R15 R65',
    ],
    [
      'R06 an agency is enough',
      { category: 'dispatched', agency: 'agency' },
      'JOIN agencyUnion | then ENTRUST_AGREEMENT OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED ASSIST_FOUNDING | R24 R65',
    ],
    [
      'R30 seconded for 5 months',
      { category: 'seconded', userUnit: 'courier', secondedMonths: 5, membership: member('factoryUnion') },
      'KEEP factoryUnion | R30',
    ],
    [
      'R30 seconded for 6 months',
      { category: 'seconded', userUnit: 'courier', secondedMonths: 6, membership: member('factoryUnion') },
      'KEEP factoryUnion | or courierUnion | R30',
    ],
    [
      'R30 for 6 months to a unit that nobody covers',
      { category: 'seconded', userUnit: 'bakery', secondedMonths: 6, membership: member('factoryUnion') },
      'KEEP factoryUnion | R30',
    ],
    [
      'R30 without a membership the employer counts',
      { category: 'seconded', employer: 'factory', userUnit: 'courier', secondedMonths: 8 },
      'JOIN factoryUnion | R10 R65',
    ],
  ])('%s', (_title, worker, expected) => {
    expect(decide(worker)).toBe(expected)
  })

  test.each([
    [
      'a region may ask for more than 16 years',
      { category: 'regular', employer: 'factory', age: 17 },
      { minAge: 18 },
      'REJECT – | R01',
    ],
    [
      'a region may offer the host’s union sooner',
      { category: 'seconded', userUnit: 'courier', secondedMonths: 3, membership: member('factoryUnion') },
      { secondmentMonths: 3 },
      'KEEP factoryUnion | or courierUnion | R30',
    ],
  ])('R01, R30 %s', (_title, worker, change, expected) => {
    expect(decide(worker, { policy: { ...userFirst, ...change } })).toBe(expected)
  })

  const left = {
    category: 'regular',
    event: 'UNION_DISSOLVED' as const,
    homeRegion: 'grid',
    membership: member('deadUnion'),
  }
  const froze = 'then FREEZE_MEMBERSHIP | R08'
  test.each([
    ['RESIDENCE: at home, the upper union offered', left, {}, `RETAIN villageUnion | or streetUnion | ${froze}`],
    ['UPPER_UNION: the parent, home offered', left, upperUnion, `RETAIN streetUnion | or villageUnion | ${froze}`],
    ['RESIDENCE without a home: the parent', { ...left, homeRegion: undefined }, {}, `RETAIN streetUnion | ${froze}`],
    [
      'RESIDENCE where home has nobody: the parent',
      { ...left, homeRegion: 'nowhere' },
      {},
      `RETAIN streetUnion | ${froze}`,
    ],
    ['home and parent the same: offered once', { ...left, homeRegion: 'street' }, {}, `RETAIN streetUnion | ${froze}`],
    [
      'UPPER_UNION without a parent: home',
      { ...left, membership: member('cityUnion') },
      upperUnion,
      `RETAIN villageUnion | ${froze}`,
    ],
    [
      'neither a parent nor a home: a human decides',
      { ...left, homeRegion: undefined, membership: member('cityUnion') },
      {},
      'MANUAL_REVIEW – | R08 R07',
    ],
    [
      'retired as well: the dissolved union comes first',
      { ...left, retired: true },
      {},
      `RETAIN villageUnion | or streetUnion | ${froze}`,
    ],
    ['no membership: nothing to retain', { ...left, membership: undefined }, {}, 'NEED_INFO – | R06'],
  ])('R08 %s', (_title, worker, options, expected) => {
    expect(decide(worker, options)).toBe(expected)
  })

  test('R08 a parent that is gone as well is passed over', () => {
    const world = townWith({
      unions: {
        streetUnion: { type: 'township_general', region: 'street', parent: 'districtUnion', status: 'merged' },
      },
    })
    expect(decide({ ...left, homeRegion: undefined }, { world })).toBe(`RETAIN districtUnion | ${froze}`)
  })

  test('R08 whoever still works is routed again', () => {
    expect(decide({ ...left, employer: 'closed', membership: member('deadUnion') })).toBe(
      'TRANSFER villageUnion | or streetUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED ASSIST_FOUNDING | from deadUnion | R15 R64',
    )
  })

  // Somebody whom every gate would stop: the gates speak in the order of ROUTING.md, each silenced in turn.
  const stopped = {
    category: 'seconded',
    age: 15,
    existingByNormalisedId: 'factoryUnion',
    event: 'UNION_DISSOLVED' as const,
    membership: member('deadUnion'),
    homeRegion: 'grid',
    retired: true,
    isOwner: true,
    pendingApplication: 'villageUnion',
  }
  test.each([
    ['R01', {}],
    ['R02', { age: 30 }],
    ['R08', { age: 30, existingByNormalisedId: undefined }],
    ['R03', { age: 30, existingByNormalisedId: undefined, event: undefined }],
    ['R04', { age: 30, existingByNormalisedId: undefined, event: undefined, retired: false }],
    ['R05', { age: 30, existingByNormalisedId: undefined, event: undefined, retired: false, isOwner: false }],
    [
      'R30',
      {
        age: 30,
        existingByNormalisedId: undefined,
        event: undefined,
        retired: false,
        isOwner: false,
        pendingApplication: undefined,
      },
    ],
    [
      'R06',
      {
        age: 30,
        existingByNormalisedId: undefined,
        event: undefined,
        retired: false,
        isOwner: false,
        pendingApplication: undefined,
        membership: undefined,
      },
    ],
  ])('%s speaks first once the gates before it are silent', (rule, silenced) => {
    expect(
      decide({ ...stopped, ...silenced })
        .split(' | ')
        .at(-1),
    ).toBe(rule)
  })
})

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

describe('new forms of work', () => {
  const later = 'then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED'
  const industryFirst = { policy: { ...userFirst, newFormPrimary: 'INDUSTRY' as const } }
  test.each([
    ['R40 the firm has a union', { employer: 'courier', workRegion: 'village' }, {}, 'JOIN courierUnion | R40 R65'],
    [
      'R40 a branch of a firm with a union',
      { employer: 'site', workRegion: 'village' },
      {},
      'JOIN groupUnion | R40 R65',
    ],
    ['R40 a 事业单位 of a bureau', { employer: 'school', workRegion: 'village' }, {}, 'JOIN bureauUnion | R40 R65'],
    [
      'R41 a rider on the street',
      { workRegion: 'grid', industry: 'delivery' },
      {},
      `JOIN ridersUnion | ${later} | R41 R65`,
    ],
    [
      'R41 a courier: 属地 first',
      { workRegion: 'grid', industry: 'express' },
      {},
      `JOIN ridersUnion | or expressUnion | ${later} | R41 R65`,
    ],
    [
      'R41 a courier: 行业 first',
      { workRegion: 'grid', industry: 'express' },
      industryFirst,
      `JOIN expressUnion | or ridersUnion | ${later} | R41 R65`,
    ],
    [
      'R41 the industry from the station',
      { employer: 'kiosk' },
      {},
      `JOIN ridersUnion | or expressUnion | ${later} | R41 R65`,
    ],
    [
      'R41 no new-form union: the industry’s, and the nearest place only',
      { workRegion: 'hamlet', industry: 'express' },
      {},
      `JOIN expressUnion | or districtUnion | ${later} | R41 R65`,
    ],
    [
      'R41 the same, 行业 first',
      { workRegion: 'hamlet', industry: 'express' },
      industryFirst,
      `JOIN expressUnion | or districtUnion | ${later} | R41 R65`,
    ],
    [
      'R41 a mere joint coverage counts as no union, and comes last',
      { employer: 'twice', industry: 'express' },
      {},
      `JOIN ridersUnion | or expressUnion neighboursUnion buildingUnion | ${later} | R41 R65`,
    ],
    [
      'R42 neither exists: by place',
      { workRegion: 'hamlet', industry: 'delivery' },
      {},
      `JOIN districtUnion | ${later} | flag NO_NEW_FORM_UNION | R42 R65`,
    ],
    [
      'R42 by place, then the joint unions',
      { employer: 'shop', workRegion: 'park' },
      {},
      `JOIN parkUnion | or buildingUnion | ${later} | flag NO_NEW_FORM_UNION | R42 R65`,
    ],
    [
      'R42 only a joint union is left',
      { employer: 'shop', workRegion: 'nowhere' },
      {},
      `JOIN buildingUnion | ${later} | flag NO_NEW_FORM_UNION | R42 R65`,
    ],
    ['R07 nobody', { workRegion: 'nowhere' }, {}, 'MANUAL_REVIEW – | flag NO_NEW_FORM_UNION | R42 R07'],
  ])('%s', (_title, worker, options, expected) => {
    expect(decide({ category: 'new_form', ...worker }, options)).toBe(expected)
  })
})

test('R41 without a new-form union only the nearest territorial union is offered beside the industry’s', () => {
  const world = townWith({
    unions: {
      bareStreetUnion: { type: 'township_general', region: 'bareStreet' },
      hamletUnion: { type: 'community_federation', region: 'hamlet' },
    },
  })
  expect(decide({ category: 'new_form', workRegion: 'hamlet', industry: 'express' }, { world })).toBe(
    'JOIN expressUnion | or hamletUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED | R41 R65',
  )
})

describe('part-time and flexible work', () => {
  test.each([
    ['R50 one unit has a union', { employer: 'factory' }, 'CHOOSE factoryUnion | or villageUnion streetUnion | R50'],
    [
      'R50 one of two jobs',
      { jobs: ['bakery', 'courier'], workRegion: 'park', industry: 'express' },
      'CHOOSE courierUnion | or parkUnion expressUnion | R50',
    ],
    [
      'R50 one unit covered twice',
      { jobs: ['twice'], workRegion: 'village' },
      'CHOOSE neighboursUnion | or buildingUnion villageUnion streetUnion | R50',
    ],
    [
      'R51 several: all equal, in the order of the jobs',
      { jobs: ['factory', 'courier'], workRegion: 'park', industry: 'express' },
      'CHOOSE – | or factoryUnion courierUnion parkUnion expressUnion | R51',
    ],
    [
      'R51 employer and another job',
      { employer: 'courier', jobs: ['factory', 'courier'] },
      'CHOOSE – | or courierUnion factoryUnion streetUnion expressUnion | R51',
    ],
    ['R52 none: by place', { workRegion: 'grid' }, 'JOIN villageUnion | or streetUnion | R52 R65'],
    [
      'R52 none: place, then industry',
      { jobs: ['bakery', 'kiosk'], workRegion: 'park', industry: 'express' },
      'JOIN parkUnion | or expressUnion | R52 R65',
    ],
    ['R52 no place: the industry’s', { workRegion: 'lone', industry: 'truck' }, 'JOIN truckUnion | R52 R65'],
    ['R07 nobody', { jobs: ['bakery'] }, 'MANUAL_REVIEW – | R52 R07'],
  ])('%s', (_title, worker, expected) => {
    const world = townWith({
      regions: { lone: { level: 'district' } },
      unions: { truckUnion: { type: 'industry_federation', region: 'lone', industries: ['truck'] } },
    })
    expect(decide({ category: 'flexible', ...worker }, { world })).toBe(expected)
    expect(decide({ category: 'part_time', ...worker }, { world })).toBe(expected)
  })
})

describe('the person’s standing', () => {
  const founded = 'EMPLOYER_UNION_FOUNDED' as const
  const external = { external: true, status: 'active' as const }
  const dispatched = { category: 'dispatched', agency: 'agency', userUnit: 'factory' }
  const entrusted = 'then ENTRUST_AGREEMENT'

  test.each([
    [
      'R09 the application moves',
      { category: 'regular', employer: 'factory', pendingApplication: 'villageUnion', event: founded },
      'REROUTE factoryUnion | withdraw villageUnion | R10 R09',
    ],
    [
      'R09 a free choice goes to the first',
      { category: 'flexible', jobs: ['factory', 'courier'], pendingApplication: 'villageUnion', event: founded },
      'REROUTE factoryUnion | or courierUnion | withdraw villageUnion | R51 R09',
    ],
    [
      'R09 never to where it lies already',
      { ...dispatched, pendingApplication: 'factoryUnion', event: founded },
      `BLOCK_DUPLICATE factoryUnion | or agencyUnion | ${entrusted} | R20 R05`,
    ],
    [
      'R09 comes before the membership',
      {
        category: 'regular',
        employer: 'factory',
        pendingApplication: 'villageUnion',
        event: founded,
        membership: member('factoryUnion'),
      },
      'REROUTE factoryUnion | withdraw villageUnion | R10 R09',
    ],
    [
      'R62 a certificate of another city',
      { category: 'regular', employer: 'factory', membership: external },
      'TRANSFER factoryUnion | then CHECK_EXTERNAL_CERTIFICATE | R10 R62',
    ],
    [
      'R62 comes before R63',
      {
        category: 'regular',
        employer: 'factory',
        membership: { ...external, union: 'far', status: 'retained' as const },
      },
      'TRANSFER factoryUnion | then CHECK_EXTERNAL_CERTIFICATE | R10 R62',
    ],
    [
      'R62 beside what the table lets follow',
      { ...dispatched, membership: external },
      'TRANSFER factoryUnion | or agencyUnion | then ENTRUST_AGREEMENT CHECK_EXTERNAL_CERTIFICATE | R20 R62',
    ],
    [
      'R63 retained elsewhere',
      { category: 'regular', employer: 'factory', membership: retained('villageUnion') },
      'RESUME_TRANSFER factoryUnion | from villageUnion | R10 R63',
    ],
    [
      'R63 retained in the same union',
      { category: 'regular', employer: 'factory', membership: retained('factoryUnion') },
      'RESUME_TRANSFER factoryUnion | from factoryUnion | R10 R63',
    ],
    [
      'R63 several equal choices: the first, the rest offered',
      { category: 'flexible', jobs: ['factory', 'courier'], membership: retained('villageUnion') },
      'RESUME_TRANSFER factoryUnion | or courierUnion | from villageUnion | R51 R63',
    ],
    [
      'R60 in the right union',
      { category: 'regular', employer: 'factory', membership: member('factoryUnion') },
      'KEEP factoryUnion | R10 R60',
    ],
    [
      'R60 where the table offers a choice',
      { category: 'regular', employer: 'twice', membership: member('neighboursUnion') },
      'KEEP neighboursUnion | or buildingUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED | flag COVERED_TWICE | R12 R60',
    ],
    [
      'R61 in the agency’s union',
      { ...dispatched, membership: member('agencyUnion') },
      `KEEP agencyUnion | or factoryUnion | ${entrusted} | R20 R61`,
    ],
    [
      'R61 in the other joint union of an employer covered twice',
      { category: 'regular', employer: 'twice', membership: member('buildingUnion') },
      'KEEP buildingUnion | or neighboursUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED | flag COVERED_TWICE | R12 R61',
    ],
    [
      'R61 a flexible worker in a union they may choose',
      { category: 'flexible', employer: 'factory', membership: member('streetUnion') },
      'KEEP streetUnion | or factoryUnion villageUnion | R50 R61',
    ],
    [
      'R61 a flexible worker by place',
      { category: 'flexible', workRegion: 'grid', membership: member('streetUnion') },
      'KEEP streetUnion | or villageUnion | R52 R61',
    ],
    [
      'R61 one of several jobs',
      { category: 'flexible', jobs: ['factory', 'courier'], workRegion: 'park', membership: member('courierUnion') },
      'KEEP courierUnion | or factoryUnion parkUnion | R51 R61',
    ],
    [
      'R61 the other job goes on',
      { category: 'new_form', workRegion: 'grid', keepsOtherJob: true, membership: member('factoryUnion') },
      'KEEP factoryUnion | or ridersUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED | R41 R61',
    ],
    [
      'R64 not even for another job where that union is gone',
      { category: 'new_form', workRegion: 'grid', keepsOtherJob: true, membership: member('deadUnion') },
      'TRANSFER ridersUnion | then TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED | from deadUnion | R41 R64',
    ],
    [
      'R64 elsewhere',
      { category: 'regular', employer: 'factory', membership: member('courierUnion') },
      'TRANSFER factoryUnion | from courierUnion | R10 R64',
    ],
    [
      'R64 a territorial union is no place to stay for a dispatched worker',
      { ...dispatched, membership: member('villageUnion') },
      `TRANSFER factoryUnion | or agencyUnion | ${entrusted} | from villageUnion | R20 R64`,
    ],
    [
      'R64 a choice: the preselected one',
      { category: 'part_time', employer: 'factory', membership: member('groupUnion') },
      'TRANSFER factoryUnion | or villageUnion streetUnion | from groupUnion | R50 R64',
    ],
    [
      'R07 a member whom nobody takes is left to a human',
      { category: 'regular', employer: 'lonely', membership: member('factoryUnion') },
      'MANUAL_REVIEW – | R15 R07',
    ],
  ])('%s', (_title, worker, expected) => {
    expect(decide(worker)).toBe(expected)
  })

  test('R61 the target is offered before the other alternatives', () => {
    const worker = { category: 'dispatched', agency: 'twice', userUnit: 'factory', membership: member('buildingUnion') }
    expect(decide(worker)).toBe(`KEEP buildingUnion | or factoryUnion neighboursUnion | ${entrusted} | R20 R61`)
  })

  test('R61 a dispatched worker in a further union of the user unit stays', () => {
    expect(decide({ category: 'dispatched', userUnit: 'twice', membership: member('buildingUnion') })).toBe(
      'KEEP buildingUnion | or neighboursUnion | R23 R61',
    )
  })
})
