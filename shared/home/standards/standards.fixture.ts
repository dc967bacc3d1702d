import { IsoDate } from '../../core/time'
import { resolvePolicy, type Policy } from '../../policy/resolve'
import { RegionId } from '../../core/ids'
import type { Facts } from './facts'

export const day = (text: string) => IsoDate.parse(text)
export const today = day('2026-11-22')

export const rulesOf = (region: '3702' | '3604' | '37' | '33'): Policy['values'] =>
  resolvePolicy([RegionId.parse(region)], today).values

const congress = { heldOn: [day('2026-05-10')], termYears: 5, termUntil: day('2029-05-10') }

/** An enterprise’s union in order in everything that records can tell. */
export const inOrder: Facts = {
  subject: { type: 'enterprise', unitKind: '私营企业', foundedOn: '2015-03-01' },
  members: 100,
  womenStaff: 40,
  women: 38,
  rates: {
    members: { numerator: 100, denominator: 100 },
    rural: { numerator: 30, denominator: 30 },
    units: { numerator: 0, denominator: 0 },
  },
  contractsBelow: { numerator: 0, denominator: 0 },
  leads: false,
  chairInOffice: true,
  officersInOffice: 3,
  committees: (['committee', 'audit', 'women', 'labour-law'] as const).map((kind) => ({
    kind,
    electedOn: day('2024-05-10'),
    until: day('2029-05-10'),
  })),
  approvedHere: true,
  groups: 4,
  rosterCheckedOn: day('2026-07-10'),
  accountsOn: day('2026-03-01'),
  memberCongress: congress,
  staffCongress: congress,
  board: { kind: 'board', day: day('2025-01-10'), directors: 1, supervisors: 3, staffSupervisors: 1 },
  disclosedOn: day('2026-06-01'),
  contractUntil: day('2027-12-31'),
  leadersAppraisedOn: day('2026-05-12'),
  papers: { records: 4, kept: 4 },
  reviews: [
    {
      kind: 'members',
      category: 'enterprise',
      on: day('2026-10-20'),
      form: 'written',
      grades: ['satisfied', 'mostly', 'dissatisfied'],
      outcome: { satisfied: 95, valid: 98, pooled: false },
    },
  ],
}

/** A township’s union in order: judged by what is below it. */
export const regionInOrder: Facts = {
  ...inOrder,
  subject: { type: 'township_general', unitKind: undefined, foundedOn: '2010-01-01' },
  leads: true,
  contractsBelow: { numerator: 9, denominator: 10 },
  rates: {
    members: { numerator: 90, denominator: 100 },
    rural: { numerator: 80, denominator: 100 },
    units: { numerator: 9, denominator: 10 },
  },
  reviews: (['members', 'sample', 'staff'] as const).map((kind) => ({
    kind,
    category: kind === 'sample' ? 'regionalSample' : kind === 'staff' ? 'regionalStaff' : 'enterprise',
    on: day('2026-10-20'),
    form: 'written',
    grades: ['satisfied', 'mostly', 'dissatisfied'],
    outcome: { satisfied: 90, valid: 100, pooled: false },
  })),
}
