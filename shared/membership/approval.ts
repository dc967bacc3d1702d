import type { ApplicationId } from '../core/ids'
import { yearsBetween, type IsoDate } from '../core/time'
import { advance, type ApplicationState } from './application'

/** 审批前提: everything the decision depends on, read in the same transaction that writes it. */
export interface ApprovalFacts {
  readonly application: {
    readonly id: ApplicationId
    readonly state: ApplicationState
    readonly intent: 'join' | 'resume'
    readonly undecided: boolean
    readonly submittedOn: IsoDate
  }
  /** The application that holds the one-open-application lock on this person’s number. */
  readonly claimHeldBy: ApplicationId | undefined
  /** The membership on file under the same number. */
  readonly onFile: 'none' | 'active' | 'retained' | 'left' | 'expelled' | 'deceased'
  readonly birth: IsoDate | undefined
  readonly minAge: number
  readonly unionActive: boolean
  readonly decidedOn: IsoDate
  readonly today: IsoDate
}

/** 同意入会 creates a person, takes one up again who left, or resumes a retained membership under the new union (R63). */
export type ApprovalOutcome =
  | { readonly kind: 'create-person' }
  | { readonly kind: 'rejoin' }
  | { readonly kind: 'resume' }
  | {
      readonly kind: 'refused'
      readonly code:
        | 'APPLICATION_CLOSED'
        | 'APPLICATION_CHANGED'
        | 'ROUTE_UNDECIDED'
        | 'UNION_NOT_ACTIVE'
        | 'COMMITTEE_DATE_INVALID'
        | 'PERSON_UNDER_AGE'
        | 'APPLYING_ELSEWHERE'
        | 'ALREADY_MEMBER'
        | 'EXPELLED_BEFORE'
        | 'RECORDED_DECEASED'
    }

const refused = (code: Extract<ApprovalOutcome, { kind: 'refused' }>['code']): ApprovalOutcome => ({
  kind: 'refused',
  code,
})

/** Whether this application may become a membership now. Source: 003 二(六) (no duplicate), 总工发〔2016〕35号 (committee, retention); R01. */
export function judgeApproval(facts: ApprovalFacts): ApprovalOutcome {
  const next = advance(facts.application.state, 'approve')
  if ('refuse' in next) return refused(next.refuse === 'NOT_RETURNED' ? 'APPLICATION_CHANGED' : next.refuse)
  if (facts.application.undecided) return refused('ROUTE_UNDECIDED')
  if (!facts.unionActive) return refused('UNION_NOT_ACTIVE')
  if (facts.decidedOn > facts.today || facts.decidedOn < facts.application.submittedOn)
    return refused('COMMITTEE_DATE_INVALID')
  if (facts.birth !== undefined && yearsBetween(facts.birth, facts.today) < facts.minAge)
    return refused('PERSON_UNDER_AGE')
  const onFile = judgeOnFile(facts)
  if (onFile.kind === 'refused') return onFile
  const elsewhere = facts.claimHeldBy !== undefined && facts.claimHeldBy !== facts.application.id
  return elsewhere ? refused('APPLYING_ELSEWHERE') : onFile
}

/** What is on file under the number says more than another application: it is told first. */
function judgeOnFile({ onFile, application }: ApprovalFacts): ApprovalOutcome {
  switch (onFile) {
    case 'none':
      return { kind: 'create-person' }
    case 'left':
      return { kind: 'rejoin' }
    case 'retained':
      return application.intent === 'resume' ? { kind: 'resume' } : refused('ALREADY_MEMBER')
    case 'active':
      return refused('ALREADY_MEMBER')
    case 'expelled':
      return refused('EXPELLED_BEFORE')
    case 'deceased':
      return refused('RECORDED_DECEASED')
  }
}
