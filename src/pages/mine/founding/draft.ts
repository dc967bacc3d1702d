import type { FileId } from '../../../../shared/core/ids'
import type { IsoDate } from '../../../../shared/core/time'
import { parseMobile } from '../../../../shared/identity/mobile'
import { parsePersonId } from '../../../../shared/identity/person-id'
import type { Education, Household } from '../../../../shared/membership/joining'
import {
  FoundingBody,
  papersNeeded,
  type ApplicationPaperKind,
  type Founder,
} from '../../../../shared/org/union-application'
import {
  draftOfElection,
  electionErrors,
  electionOf,
  emptyElection,
  type ElectionDraft,
  type ElectionStep,
} from '../../../components/election/draft'

/** 首批会员里的一位, as typed. */
export interface FounderDraft {
  readonly name: string
  readonly number: string
  readonly mobile: string
  readonly education?: Education | undefined
  readonly household?: Household | undefined
}

/** What was photographed and sent. */
export type Taken = Readonly<Partial<Record<ApplicationPaperKind, FileId>>>

/** 建会申请, as typed so far. */
export interface Draft {
  readonly name: string
  readonly type: FoundingBody['type'] | undefined
  readonly election: ElectionDraft
  readonly founders: readonly FounderDraft[]
  readonly agreed: boolean
  readonly taken: Taken
}

/** One question a page. */
export type Step = 'name' | ElectionStep | 'founders' | 'papers' | 'check'
export const steps: readonly Step[] = ['name', 'meeting', 'committees', 'leaders', 'founders', 'papers', 'check']
export type Errors = Readonly<Record<string, string>>

export function emptyDraft(unitName: string): Draft {
  const name = `${unitName}工会`
  return { name, type: undefined, election: emptyElection, founders: [], agreed: false, taken: {} }
}

/** What was sent and returned; its pictures are taken again. */
export function draftOf(body: FoundingBody): Draft {
  const { name, type, founders, sensitiveAgreed } = body
  return { name, type, election: draftOfElection(body), founders, agreed: sensitiveAgreed, taken: {} }
}

/** 哪里没填对: a sentence for each field of this step. */
export function errorsAt(step: Step, draft: Draft, today: IsoDate): Errors {
  switch (step) {
    case 'name':
      return {
        ...(draft.name.trim().length >= 4 ? {} : { name: '请写工会全称' }),
        ...(draft.type === undefined ? { type: '请选类型' } : {}),
      }
    case 'meeting':
    case 'committees':
    case 'leaders':
      return electionErrors(step, draft.election, 'whole')
    case 'founders':
      return {
        ...(draft.founders.some((founder) => Object.keys(founderErrors(founder, today)).length > 0)
          ? { founders: '有人还没填完，请点开补上' }
          : {}),
        ...(draft.founders.length > 0 && !draft.agreed ? { agreed: '请核对申请书后勾选' } : {}),
      }
    case 'papers': {
      const missing = neededOf(draft).filter((paper) => draft.taken[paper] === undefined)
      return Object.fromEntries(missing.map((paper) => [paper, '请拍这一份']))
    }
    case 'check':
      return {}
  }
}

/** Judged as the server judges it, while the person can still be asked. */
export function founderErrors({ name, number, mobile, education, household }: FounderDraft, today: IsoDate): Errors {
  const [id, phone] = [parsePersonId(number, today, 'resident'), parseMobile(mobile)]
  return {
    ...(name.trim().length >= 2 ? {} : { name: '请填写姓名' }),
    ...(id.ok ? {} : { number: id.message }),
    ...(phone.ok ? {} : { mobile: phone.message }),
    ...(education === undefined ? { education: '请选学历' } : {}),
    ...(household === undefined ? { household: '请选户籍' } : {}),
  }
}

/** Which papers are asked for: the letter where somebody is entered with it. */
export const neededOf = ({ founders }: Draft) => papersNeeded({ kind: 'founding', founders })

export function papersOf(draft: Draft) {
  return neededOf(draft).flatMap((paper) => {
    const file = draft.taken[paper]
    return file === undefined ? [] : [{ paper, file }]
  })
}

/** As it is sent; undefined as long as a step has an error. */
export function bodyOf(draft: Draft): FoundingBody | undefined {
  const elected = electionOf(draft.election, 'whole')
  const founders = draft.founders.flatMap(({ education, household, ...founder }): Founder[] =>
    education === undefined || household === undefined ? [] : [{ ...founder, education, household }],
  )
  if (elected === undefined || draft.type === undefined || founders.length < draft.founders.length) return undefined
  const body = FoundingBody.safeParse({
    kind: 'founding',
    name: draft.name,
    type: draft.type,
    termYears: Number(draft.election.termYears),
    founders,
    sensitiveAgreed: draft.agreed,
    ...elected,
  })
  return body.success ? body.data : undefined
}

/** Where a field is mended that the server named, `body.founders.3.number`. */
export function stepOf(field: string): Step {
  const [, named = ''] = /^body\.(\w+)/.exec(field) ?? []
  return stepOfPart[named] ?? 'name'
}

const stepOfPart: Readonly<Record<string, Step>> = {
  heldOn: 'meeting',
  termYears: 'meeting',
  elected: 'committees',
  posts: 'leaders',
  relatives: 'leaders',
  founders: 'founders',
  sensitiveAgreed: 'founders',
}
