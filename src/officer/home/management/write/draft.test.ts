import { ManagementFacts } from '../../../../../shared/home/management/facts'
import { draftOf, judged } from './draft'

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
