import { PublicationFacts, usualAudience, type Audience, type PublicationKind } from '../../../shared/org/publication'
import type { OutputOf } from '../../services/api'
import type { registry } from '../../../shared/contract/registry'

/** What was written so far; what is empty was not. */
export interface Draft {
  readonly kind?: PublicationKind
  readonly audience?: Audience
  readonly title: string
  readonly text: string
  readonly pictures: readonly string[]
  readonly day: string
  readonly place: string
  readonly places: string
  readonly signUpUntil: string
}

export const emptyDraft: Draft = {
  title: '',
  text: '',
  pictures: [],
  day: '',
  place: '',
  places: '',
  signUpUntil: '',
}

/** One question a page; what an activity has of its own is asked of activities only. */
export type Step = 'kind' | 'words' | 'activity' | 'pictures' | 'audience' | 'check'
export function stepsOf({ kind }: Draft): readonly Step[] {
  return kind === 'activity'
    ? ['kind', 'words', 'activity', 'pictures', 'audience', 'check']
    : ['kind', 'words', 'pictures', 'audience', 'check']
}

/** A kind brings its usual readers along; whoever chose other ones keeps them only until the kind is another. */
export const ofKind = (draft: Draft, kind: PublicationKind): Draft =>
  draft.kind === kind ? draft : { ...draft, kind, audience: usualAudience[kind] }

type View = OutputOf<typeof registry, 'publication'>

export function draftOf({ kind, audience, title, text, pictures, activity }: View): Draft {
  const { day = '', place = '', places, signUpUntil = '' } = activity ?? {}
  return { kind, audience, title, text, pictures, day, place, places: String(places ?? ''), signUpUntil }
}

/** Where each field is asked for. */
const stepOfField: Readonly<Record<string, Step>> = {
  kind: 'kind',
  title: 'words',
  text: 'words',
  'activity.day': 'activity',
  'activity.place': 'activity',
  'activity.places': 'activity',
  'activity.signUpUntil': 'activity',
  pictures: 'pictures',
  audience: 'audience',
}

export interface Judged {
  /** As it is sent; undefined as long as something is missing. */
  readonly facts: PublicationFacts | undefined
  /** The first error of each field. */
  readonly errors: Readonly<Record<string, string>>
}

/** 写得对不对, by the rule that the server goes by. */
export function judged(draft: Draft): Judged {
  const { kind, audience, title, text, pictures, day, place, places, signUpUntil } = draft
  const activity = { day, place, places: places.trim() === '' ? undefined : Number(places), signUpUntil }
  const read = PublicationFacts.safeParse({
    kind,
    audience,
    title,
    text,
    pictures,
    ...(kind === 'activity' ? { activity } : {}),
  })
  if (read.success) return { facts: read.data, errors: {} }
  const errors: Record<string, string> = {}
  for (const { path, message } of read.error.issues) errors[path.join('.')] ??= message
  if (kind === undefined) errors['kind'] = '请选一种'
  for (const field of ['day', 'signUpUntil'] as const)
    if (kind === 'activity' && draft[field] === '') errors[`activity.${field}`] = '请选日期'
  return { facts: undefined, errors }
}

/** Of these errors, those of one question. */
export function errorsAt(step: Step, errors: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(errors).filter((field) => stepOf(field) === step)
}

/** Where a field is mended, whether the page or the server (`facts.…`) named it. */
export const stepOf = (field: string): Step =>
  stepOfField[field.replace(/^facts\./, '').replace(/^(pictures)\..*/, '$1')] ?? 'words'
