import { decide, townWith, userFirst, member, retained } from './routing.fixture'

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
