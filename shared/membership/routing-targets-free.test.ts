import { decide, townWith, userFirst } from './routing.fixture'

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
