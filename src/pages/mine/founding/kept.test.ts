import { FileId } from '../../../../shared/core/ids'
import { isoTime } from '../../../../shared/core/time'
import { emptyDraft, type Draft } from './draft'
import { draftOfText, textOfDraft } from './kept'

const day = 24 * 60 * 60 * 1000
const start = Date.parse('2026-11-20T02:00:00.000Z')
const at = (days: number) => isoTime(start + days * day)
const founder = { name: '测试人', number: '3702021990', mobile: '15420771201', education: 'bachelor' } as const
const typed: Draft = {
  ...emptyDraft('青岛朔风仪器有限公司'),
  type: 'enterprise',
  election: { heldOn: '2026-11-18', seats: { committee: '5' }, chairs: {}, posts: [], relatives: 'no' },
  founders: [founder],
  taken: { report: FileId.parse('F'.repeat(22)) },
}

test('what was typed of a founding is there again, half a number as well', () => {
  expect(draftOfText(textOfDraft(typed, at(0), 'phone'), at(59))).toEqual(typed)
})

test('in a browser no number of somebody else is left behind', () => {
  const text = textOfDraft(typed, at(0), 'browser')
  expect(text).not.toContain(founder.number)
  expect(text).not.toContain(founder.mobile)
  expect(draftOfText(text, at(1))?.founders).toEqual([{ ...founder, number: '', mobile: '' }])
})

test('what is too old, or of another version, is nothing', () => {
  expect(draftOfText(textOfDraft(typed, at(0), 'phone'), at(61))).toBeUndefined()
  for (const text of [undefined, '', '{}', '{"draft":{"name":1}}']) expect(draftOfText(text, at(0))).toBeUndefined()
})
