import { unreachable } from '../../../shared/core/unreachable'
import type { IsoDate } from '../../../shared/core/time'
import type { Agreed, Answers, Origin, Work } from './answers'
import { isSigned } from './signed'
import { elsewhereToSend } from './elsewhere'
import { asksRetired, householdOfDocument, identityToSend } from './identity-check'
import {
  asksEstablishment,
  derivedIndustry,
  derivedPlace,
  derivedUnit,
  industryFor,
  monthsOf,
  originUnit,
  placeFor,
  unitFor,
} from './situation'

/** 入会的每一页. One question a page; which of them a person sees follows from the answers. */
export const allSteps = [
  'start',
  'work',
  'unit',
  'establishment',
  'agency',
  'user-unit',
  'employer',
  'home',
  'host',
  'months',
  'jobs',
  'station',
  'industry',
  'note',
  'place',
  'identity',
  'retired',
  'details',
  'elsewhere',
  'route',
  'letter',
  'check',
] as const
export type Step = (typeof allSteps)[number]

export function isStep(text: string): text is Step {
  return allSteps.some((step) => step === text)
}

/** What decides which pages there are and which of them are answered. */
export interface Facts {
  readonly today: IsoDate
  readonly origin: Origin
  readonly answers: Answers
  /** 退回后要改的页: each has to be seen again, answered or not. */
  readonly toMend: readonly Step[]
}

const questionsOf: Readonly<Record<Work, readonly Step[]>> = {
  unit: ['unit', 'establishment'],
  dispatched: ['agency', 'user-unit'],
  outsourced: ['employer', 'host'],
  platform: ['station', 'industry', 'place'],
  several: ['jobs', 'industry', 'place'],
  seconded: ['home', 'host', 'months'],
  owner: ['unit'],
  other: ['note', 'place'],
}

/** The pages of this person in order, those left out that can be derived. */
export function pagesOf(facts: Facts): readonly Step[] {
  return allSteps.filter((step) => isAsked(step, facts))
}

function isAsked(step: Step, facts: Facts): boolean {
  const { answers, origin, today } = facts
  switch (step) {
    case 'start':
      return origin.kind !== 'invitation' && origin.kind !== 'returned'
    case 'work':
    case 'identity':
    case 'details':
    case 'route':
    case 'letter':
    case 'check':
      return true
    case 'retired':
      return asksRetired(answers, today)
    case 'elsewhere':
      return answers.elsewhere !== undefined
    default:
      return answers.work !== undefined && questionsOf[answers.work].includes(step) && isQuestionOpen(step, facts)
  }
}

/** 在哪儿工作: what is asked about work, and nothing about the person. */
export type Question = Exclude<
  Step,
  'start' | 'identity' | 'retired' | 'details' | 'elsewhere' | 'route' | 'letter' | 'check'
>

export function isQuestion(step: Step): step is Question {
  return step === 'work' || Object.values(questionsOf).some((questions) => questions.includes(step))
}

/** A question whose answer follows from the poster or the number is not asked; one that somebody answered stays in the way back. */
function isQuestionOpen(step: Exclude<Question, 'work'>, facts: Facts): boolean {
  const { answers } = facts
  switch (step) {
    case 'unit':
    case 'agency':
    case 'user-unit':
    case 'employer':
    case 'home':
    case 'host':
      return answers.units[step] !== undefined || derivedUnit(facts, step) === undefined
    case 'establishment':
      return asksEstablishment(facts)
    case 'industry':
      return answers.industry !== undefined || derivedIndustry(facts) === undefined
    case 'place':
      return answers.place !== undefined || derivedPlace(facts) === undefined
    case 'station':
    case 'jobs':
    case 'months':
    case 'note':
      return true
    default:
      return unreachable(step)
  }
}

/** The page needs nothing more: the next one may be shown. */
export function isAnswered(step: Step, facts: Facts): boolean {
  const { answers, origin, today } = facts
  switch (step) {
    case 'start':
      return origin.kind !== 'none' || answers.work !== undefined
    case 'work':
      return answers.work !== undefined
    case 'unit':
    case 'agency':
    case 'user-unit':
    case 'employer':
    case 'home':
    case 'host':
      return unitFor(facts, step) !== undefined
    case 'establishment':
      return answers.establishment !== undefined
    case 'months':
      return monthsOf(answers) !== undefined
    case 'jobs':
      return answers.jobs !== undefined
    case 'station':
      return answers.station !== undefined
    case 'industry':
      return industryFor(facts) !== undefined
    case 'place':
      return placeFor(facts) !== undefined
    case 'note':
      return isSentence(answers.note)
    case 'identity':
      return identityToSend(answers.identity, today) !== undefined
    case 'retired':
      return answers.retired !== undefined
    case 'details':
      return answers.education !== undefined && (answers.household ?? householdOfDocument(answers, today)) !== undefined
    case 'elsewhere':
      return answers.elsewhere === undefined || elsewhereToSend(answers.elsewhere, today) !== undefined
    case 'route':
      return answers.chosen !== undefined
    case 'letter':
      return agreedTo(answers) !== undefined
    case 'check':
      return false
    default:
      return unreachable(step)
  }
}

export function isSentence(text: string | undefined): boolean {
  const length = (text ?? '').trim().length
  return length >= 1 && length <= 200
}

/** The consent to the letter, while it is signed where it has to be, and for the union chosen: another union's region may have another text. */
export function agreedTo({ agreed, chosen, signature }: Answers): Agreed | undefined {
  if (agreed === undefined || agreed.union !== chosen?.handler) return undefined
  return agreed.form === 'tick' || isSigned(signature) ? agreed : undefined
}

/** The first page before `wanted` that still lacks its answer, else `wanted`: nobody jumps over a question. */
export function reachable(wanted: Step, facts: Facts): Step {
  const before = pagesOf(facts).filter((step) => place(step) < place(wanted))
  return before.find((step) => !isAnswered(step, facts)) ?? wanted
}

/** Where 下一步 leads: the next page that still needs the person; behind what is answered nobody is stopped again. */
export function nextStep(from: Step, facts: Facts): Step {
  const after = pagesOf(facts).filter((step) => place(step) > place(from))
  const wanted = after.find((step) => !isAnswered(step, facts) || facts.toMend.includes(step)) ?? 'check'
  return reachable(wanted, facts)
}

/** Where 上一步 leads; undefined on the first page. */
export function previousStep(from: Step, facts: Facts): Step | undefined {
  const before = pagesOf(facts).filter((step) => place(step) < place(from))
  return before[before.length - 1]
}

function place(step: Step): number {
  return allSteps.indexOf(step)
}

/** 进度, 0 to 1: how much of this person's way lies behind. */
export function progressAt(step: Step, facts: Facts): number {
  const pages = pagesOf(facts)
  return (pages.filter((page) => place(page) < place(step)).length + 1) / (pages.length + 1)
}

/** The first question about work that this person is asked: where a refusal of the whole situation is mended. */
export function firstQuestion(facts: Facts): Step {
  const { work } = facts.answers
  if (work === undefined || originUnit(facts) !== undefined) return 'work'
  return questionsOf[work].find((step) => isAsked(step, facts)) ?? 'work'
}
