import { z } from 'zod'
import { ManagementFacts, type ManagementKind } from '../../../../../shared/home/management/facts'

const text = z.string()

/** What was written so far, as the device keeps it. */
export const Draft = z.object({
  day: text,
  until: text,
  publishedOn: text,
  directors: text,
  supervisors: text,
  staffSupervisors: text,
  appraised: text,
  what: text,
  way: z.enum(['congress', 'board', 'meeting', 'online']).optional(),
  scope: z.enum(['whole', 'special']).optional(),
  name: text,
  passedBy: text,
  kept: z.enum(['not-yet', 'paper']).optional(),
  shelf: text,
  volume: text,
})
export type Draft = z.infer<typeof Draft>

export const emptyDraft: Draft = {
  day: '',
  until: '',
  publishedOn: '',
  directors: '',
  supervisors: '',
  staffSupervisors: '',
  appraised: '',
  what: '',
  name: '',
  passedBy: '',
  shelf: '',
  volume: '',
}

const number = (typed: string) => (typed.trim() === '' ? undefined : Number(typed))
const given = (typed: string) => (typed === '' ? undefined : typed)

export interface Judged {
  readonly facts: ManagementFacts | undefined
  /** The first error of each field, by its path. */
  readonly errors: Readonly<Record<string, string>>
}

/** 写得对不对, by the rule that the server goes by. */
export function judged(kind: ManagementKind, draft: Draft): Judged {
  const read = ManagementFacts.safeParse({ kind, day: draft.day, ...partsOf(kind, draft) })
  if (read.success) return { facts: read.data, errors: {} }
  const errors: Record<string, string> = {}
  for (const { path, message } of read.error.issues) errors[path.join('.')] ??= message
  if (draft.day === '') errors['day'] = '请选日期'
  if (kind === 'contract' && draft.until === '') errors['until'] = '请选日期'
  for (const field of ['way', 'scope', 'paper.kept'] as const) if (field in errors) errors[field] = '请选一种'
  return { facts: undefined, errors }
}

function partsOf(kind: ManagementKind, draft: Draft): object {
  const paper =
    draft.kept === 'paper' ? { kept: draft.kept, place: draft.shelf, volume: draft.volume } : { kept: draft.kept }
  switch (kind) {
    case 'board':
      return {
        directors: number(draft.directors),
        supervisors: number(draft.supervisors),
        staffSupervisors: number(draft.staffSupervisors),
      }
    case 'disclosure':
      return { what: draft.what, way: draft.way }
    case 'contract':
      return { until: draft.until, scope: draft.scope, name: draft.name, passedBy: given(draft.passedBy), paper }
    case 'appraisal':
      return { appraised: number(draft.appraised), publishedOn: given(draft.publishedOn), paper }
  }
}
