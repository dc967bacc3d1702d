import { ApplicationId } from '../core/ids'
import { IsoDate } from '../core/time'
import { judgeApproval, type ApprovalFacts } from './approval'

const day = (text: string) => IsoDate.parse(text)
const mine = ApplicationId.parse('application-1')
const other = ApplicationId.parse('application-2')

const facts: ApprovalFacts = {
  application: { id: mine, state: 'submitted', intent: 'join', undecided: false, submittedOn: day('2026-11-02') },
  claimHeldBy: mine,
  onFile: 'none',
  birth: day('1990-03-07'),
  minAge: 16,
  unionActive: true,
  decidedOn: day('2026-11-18'),
  today: day('2026-11-20'),
}
const withApplication = (change: Partial<ApprovalFacts['application']>): ApprovalFacts => ({
  ...facts,
  application: { ...facts.application, ...change },
})

describe('the committee approves an application', () => {
  test.each<[string, ApprovalFacts, string]>([
    ['of somebody new', facts, 'create-person'],
    ['whose lock was given back by a withdrawn one', { ...facts, claimHeldBy: undefined }, 'create-person'],
    ['of somebody who had left', { ...facts, onFile: 'left' }, 'rejoin'],
    [
      'that resumes a retained membership (R63)',
      { ...withApplication({ intent: 'resume' }), onFile: 'retained' },
      'resume',
    ],
    ['on the day it was sent', { ...facts, decidedOn: day('2026-11-02') }, 'create-person'],
    ['today', { ...facts, decidedOn: day('2026-11-20') }, 'create-person'],
    ['of somebody who turns 16 today (R01)', { ...facts, birth: day('2010-11-20') }, 'create-person'],
    ['of somebody whose document tells no birthday', { ...facts, birth: undefined }, 'create-person'],
  ])('%s', (_title, given, kind) => {
    expect(judgeApproval(given)).toEqual({ kind })
  })

  test.each<[string, ApprovalFacts, string]>([
    ['which is decided already', withApplication({ state: 'approved' }), 'APPLICATION_CLOSED'],
    ['which was rejected', withApplication({ state: 'rejected' }), 'APPLICATION_CLOSED'],
    ['which was withdrawn', withApplication({ state: 'withdrawn' }), 'APPLICATION_CLOSED'],
    ['which lies with the worker to mend', withApplication({ state: 'returned' }), 'APPLICATION_CHANGED'],
    ['whose union nobody has decided', withApplication({ undecided: true }), 'ROUTE_UNDECIDED'],
    ['by a union that was dissolved', { ...facts, unionActive: false }, 'UNION_NOT_ACTIVE'],
    ['with a meeting in the future', { ...facts, decidedOn: day('2026-11-21') }, 'COMMITTEE_DATE_INVALID'],
    ['with a meeting before it was sent', { ...facts, decidedOn: day('2026-11-01') }, 'COMMITTEE_DATE_INVALID'],
    ['of somebody aged 15 (R01)', { ...facts, birth: day('2010-11-21') }, 'PERSON_UNDER_AGE'],
    ['of somebody applying elsewhere (R05)', { ...facts, claimHeldBy: other }, 'APPLYING_ELSEWHERE'],
    ['of an active member', { ...facts, onFile: 'active' }, 'ALREADY_MEMBER'],
    ['of a retained member who did not prove who they are', { ...facts, onFile: 'retained' }, 'ALREADY_MEMBER'],
    ['of somebody expelled', { ...facts, onFile: 'expelled' }, 'EXPELLED_BEFORE'],
    ['under the number of somebody deceased', { ...facts, onFile: 'deceased' }, 'RECORDED_DECEASED'],
  ])('but not one %s', (_title, given, code) => {
    expect(judgeApproval(given)).toEqual({ kind: 'refused', code })
  })
})
