import { UnitId } from '../core/ids'
import {
  advanceItem,
  EventItemState,
  followUpsAfterFounding,
  papersMissing,
  shouldFoundOwn,
  whereFoundingLeads,
  type EventItemCommand,
} from './union-event'

const founder = UnitId.parse('founder')
const other = UnitId.parse('other')
const employer = ['TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED', 'ASSIST_FOUNDING']
const either = ['TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED', 'ASSIST_FOUNDING']
const offer = ['ENTRUST_AGREEMENT', 'OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED', 'ASSIST_FOUNDING']

describe('a unit founds its union: whom that moves (E10 to E15)', () => {
  test.each([
    // state, unit, agency, category, follow-ups → what, rule
    ['retained', founder, undefined, '在职职工', employer, 'stay', 'E10'],
    ['left', founder, undefined, '在职职工', [], 'stay', 'E10'],
    ['active', founder, other, '劳务派遣', offer, 'offer', 'E11'],
    ['active', other, founder, '劳务派遣', offer, 'stay', 'E11, the agency has one already'],
    ['active', founder, undefined, '在职职工', employer, 'move', 'E12'],
    ['active', founder, undefined, '新就业形态', employer, 'move', 'E12'],
    ['active', founder, undefined, '劳务外包', employer, 'move', 'E12, the contractor founds'],
    ['active', founder, other, '劳务派遣', either, 'move', 'E13, the user unit'],
    ['active', other, founder, '劳务派遣', either, 'move', 'E13, the agency'],
    ['active', founder, undefined, '在职职工', [], 'move', 'E14, was covered by the parent’s union'],
    ['active', founder, undefined, '编外聘用', [], 'move', 'E14'],
    ['active', founder, undefined, '借调', [], 'move', 'E14, the labour relation is here'],
    ['active', other, founder, '劳务派遣', [], 'stay', 'E15, R23: the user unit organises'],
    ['active', founder, undefined, '灵活就业', [], 'stay', 'E15, R50: chose freely'],
    ['active', founder, undefined, '新就业形态', [], 'stay', 'E15'],
  ] as const)('%s, at %s, sent by %s, %s, %j → %s (%s)', (state, unit, agency, category, followUps, what, _rule) => {
    expect(whereFoundingLeads({ state, unit, agency, category, followUps }, founder)).toBe(what)
  })

  test('nothing that waited for a founding is waited for afterwards', () => {
    expect(followUpsAfterFounding([...employer, ...offer])).toEqual(['ENTRUST_AGREEMENT'])
  })
})

describe('one person’s way through an event', () => {
  const commands: readonly EventItemCommand[] = [
    'tell',
    'offer',
    'accept',
    'redirect',
    'object',
    'move',
    'keep',
    'fail',
  ]
  test.each([
    ['planned', ['tell', 'offer', 'move', 'keep', 'fail']],
    ['told', ['redirect', 'object', 'move', 'keep', 'fail']],
    ['offered', ['accept']],
    ['objected', ['move', 'keep']],
    ['failed', ['move', 'keep']],
    ['moved', []],
    ['kept', []],
  ] as const)('%s: %j and nothing else', (state, allowed) => {
    const possible = commands.filter((command) => 'to' in advanceItem(EventItemState.parse(state), command))
    expect(possible).toEqual(allowed)
  })
})

test.each([
  ['founded', [], ['report', 'reply']],
  ['founded', ['reply', 'report'], []],
  ['merged', ['resolution'], ['reply']],
  ['dissolved', ['report'], ['resolution', 'reply']],
] as const)('E01 %s with %j lacks %j', (kind, given, missing) => {
  expect(papersMissing(kind, given)).toEqual(missing)
})

test.each([
  [true, 25, 25, true],
  [true, 24, 25, false],
  [false, 400, 25, false],
] as const)('T01 covered %s, %s members of %s → %s', (covered, members, at, should) => {
  expect(shouldFoundOwn({ covered, members }, at)).toBe(should)
})
