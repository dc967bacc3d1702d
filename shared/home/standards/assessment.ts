import type { UnionId } from '../../core/ids'
import type { IsoDate } from '../../core/time'
import { unreachable } from '../../core/unreachable'

/**
 * 申报与评定 of one year. `open`: the union answers what records cannot tell; `sent`: with the union above; `returned`: to be mended; `decided`: with a result;
 * `objected`: the result is looked at once more by the union above that one; `final`: after that; `withdrawn`: the union took it back before it was decided.
 */
export const assessmentStates = ['open', 'sent', 'returned', 'decided', 'objected', 'final', 'withdrawn'] as const
export type AssessmentState = (typeof assessmentStates)[number]

/** `uphold`: the result stays; `reopen`: the checker has to look again. Both end the objection, and there is one. */
export const assessmentSteps = ['start', 'send', 'return', 'decide', 'withdraw', 'object', 'uphold', 'reopen'] as const
export type AssessmentStep = (typeof assessmentSteps)[number]

export type AssessmentRefusal =
  'ASSESSMENT_OPEN' | 'ASSESSMENT_NOT_OPEN' | 'ASSESSMENT_NOT_SENT' | 'ASSESSMENT_DECIDED' | 'ASSESSMENT_NOT_OBJECTED'

export type NextAssessment = { readonly to: AssessmentState } | { readonly refuse: AssessmentRefusal }

const to = (state: AssessmentState) => ({ to: state }) as const
const refuse = (code: AssessmentRefusal) => ({ refuse: code }) as const

/** Whoever has objected once has had their second look: `objectedBefore`. */
export interface AssessmentSoFar {
  readonly state: AssessmentState | undefined
  readonly objectedBefore: boolean
}

/** 下一步 (docs/rules/standards.md, A1–A6). */
export function nextAssessment({ state, objectedBefore }: AssessmentSoFar, step: AssessmentStep): NextAssessment {
  switch (step) {
    case 'start':
      return state === undefined || state === 'withdrawn' ? to('open') : refuse('ASSESSMENT_OPEN')
    case 'send':
      return isWithUnion(state) ? to('sent') : refuse(notOpen(state))
    case 'withdraw':
      // What was decided once is on record: an objection opens it again, and does not take it back.
      if (objectedBefore) return refuse('ASSESSMENT_DECIDED')
      return isWithUnion(state) || state === 'sent' ? to('withdrawn') : refuse(notOpen(state))
    case 'return':
      return state === 'sent' ? to('returned') : refuse('ASSESSMENT_NOT_SENT')
    case 'decide':
      if (state !== 'sent') return refuse('ASSESSMENT_NOT_SENT')
      return to(objectedBefore ? 'final' : 'decided')
    case 'object':
      return state === 'decided'
        ? to('objected')
        : refuse(state === 'final' ? 'ASSESSMENT_DECIDED' : 'ASSESSMENT_NOT_SENT')
    case 'uphold':
      return state === 'objected' ? to('final') : refuse('ASSESSMENT_NOT_OBJECTED')
    case 'reopen':
      return state === 'objected' ? to('sent') : refuse('ASSESSMENT_NOT_OBJECTED')
    default:
      return unreachable(step)
  }
}

/** 在本会手里: answers may be changed. */
export function isWithUnion(state: AssessmentState | undefined): boolean {
  return state === 'open' || state === 'returned'
}

/** 报送了: with the union above, or looked at already. */
export function isSentUp(state: AssessmentState | undefined): boolean {
  return state !== undefined && state !== 'withdrawn' && !isWithUnion(state)
}

function notOpen(state: AssessmentState | undefined): AssessmentRefusal {
  return state === 'decided' || state === 'objected' || state === 'final' ? 'ASSESSMENT_DECIDED' : 'ASSESSMENT_NOT_OPEN'
}

export type Finding = 'met' | 'short'

/** 一条的结果. */
export type Found = 'met' | 'gap' | 'not-meant'

/** An item as it was sent. `claim`: of what is claimed, that the clause does not mean the union. */
export interface SentItem {
  readonly id: string
  readonly state: 'met' | 'gap' | 'claimed' | 'not-meant'
  readonly claim?: 'not-meant' | undefined
}

/**
 * What a result says of an item: as records said, or as it was found. That a clause does not mean the union is found so like any other claim. Undefined of what is
 * claimed and nobody looked at.
 */
export function stateFound({ id, state, claim }: SentItem, found: ReadonlyMap<string, Finding>): Found | undefined {
  if (state === 'not-meant' || state === 'gap') return state
  if (state === 'claimed' && !found.has(id)) return undefined
  if (found.get(id) === 'short') return 'gap'
  return claim ?? 'met'
}

/** 每条的结果; what nobody looked at has none. */
export function statesFound(
  items: readonly SentItem[],
  found: ReadonlyMap<string, Finding>,
): Readonly<Record<string, Found>> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const state = stateFound(item, found)
      return state === undefined ? [] : [[item.id, state]]
    }),
  )
}

/**
 * 评定结果, item by item and in all: 达标 where every item that means the union is found so. An item that records say is a gap stays one, whoever looks; what is claimed counts as it was found;
 * what nobody looked at is missing; what was found not to mean the union is none of its items.
 */
export function resultOf(
  items: readonly SentItem[],
  found: ReadonlyMap<string, Finding>,
):
  | { readonly kind: 'missing'; readonly items: readonly string[] }
  | {
      readonly kind: 'result'
      readonly met: number
      readonly of: number
      readonly outcome: 'met' | 'not-met'
      readonly states: Readonly<Record<string, Found>>
    } {
  const unlooked = items.filter(({ id, state }) => state === 'claimed' && !found.has(id)).map(({ id }) => id)
  if (unlooked.length > 0) return { kind: 'missing', items: unlooked }
  const states = statesFound(items, found)
  const meant = Object.values(states).filter((state) => state !== 'not-meant')
  const met = meant.filter((state) => state === 'met').length
  return { kind: 'result', met, of: meant.length, outcome: met === meant.length ? 'met' : 'not-met', states }
}

/** 与上年相比: which items came, went, or stayed, of those that both years have. */
export interface Compared {
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

export function comparedWith(
  before: Readonly<Record<string, 'met' | 'gap'>>,
  now: Readonly<Record<string, 'met' | 'gap'>>,
): Compared {
  const both = Object.keys(now).filter((id) => before[id] !== undefined)
  return {
    gained: both.filter((id) => before[id] === 'gap' && now[id] === 'met'),
    lost: both.filter((id) => before[id] === 'met' && now[id] === 'gap'),
  }
}

/** S7: a result stands for its year and the next; what was found longer ago is asked anew. */
export function stillCounts(year: number, today: IsoDate): boolean {
  return year >= Number(today.slice(0, 4)) - 1
}

/** 还没完的: last year’s goes on into this one until it is decided for good. */
export function isUnderWay(state: AssessmentState): boolean {
  return state !== 'final' && state !== 'withdrawn'
}

/** An assessment’s id names its union and its year. */
export function assessmentId(union: UnionId, year: number): string {
  return `${union}:${year}`
}

/** The same, as the page that checks it takes it. */
export function assessmentNamed(id: string): { readonly below: string; readonly year: string } {
  const at = id.lastIndexOf(':')
  return { below: id.slice(0, at), year: id.slice(at + 1) }
}
