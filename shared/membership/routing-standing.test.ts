import { decide, member, retained } from './routing.fixture'

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
