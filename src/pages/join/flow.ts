import { unreachable } from '../../../shared/core/unreachable'
import type { IsoDate } from '../../../shared/core/time'
import type { ApplicationId, Revision } from '../../../shared/core/ids'
import type { JoinForm } from '../../../shared/membership/joining'
import { noAnswers, type Agreed, type Answers, type Chosen, type Origin } from './answers'
import { elsewhereToSend } from './elsewhere'
import { asksRetired, householdOfDocument, identityToSend } from './identity-check'
import { situationOf } from './situation'
import { firstQuestion, isAnswered, nextStep, previousStep, reachable, type Facts, type Step } from './steps'

/** 正在改的申请: a returned application, with what the union asked for. */
export interface Mending {
  readonly application: ApplicationId
  readonly seen: Revision
  readonly reasons: readonly string[]
  readonly note?: string
}

/** 入会流程: the answers so far and the page that is shown. Facts of the person live in `answers`, everything else follows from them. */
export interface Flow extends Facts {
  readonly step: Step
  /** 下一步 was pressed on a page that is not complete: its errors show. */
  readonly tried: boolean
  /** What the server refused, by field (`identity.number`), until that answer changes. */
  readonly refusals: Readonly<Record<string, string>>
  readonly mending?: Mending
}

/** What typing and tapping changes; the union and the letter are agreed to by acts of their own. */
export type Change = Partial<Omit<Answers, 'chosen' | 'agreed'>>

export type FlowEvent =
  | { readonly type: 'begin'; readonly origin: Origin }
  | { readonly type: 'answer'; readonly change: Change }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'open'; readonly step: Step }
  | { readonly type: 'choose'; readonly chosen: Chosen }
  | { readonly type: 'agree'; readonly agreed: Agreed }
  | { readonly type: 'refused'; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'choose-again' }
  | { readonly type: 'read-again' }

/** The flow at its beginning: at the start, or at the first question where a poster was scanned. */
export function newFlow(today: IsoDate, origin: Origin = { kind: 'none' }, answers: Answers = noAnswers): Flow {
  const facts: Facts = { today, origin, answers, toMend: [] }
  return { ...facts, step: nextStep('start', facts), tried: false, refusals: {} }
}

/** The next state of the flow. Answers are only ever added to or replaced, never dropped by moving about. */
export function reduceFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'begin':
      return begin(flow, event.origin)
    case 'answer':
      return answer(flow, event.change)
    case 'next':
      return advance(flow)
    case 'back':
      return show(flow, previousStep(flow.step, flow) ?? flow.step)
    case 'open':
      return show(flow, event.step)
    case 'choose':
      return advance({ ...flow, answers: { ...flow.answers, chosen: event.chosen } })
    case 'agree':
      return advance({ ...flow, answers: { ...flow.answers, agreed: event.agreed } })
    case 'refused':
      return refuse(flow, event.fields)
    case 'choose-again':
      return show(without(flow, 'chosen'), 'route')
    case 'read-again':
      return show(without(flow, 'agreed'), 'letter')
    default:
      return unreachable(event)
  }
}

/** Another start asks about work anew; who the person is stays. */
function begin(flow: Flow, origin: Origin): Flow {
  const { identity, education, household, elsewhere, retired, signature } = flow.answers
  const sameStart = JSON.stringify(origin) === JSON.stringify(flow.origin)
  const answers = sameStart
    ? flow.answers
    : { ...noAnswers, identity, education, household, elsewhere, retired, signature }
  const begun = { ...flow, origin, answers }
  return show(begun, nextStep('start', begun))
}

function answer(flow: Flow, change: Change): Flow {
  const changed = { ...flow, answers: { ...flow.answers, ...change } }
  const refusals = Object.fromEntries(Object.entries(flow.refusals).filter(([field]) => !touches(change, field)))
  const kept = basisOf(flow) === basisOf(changed) ? changed : without(changed, 'chosen')
  const step = reachable(flow.step, kept)
  return { ...kept, refusals, step, tried: step === flow.step && flow.tried }
}

/** What the route was computed from: where it changes, the union is chosen again. */
function basisOf(flow: Flow): string {
  const { identity, elsewhere } = flow.answers
  const asked = [situationOf(flow), identityToSend(identity, flow.today), retiredOf(flow), elsewhere !== undefined]
  return JSON.stringify(asked)
}

function touches(change: Change, field: string): boolean {
  const [head] = field.split('.')
  if (head === 'identity') return change.identity !== undefined
  if (head === 'elsewhere') return 'elsewhere' in change
  if (head === 'consent') return change.signature !== undefined
  return head === 'situation' || head === 'choice'
}

function advance(flow: Flow): Flow {
  if (!isAnswered(flow.step, flow)) return { ...flow, tried: true }
  const seen = { ...flow, toMend: flow.toMend.filter((step) => step !== flow.step) }
  return show(seen, nextStep(flow.step, seen))
}

function show(flow: Flow, wanted: Step): Flow {
  return { ...flow, step: reachable(wanted, flow), tried: false }
}

/** The server's no, shown on the page that holds the field. */
function refuse(flow: Flow, fields: Readonly<Record<string, string>>): Flow {
  const refusals = Object.fromEntries(
    Object.entries(fields).map(([field, message]) => [field.replace(/^form\./, ''), message]),
  )
  const [first] = Object.keys(refusals)
  if (first === undefined) return flow
  const freed = first.startsWith('choice')
    ? without(flow, 'chosen')
    : first.startsWith('consent')
      ? without(flow, 'agreed')
      : flow
  return { ...show(freed, stepOfField(first, freed)), refusals, tried: true }
}

function stepOfField(field: string, flow: Flow): Step {
  const [head] = field.split('.')
  switch (head) {
    case 'identity':
      return 'identity'
    case 'details':
      return 'details'
    case 'retired':
      return 'retired'
    case 'elsewhere':
      return 'elsewhere'
    case 'choice':
      return 'route'
    case 'consent':
      return 'letter'
    default:
      return firstQuestion(flow)
  }
}

function without(flow: Flow, key: 'chosen' | 'agreed'): Flow {
  return { ...flow, answers: { ...flow.answers, [key]: undefined } }
}

/** Somebody whose age does not ask for it is not retired. */
export function retiredOf({ answers, today }: Facts): boolean {
  return asksRetired(answers, today) ? answers.retired === true : false
}

/** What can be sent but for the consent, or undefined while something is missing. */
export function formOf(flow: Flow): Omit<JoinForm, 'consent'> | undefined {
  const { answers, today } = flow
  const situation = situationOf(flow)
  const identity = identityToSend(answers.identity, today)
  const household = answers.household ?? householdOfDocument(answers, today)
  if (situation === undefined || identity === undefined || household === undefined) return undefined
  if (answers.education === undefined || answers.chosen === undefined) return undefined
  const elsewhere = answers.elsewhere === undefined ? undefined : elsewhereToSend(answers.elsewhere, today)
  return {
    situation,
    retired: retiredOf(flow),
    identity,
    details: { education: answers.education, household },
    ...(elsewhere === undefined ? {} : { elsewhere }),
    choice: answers.chosen.choice,
  }
}
