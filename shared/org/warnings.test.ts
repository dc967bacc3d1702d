import { IsoDate } from '../core/time'
import { resolvePolicy } from '../policy/resolve'
import { RegionId } from '../core/ids'
import { warningsOf, type UnionFacts, type WarningKind } from './warnings'

const day = (text: string) => IsoDate.parse(text)
const today = day('2026-11-18')
const valuesOf = (region: string) => resolvePolicy([RegionId.parse(region)], today).values
const committee = (kind: 'committee' | 'audit' | 'women' | 'labour-law', seats = 3, until = '2029-01-01') => ({
  kind,
  seats,
  until: day(until),
})
const whole: UnionFacts = {
  type: 'enterprise',
  members: 40,
  women: 10,
  womenStaff: 25,
  staff: 60,
  fullTime: 0,
  units: 0,
  committees: [committee('committee'), committee('audit'), committee('women'), committee('labour-law')],
}
const without = (kind: string) => whole.committees.filter((one) => one.kind !== kind)

test('a union that has everything is warned of nothing, in every region', () => {
  for (const region of ['3702', '3713', '3604', '330522'])
    expect(warningsOf(whole, valuesOf(region), today)).toEqual([])
})

describe('提醒', () => {
  test.each<[string, string, Partial<UnionFacts>, readonly WarningKind[]]>([
    [
      'W01 25 members and no committee',
      '3702',
      { members: 25, committees: [] },
      ['committee-missing', 'women-committee-missing'],
    ],
    ['W01 24 members', '3702', { members: 24, women: 0, committees: [] }, []],
    ['W02 no audit committee', '3702', { committees: without('audit') }, ['audit-missing']],
    ['W03 九江 wants one for labour law', '3604', { committees: without('labour-law') }, ['labour-law-missing']],
    ['W03 青岛 does not', '3702', { committees: without('labour-law') }, []],
    ['W04 10 women members in 山东', '3702', { women: 10, committees: without('women') }, ['women-committee-missing']],
    ['W05 9 of them want a 委员', '3702', { women: 9, committees: without('women') }, ['women-member-missing']],
    ['W05 and have one', '3702', { women: 9, committees: [...without('women'), committee('women', 1)] }, []],
    [
      'W04 九江 counts women among the staff',
      '3604',
      { women: 30, womenStaff: 24, committees: [...without('women'), committee('women', 1)] },
      [],
    ],
    [
      'W04 from 25 on',
      '3604',
      { women: 3, womenStaff: 25, committees: [...without('women'), committee('women', 1)] },
      ['women-committee-missing'],
    ],
    ['W04 nobody counted', '3604', { womenStaff: undefined, committees: without('women') }, []],
    ['W06 50 units', '3702', { type: 'community_joint', units: 50 }, []],
    ['W06 51 units', '3702', { type: 'community_joint', units: 51 }, ['too-many-units']],
    ['W07 200 staff', '3702', { staff: 200 }, ['full-time-chair']],
    ['W07 199 staff', '3702', { staff: 199 }, []],
    ['W07 with somebody full-time', '3702', { staff: 200, fullTime: 1 }, []],
    ['W07 nobody told', '3702', { staff: 200, fullTime: undefined }, []],
    ['W08 a federation in 山东', '3702', { type: 'area_federation' }, ['assistants']],
    ['W08 a township in 九江', '3604', { type: 'township_general' }, ['assistants']],
    ['W09 relatives, everywhere', '3702', { relatives: true }, ['relatives']],
    ['W09 relatives in 九江 below 200', '3604', { relatives: true }, []],
    ['W09 relatives in 九江 from 200 on', '3604', { relatives: true, staff: 200, fullTime: 1 }, ['relatives']],
    [
      'W10 three months before',
      '3702',
      { committees: [...without('committee'), committee('committee', 5, '2027-02-18')] },
      ['term-ending'],
    ],
    [
      'W10 a day earlier',
      '3702',
      { committees: [...without('committee'), committee('committee', 5, '2027-02-19')] },
      [],
    ],
    [
      'W10 on the last day',
      '3702',
      { committees: [...without('committee'), committee('committee', 5, '2026-11-18')] },
      ['term-ending'],
    ],
    [
      'W11 the day after',
      '3702',
      { committees: [...without('committee'), committee('committee', 5, '2026-11-17')] },
      ['term-ended'],
    ],
    ['W12 nine months in office', '3702', { chair: { since: day('2026-02-18') } }, ['training-due']],
    ['W12 a day less', '3702', { chair: { since: day('2026-02-19') } }, []],
    ['W13 a year and a day', '3702', { chair: { since: day('2025-11-17') } }, ['training-overdue']],
    ['W13 trained', '3702', { chair: { since: day('2020-01-01'), trainedOn: day('2020-06-01') } }, []],
    [
      'W14 a contract that ends before the term',
      '3702',
      { chair: { since: today, contractUntil: day('2028-01-01') } },
      ['contract-filing'],
    ],
    ['W14 filed', '3702', { chair: { since: today, contractUntil: day('2028-01-01'), contractFiledOn: today } }, []],
    ['W14 that ends after it', '3702', { chair: { since: today, contractUntil: day('2030-01-01') } }, []],
  ])('%s (%s)', (_, region, change, expected) => {
    const found = warningsOf({ ...whole, ...change }, valuesOf(region), today)
    expect(found.map(({ kind }) => kind)).toEqual(expected)
  })
})
