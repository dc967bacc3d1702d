import { IsoDate } from '../../../../shared/core/time'
import { FileId } from '../../../../shared/core/ids'
import { bodyOf, draftOf, emptyDraft, errorsAt, neededOf, papersOf, stepOf, steps, type Draft } from './draft'

const today = IsoDate.parse('2026-11-20')
const founder = {
  name: '测试人',
  number: '370202199003070011',
  mobile: '15420771201',
  education: 'bachelor',
  household: 'urban',
} as const
const file = FileId.parse('F'.repeat(22))
const whole: Draft = {
  ...emptyDraft('青岛朔风第3仪器有限公司'),
  type: 'enterprise',
  election: {
    heldOn: '2026-11-18',
    termYears: '5',
    seats: { committee: '5', audit: '1', women: '1' },
    chairs: { committee: '林小满', audit: '周大雪', women: '吴谷雨' },
    posts: [{ role: 'chair', name: '林小满', mobile: '15420771201' }],
    relatives: 'no',
  },
  founders: [founder],
  agreed: true,
  taken: { report: file, resolution: file, letter: file },
}
const wrongSteps = (draft: Draft) => steps.filter((step) => Object.keys(errorsAt(step, draft, today)).length > 0)

test('a founding that is filled in is sent, and one that came back is filled in as it was but for its pictures', () => {
  expect(wrongSteps(whole)).toEqual([])
  const body = bodyOf(whole)
  expect(body === undefined ? undefined : draftOf(body)).toEqual({ ...whole, taken: {} })
  expect(papersOf(whole).map(({ paper }) => paper)).toEqual(['report', 'resolution', 'letter'])
})

test.each<[string, Partial<Draft>, readonly string[]]>([
  ['a name of three characters', { name: '总工会' }, ['name']],
  ['no type', { type: undefined }, ['name']],
  ['a first member whose number is wrong', { founders: [{ ...founder, number: '37020319900307001X' }] }, ['founders']],
  ['first members without their agreement', { agreed: false }, ['founders']],
  ['a paper that was not taken', { taken: { report: file, resolution: file } }, ['papers']],
])('%s is told where it is asked', (_, change, told) => {
  expect(wrongSteps({ ...whole, ...change })).toEqual(told)
})

test('without first members neither their letter nor their agreement is asked for', () => {
  const alone = { ...whole, founders: [], agreed: false, taken: { report: file, resolution: file } }
  expect(wrongSteps(alone)).toEqual([])
  expect(neededOf(alone)).toEqual(['report', 'resolution'])
})

test.each([
  ['body.founders.3.number', 'founders'],
  ['body.posts.0.mobile', 'leaders'],
  ['body.heldOn', 'meeting'],
  ['body.name', 'name'],
  ['papers', 'name'],
] as const)('%s, named by the server, is mended at “%s”', (field, step) => {
  expect(stepOf(field)).toBe(step)
})
