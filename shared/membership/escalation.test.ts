import { UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { comesDown, raisedFor, type Office } from './escalation'
import { TaskKind, whenOverdue, type WhenOverdue } from './task'

const day = (text: string) => IsoDate.parse(text)
const today = day('2026-11-18')
const union = UnionId.parse('union-below')
const above = UnionId.parse('union-above')

const held: Office = { kind: 'held' }
const vacantSince = (since: string): Office => ({ kind: 'vacant', since: day(since) })
const neverHeld: Office = { kind: 'vacant' }

test.each([
  ['on its due date, with an officer', '2026-11-18', '2026-10-28', held, undefined],
  ['the day after', '2026-11-17', '2026-10-28', held, 'overdue'],
  ['ten days at a desk with an officer', '2026-12-01', '2026-11-08', held, undefined],
  ['where the last officer left nine days ago', '2026-12-01', '2026-10-01', vacantSince('2026-11-09'), undefined],
  ['where the last officer left ten days ago', '2026-12-01', '2026-10-01', vacantSince('2026-11-08'), 'vacant'],
  ['since today where nobody has been for ten days', '2026-12-01', '2026-11-18', vacantSince('2026-11-08'), 'vacant'],
  ['nine days where nobody ever was in office', '2026-12-01', '2026-11-09', neverHeld, undefined],
  ['ten days where nobody ever was in office', '2026-12-01', '2026-11-08', neverHeld, 'vacant'],
  ['overdue where nobody is in office', '2026-11-17', '2026-11-16', neverHeld, 'overdue'],
] as const)('what waits %s', (_, dueOn, arrivedOn, office, why) => {
  const waiting = { how: 'goes-up', union, desk: union, dueOn: day(dueOn), arrivedOn: day(arrivedOn), office } as const
  expect(raisedFor(waiting, today, 10)).toBe(why)
})

const left = vacantSince('2026-11-01')

test.each<[WhenOverdue, string, readonly (string | undefined)[]]>([
  // Late with an officer; in time where nobody is; late where nobody is.
  ['goes-up', 'at its own desk', ['overdue', 'vacant', 'overdue']],
  ['goes-up', 'come up', ['overdue', 'vacant', 'overdue']],
  ['goes-up-once', 'at its own desk', ['overdue', 'vacant', 'overdue']],
  ['goes-up-once', 'come up', [undefined, 'vacant', 'vacant']],
  ['goes-up-when-vacant', 'at its own desk', [undefined, 'vacant', 'vacant']],
  ['goes-up-when-vacant', 'come up', [undefined, 'vacant', 'vacant']],
  ['clock-acts', 'at its own desk', [undefined, undefined, undefined]],
  ['clock-acts', 'come up', [undefined, undefined, undefined]],
  ['stays', 'at its own desk', [undefined, undefined, undefined]],
])('%s, %s', (how, where, [late, vacant, both]) => {
  const lying = { how, union, desk: where === 'come up' ? above : union, arrivedOn: day('2026-11-01') }
  const why = (dueOn: string, office: Office) => raisedFor({ ...lying, dueOn: day(dueOn), office }, today, 10)
  expect(why('2026-11-17', held)).toBe(late)
  expect(why('2026-12-01', left)).toBe(vacant)
  expect(why('2026-11-17', left)).toBe(both)
  expect(why('2026-12-01', held)).toBeUndefined()
})

describe.each(TaskKind.options)('%s', (kind) => {
  const how = whenOverdue[kind]

  test('does not stay where nobody has been in office for ten days, unless silence has a meaning or it is the union’s reminder', () => {
    for (const desk of [union, above]) {
      const waiting = { how, union, desk, dueOn: day('2026-12-01'), arrivedOn: today, office: left }
      expect(raisedFor(waiting, today, 10)).toBe(how === 'clock-acts' || how === 'stays' ? undefined : 'vacant')
    }
  })

  test('comes down to a new officer where it is the union’s own list, and never otherwise', () => {
    expect(comesDown({ how, union, desk: above }, held)).toBe(how === 'goes-up-when-vacant')
    expect(comesDown({ how, union, desk: above }, left)).toBe(false)
    expect(comesDown({ how, union, desk: union }, held)).toBe(false)
  })
})
