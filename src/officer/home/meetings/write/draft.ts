import { z } from 'zod'
import { MemberCongress, misfits, StaffCongress, type MeetingKind } from '../../../../../shared/home/meetings/facts'
import {
  firstErrors,
  noPaper,
  numberOf,
  paperDraft,
  paperOf,
  typedPaper,
  type Errors,
  type Judged,
} from '../../parts/typed'

const text = z.string()

/** What was written so far, as the device keeps it; what is empty was not. */
export const Draft = z.object({
  period: text,
  session: text,
  day: text,
  place: text,
  form: z.enum(['everybody', 'delegates']).optional(),
  entitled: text,
  attended: text,
  women: text,
  dispatched: text,
  rural: text,
  banner: text,
  /** One item a line. */
  agenda: text,
  powers: z.array(text),
  resolutions: z.array(z.object({ text, agreed: text })),
  received: text,
  answered: text,
  papers: z.array(text),
  ...paperDraft,
})
export type Draft = z.infer<typeof Draft>

export const emptyDraft: Draft = {
  period: '',
  session: '',
  day: '',
  place: '',
  entitled: '',
  attended: '',
  women: '',
  dispatched: '',
  rural: '',
  banner: '',
  agenda: '',
  powers: [],
  resolutions: [],
  received: '',
  answered: '',
  papers: [],
  ...noPaper,
}

/** One question a page; delegates are asked about where delegates met, 提案 of the staff only. */
export type Step =
  'which' | 'people' | 'delegates' | 'agenda' | 'powers' | 'resolutions' | 'proposals' | 'papers' | 'archive' | 'check'
export function stepsOf(meeting: MeetingKind, { form }: Draft): readonly Step[] {
  return [
    'which',
    'people',
    ...(form === 'delegates' ? (['delegates'] as const) : []),
    'agenda',
    'powers',
    'resolutions',
    ...(meeting === 'staff' ? (['proposals'] as const) : []),
    'papers',
    'archive',
    'check',
  ]
}

type Held = MemberCongress | StaffCongress

export function draftOf(held: Held): Draft {
  const { convened, paper, agenda, resolutions } = held
  const delegates = convened.form === 'delegates' ? convened : { women: '', dispatched: '', rural: '' }
  const proposals = held.meeting === 'staff' ? held.proposals : { received: '', answered: '' }
  return {
    period: String(held.period),
    session: String(held.session),
    day: held.day,
    place: held.place,
    form: convened.form,
    entitled: String(held.entitled),
    attended: String(held.attended),
    women: String(delegates.women),
    dispatched: String(delegates.dispatched),
    rural: String(delegates.rural),
    banner: held.banner,
    agenda: agenda.join('\n'),
    powers: held.powers,
    resolutions: resolutions.map(({ text, agreed }) => ({ text, agreed: String(agreed ?? '') })),
    received: String(proposals.received),
    answered: String(proposals.answered),
    papers: held.papers,
    ...typedPaper(paper),
  }
}

/** Where each field is asked for, by the beginning of its path. */
const stepOfField: Readonly<Record<string, Step>> = {
  period: 'which',
  session: 'which',
  day: 'which',
  place: 'which',
  entitled: 'people',
  attended: 'people',
  'convened.form': 'people',
  'convened.women': 'delegates',
  'convened.dispatched': 'delegates',
  'convened.rural': 'delegates',
  banner: 'agenda',
  agenda: 'agenda',
  powers: 'powers',
  resolutions: 'resolutions',
  proposals: 'proposals',
  papers: 'papers',
  paper: 'archive',
}
/** `facts.` stands before what the server names. */
export function stepOf(field: string): Step {
  const path = field.replace(/^facts\./, '')
  return stepOfField[path] ?? stepOfField[path.split('.')[0] ?? ''] ?? 'which'
}

export function judged(meeting: MeetingKind, draft: Draft): Judged<Held> {
  const { form, kept } = draft
  const written = {
    period: numberOf(draft.period),
    session: numberOf(draft.session),
    day: draft.day,
    place: draft.place,
    convened:
      form === 'delegates'
        ? { form, women: numberOf(draft.women), dispatched: numberOf(draft.dispatched), rural: numberOf(draft.rural) }
        : { form },
    entitled: numberOf(draft.entitled),
    attended: numberOf(draft.attended),
    banner: draft.banner.trim(),
    agenda: draft.agenda.split('\n').filter((line) => line.trim() !== ''),
    powers: draft.powers,
    resolutions: draft.resolutions.map(({ text, agreed }) => {
      const votes = numberOf(agreed)
      return votes === undefined ? { text } : { text, agreed: votes }
    }),
    papers: draft.papers,
    paper: paperOf(draft),
  }
  const read =
    meeting === 'members'
      ? MemberCongress.safeParse({ meeting, ...written })
      : StaffCongress.safeParse({
          meeting,
          ...written,
          proposals: { received: numberOf(draft.received), answered: numberOf(draft.answered) },
        })
  if (read.success) return { facts: read.data, errors: {} }
  const errors = firstErrors(read.error.issues)
  // The numbers of one page are judged before those of the next are there.
  const { entitled, attended, convened, resolutions } = written
  const agreed = resolutions.map((one) => ('agreed' in one ? one.agreed : undefined))
  const delegates = 'women' in convened ? convened : undefined
  for (const { path, message } of misfits({ entitled, attended, delegates, agreed })) errors[path.join('.')] ??= message
  if (draft.day === '') errors['day'] = '请选日期'
  if (form === undefined) errors['convened.form'] = '请选一种'
  if (kept === undefined) errors['paper.kept'] = '请选一种'
  return { facts: undefined, errors }
}

/** Of these errors, those of one question. */
export function errorsAt(step: Step, errors: Errors): readonly string[] {
  return Object.keys(errors).filter((field) => stepOf(field) === step)
}
