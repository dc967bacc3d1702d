import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import { IsoDate } from '../../../shared/core/time'
import type { UpwardBody } from '../../../shared/org/union-application'
import {
  draftOfElection,
  electionErrors,
  electionOf,
  emptyElection,
  type ElectionDraft,
  type ElectionStep,
} from '../../components/election/draft'
import type { Papers } from '../parts/papers'

export type Kind = UpwardBody['kind']
type Dissolution = Extract<UpwardBody, { kind: 'dissolution' }>

/** 向上级的申请, as typed so far. */
export interface Draft {
  readonly election: ElectionDraft
  readonly ending: {
    readonly heldOn?: string | undefined
    readonly employment?: Dissolution['employment'] | undefined
    readonly reason: string
  }
  readonly papers: Papers
}

/** One question a page. */
export type Step = ElectionStep | 'ending' | 'papers' | 'check'
export const stepsOf: Readonly<Record<Kind, readonly Step[]>> = {
  're-election': ['meeting', 'committees', 'leaders', 'papers', 'check'],
  'by-election': ['meeting', 'committees', 'leaders', 'papers', 'check'],
  dissolution: ['ending', 'papers', 'check'],
}
export type Errors = Readonly<Record<string, string>>

/** Empty, or what was returned; the pictures that were sent stay until one is taken again. */
export function draftOf(before: UnionApplicationView | undefined): Draft {
  const sent = before?.body
  const { heldOn, employment, reason } =
    sent?.kind === 'dissolution' ? sent : { heldOn: undefined, employment: undefined, reason: '' }
  return {
    election: sent === undefined || sent.kind === 'dissolution' ? emptyElection : draftOfElection(sent),
    ending: { heldOn, employment, reason },
    papers: Object.fromEntries((before?.papers ?? []).map(({ paper, file }) => [paper, file])),
  }
}

export const electionKind = (kind: Kind) => (kind === 're-election' ? 'whole' : 'by-election')

/** 哪里没填对: a sentence for each field of this step. */
export function errorsAt(step: Step, { election, ending, papers }: Draft, kind: Kind): Errors {
  switch (step) {
    case 'meeting':
    case 'committees':
    case 'leaders':
      return electionErrors(step, election, electionKind(kind))
    case 'ending':
      return {
        ...(ending.heldOn === undefined ? { heldOn: '请选日期' } : {}),
        ...(ending.employment === undefined ? { employment: '请选一项' } : {}),
        ...(ending.reason.trim().length < 2 ? { reason: '请写一句原因' } : {}),
      }
    case 'papers':
      return papersOf({ papers }).length < needed.length ? { papers: '报告和决议都要拍' } : {}
    case 'check':
      return {}
  }
}

/** What goes with every application. */
export const needed = ['report', 'resolution'] as const

export function papersOf({ papers }: Pick<Draft, 'papers'>) {
  return needed.flatMap((paper) => {
    const file = papers[paper]
    return file === undefined ? [] : [{ paper, file }]
  })
}

/** As it is sent; undefined as long as a step has an error. */
export function bodyOf({ election, ending }: Draft, kind: Kind): UpwardBody | undefined {
  if (kind === 'dissolution') {
    const day = IsoDate.safeParse(ending.heldOn)
    return day.success && ending.employment !== undefined
      ? { kind, heldOn: day.data, employment: ending.employment, reason: ending.reason.trim() }
      : undefined
  }
  const elected = electionOf(election, electionKind(kind))
  if (elected === undefined) return undefined
  return kind === 'by-election' ? { kind, ...elected } : { kind, ...elected, termYears: Number(election.termYears) }
}
