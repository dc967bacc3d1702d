import { ManagementFacts } from '../../../../../shared/home/management/facts'
import { draftOf, emptyDraft, judged, toldOf } from './draft'

const paper = { kept: 'paper', place: '工会办公室', volume: '合同-01' }
const records = [
  { kind: 'board', day: '2026-01-10', directors: 0, supervisors: 3, staffSupervisors: 1 },
  { kind: 'disclosure', day: '2026-01-10', what: '上半年生产经营情况', way: 'board' },
  { kind: 'contract', day: '2026-01-10', until: '2029-01-09', scope: 'special', name: '工资专项集体合同', paper },
  { kind: 'appraisal', day: '2026-01-10', appraised: 6, paper: { kept: 'not-yet' } },
  { kind: 'appraisal', day: '2026-01-10', appraised: 6, publishedOn: '2026-02-01', paper },
].map((facts) => ManagementFacts.parse(facts))

test.each(records)('a record of $kind is amended with what was typed, and unchanged it is the same', (facts) => {
  expect(judged(facts.kind, draftOf(facts))).toEqual({ facts, errors: {} })
})

test('a no of the server is told at its field, or by itself where the page has no such field', () => {
  const said = { 'facts.passedBy': '没有找到', 'facts.paper.place': '太长' }
  expect(toldOf('contract', { kept: 'paper' }, said)).toEqual({
    told: { passedBy: '没有找到', 'paper.place': '太长' },
    elsewhere: undefined,
  })
  expect(toldOf('contract', emptyDraft, said)).toEqual({ told: { passedBy: '没有找到' }, elsewhere: '太长' })
  expect(toldOf('board', emptyDraft, said)).toEqual({ told: {}, elsewhere: '没有找到' })
})
