import { IsoDate } from '../core/time'
import { rightsToday } from './leave'
import type { OfficerRole } from './officers'

const day = IsoDate.parse('2026-11-20')
const during = { from: day, until: day }
const rights = (role: OfficerRole, actsFor: OfficerRole) =>
  rightsToday({ role, acting: { ...during, role: actsFor } }, day)

test('whoever acts for a colleague has the rights of both offices, on those days', () => {
  expect(rights('clerk', 'chair')).toEqual(expect.arrayContaining(['papers', 'approve', 'officers']))
  expect(rightsToday({ role: 'clerk', acting: { ...during, role: 'chair' } }, IsoDate.parse('2026-11-21'))).toEqual(
    rightsToday({ role: 'clerk' }, day),
  )
  expect(rightsToday({ role: 'chair', leave: during }, day)).toEqual([])
})

describe('who holds a review, who counts it and who watches stay three, whoever is away', () => {
  test.each<[OfficerRole, OfficerRole, string]>([
    ['chair', 'clerk', 'papers'],
    ['chair', 'examiner', 'papers'],
    ['chair', 'scrutineer', 'scrutinise'],
    ['deputy', 'clerk', 'papers'],
    ['organiser', 'examiner', 'papers'],
    ['organiser', 'scrutineer', 'scrutinise'],
    ['clerk', 'chair', 'reviews'],
    ['clerk', 'scrutineer', 'scrutinise'],
    ['examiner', 'deputy', 'reviews'],
    ['scrutineer', 'chair', 'reviews'],
    ['scrutineer', 'clerk', 'papers'],
  ])('a %s acting for the %s has no right to %s', (role, actsFor, right) => {
    expect(rights(role, actsFor)).not.toContain(right)
  })

  test('of the same kind, one stands in for the other', () => {
    expect(rights('examiner', 'clerk')).toContain('papers')
    expect(rights('organiser', 'chair')).toContain('reviews')
  })
})
