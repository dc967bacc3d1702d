import { z } from 'zod'
import { ManagementFacts, type ManagementKind } from '../../../../../shared/home/management/facts'
import { firstErrors, noPaper, numberOf, paperDraft, paperOf, typedPaper, type Judged } from '../../parts/typed'

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
  ...paperDraft,
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
  ...noPaper,
}

/** What a record holds, as it was typed. */
export function draftOf(facts: ManagementFacts): Draft {
  const typed = Object.entries(facts).flatMap(([field, value]) =>
    typeof value === 'object' ? [] : [[field, String(value)] as const],
  )
  const paper = 'paper' in facts ? typedPaper(facts.paper) : {}
  return Draft.parse({ ...emptyDraft, ...Object.fromEntries(typed), ...paper })
}

const given = (typed: string) => (typed === '' ? undefined : typed)

export function judged(kind: ManagementKind, draft: Draft): Judged<ManagementFacts> {
  const read = ManagementFacts.safeParse({ kind, day: draft.day, ...partsOf(kind, draft) })
  if (read.success) return { facts: read.data, errors: {} }
  const errors = firstErrors(read.error.issues)
  if (draft.day === '') errors['day'] = '请选日期'
  if (kind === 'contract' && draft.until === '') errors['until'] = '请选日期'
  for (const field of ['way', 'scope', 'paper.kept'] as const) if (field in errors) errors[field] = '请选一种'
  return { facts: undefined, errors }
}

function partsOf(kind: ManagementKind, draft: Draft): object {
  const paper = paperOf(draft)
  switch (kind) {
    case 'board':
      return {
        directors: numberOf(draft.directors),
        supervisors: numberOf(draft.supervisors),
        staffSupervisors: numberOf(draft.staffSupervisors),
      }
    case 'disclosure':
      return { what: draft.what, way: draft.way }
    case 'contract':
      return { until: draft.until, scope: draft.scope, name: draft.name, passedBy: given(draft.passedBy), paper }
    case 'appraisal':
      return { appraised: numberOf(draft.appraised), publishedOn: given(draft.publishedOn), paper }
  }
}

/** What the page asks of each kind, by the paths of the facts. */
const asked: Readonly<Record<ManagementKind, readonly string[]>> = {
  board: ['day', 'directors', 'supervisors', 'staffSupervisors'],
  disclosure: ['day', 'what', 'way'],
  contract: ['day', 'scope', 'name', 'until', 'passedBy', 'paper.kept'],
  appraisal: ['day', 'appraised', 'publishedOn', 'paper.kept'],
}

export interface Told {
  readonly told: Readonly<Record<string, string>>
  /** Of a field that is not on the page. */
  readonly elsewhere: string | undefined
}

/** What the server said of the fields of the facts: at those that are on the page, the first of the others by itself. */
export function toldOf(
  kind: ManagementKind,
  { kept }: Pick<Draft, 'kept'>,
  fields: Readonly<Record<string, string>>,
): Told {
  const shown = kept === 'paper' ? [...asked[kind], 'paper.place', 'paper.volume'] : asked[kind]
  const said = Object.entries(fields).map(([field, message]) => [field.replace(/^facts\./, ''), message] as const)
  return {
    told: Object.fromEntries(said.filter(([field]) => shown.includes(field))),
    elsewhere: said.find(([field]) => !shown.includes(field))?.[1],
  }
}
