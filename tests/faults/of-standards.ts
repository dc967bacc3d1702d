import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import {
  above,
  answered,
  decided,
  looked,
  objectedTo,
  photo,
  recordOf,
  sentUp,
  settler,
  started,
  unionBelow,
  upper,
  yearOf,
} from '../../cloudfunctions/home/standards/standards.fixture'
import type { UnionId } from '../../shared/core/ids'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, union } from './ready'

const subjectOf = (system: TestSystem, of: UnionId) => `${of}:${yearOf(system)}`
const done = (system: TestSystem, of: UnionId, action: string) => () => audited(system, subjectOf(system, of), action)
const of = (system: TestSystem, below: UnionId) => ({ union: below, year: yearOf(system) })
const under = (system: TestSystem, below: UnionId) => ({ union: upper, below, year: yearOf(system) })

/** 对照标准、申报与评定. */
export const standardAttempts: Readonly<Record<string, Cases>> = {
  standing: asked(chair, { union }),
  startAssessment: {
    apply: async (system) => {
      const { union: below, as } = await unionBelow(system)
      return { as, input: { union: below }, effects: done(system, below, 'assessment.start') }
    },
  },
  callAssessment: {
    'call for assessments': async (system) => {
      const before = await audited(system, subjectOf(system, upper), 'assessment.call')
      const effects = async () => (await done(system, upper, 'assessment.call')()) - before
      return { as: above, input: { union: upper, until: `${yearOf(system)}-12-15` }, effects }
    },
  },
  assessment: {
    'open one': async (system) => {
      const { union: below, as } = await answered(system)
      return { as, input: of(system, below) }
    },
  },
  putEvidence: {
    'send a photograph': async (system) => {
      const { union: below, as } = await started(system)
      const effects = () => audited(system, below, 'assessment.photo')
      return { as, input: { union: below, picture: png.toString('base64') }, effects }
    },
  },
  evidence: {
    'look at a photograph': async (system) => {
      const below = await started(system)
      const file = await photo(system, below)
      const answer = { kind: 'photos', photos: [file] }
      const input = { ...of(system, below.union), question: 'fixed_office', answer }
      granted(await system.ask(below.as, 'home', 'saveAnswer', input))
      return { as: below.as, input: { ...of(system, below.union), file } }
    },
  },
  saveAnswer: {
    'say where the paper lies': async (system) => {
      const below = await started(system)
      const answer = { kind: 'paper', what: '房产证复印件', place: '工会办公室 2 号柜' }
      const input = { ...of(system, below.union), question: 'fixed_office', answer }
      return { as: below.as, input, effects: done(system, below.union, 'assessment.answer') }
    },
    'answer with a photograph': async (system) => {
      const below = await started(system)
      const answer = { kind: 'photos', photos: [await photo(system, below)] }
      const input = { ...of(system, below.union), question: 'fixed_office', answer }
      return { as: below.as, input, effects: done(system, below.union, 'assessment.answer') }
    },
  },
  sendAssessment: {
    'send it up': async (system) => {
      const { union: below, as } = await answered(system)
      const { revision: seen } = await recordOf(system, below)
      return { as, input: { ...of(system, below), seen }, effects: done(system, below, 'assessment.send') }
    },
  },
  withdrawAssessment: {
    'take it back': async (system) => {
      const { union: below, as } = await sentUp(system)
      return { as, input: of(system, below), effects: done(system, below, 'assessment.withdraw') }
    },
  },
  assessmentsBelow: asked(above, { union: upper, show: 'waiting' }),
  findItem: {
    'find an item so': async (system) => {
      const { union: below } = await sentUp(system)
      const input = { ...under(system, below), sending: 1, item: 'QD-ENT-INF-01', finding: 'met', comment: '' }
      return { as: above, input, effects: done(system, below, 'assessment.find') }
    },
  },
  decideAssessment: {
    decide: async (system) => {
      const { union: below } = await looked(system)
      const { revision: seen } = await recordOf(system, below)
      const input = { ...under(system, below), seen, verdict: { kind: 'decide', comment: '' } }
      return { as: above, input, effects: done(system, below, 'assessment.decide') }
    },
  },
  objectAssessment: {
    object: async (system) => {
      const { union: below, as } = await decided(system)
      const input = { ...of(system, below), text: '会议是登记晚了' }
      return { as, input, effects: done(system, below, 'assessment.object') }
    },
  },
  settleAssessment: {
    'have it looked at again': async (system) => {
      const { union: below } = await objectedTo(system)
      const next = await settler(system)
      const input = { ...under(system, below), union: next.union, verdict: 'reopen', text: '请再看一遍' }
      return { as: next.as, input, effects: done(system, below, 'assessment.reopen') }
    },
  },
}
