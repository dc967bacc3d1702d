import { IsoDate } from '../../core/time'
import { memberFacts, staffFacts } from '../meetings/meetings.fixture'
import { ManagementFacts } from '../management/facts'
import { holdings } from './holdings'
import { homeCategory } from './papers'

const contract = (scope: 'whole' | 'special', day: string) =>
  ManagementFacts.parse({
    kind: 'contract',
    day,
    until: '2029-01-01',
    scope,
    name: scope === 'whole' ? '集体合同' : '工资专项集体合同',
    paper: { kept: 'not-yet' },
  })
const known = {
  memberCongresses: [{ ...memberFacts, day: IsoDate.parse('2025-03-01') }, memberFacts],
  staffCongresses: [staffFacts],
  management: [contract('special', '2026-02-01'), contract('whole', '2026-01-01')],
}

test.each([
  // REQUIREMENTS A10 archive.paper: the list differs by category and city
  ['an institution', ['member-congress', 'staff-congress'], ['2026-03-20', '2025-03-01', '2026-03-20']],
  [
    'an enterprise',
    ['member-congress', 'staff-congress', 'collective-contract', 'special-contract'],
    ['2026-03-20', '2025-03-01', '2026-03-20', '2026-01-01', '2026-02-01'],
  ],
  ['nothing asked', [], []],
] as const)('%s keeps on paper what its region lists, each kind the newest first (M9)', (_, list, days) => {
  expect(holdings(list, known).map(({ day }) => day)).toEqual(days)
})

test.each([
  ['enterprise', '国有企业', 'enterprise'],
  ['enterprise', '事业单位', 'public'],
  ['institution', undefined, 'public'],
  ['organ', '机关', 'public'],
  ['social_organisation', '社会组织', 'enterprise'],
  ['industry_federation', undefined, 'regional'],
  ['township_general', '机关', 'regional'],
  ['work_committee', undefined, 'regional'],
  ['work_committee', '机关', 'public'],
  ['city_general', undefined, 'regional'],
] as const)('a union of type %s at %s is of the category %s (001 二(一))', (type, unit, category) => {
  expect(homeCategory(type, unit)).toBe(category)
})
