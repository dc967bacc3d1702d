import { z } from 'zod'
import { FileId } from '../../../../shared/core/ids'
import { IsoTime } from '../../../../shared/core/time'
import { Education, Household } from '../../../../shared/membership/joining'
import { CommitteeKind } from '../../../../shared/org/committees'
import { applicationPapers, FoundingBody, Post } from '../../../../shared/org/union-application'
import type { Draft, FounderDraft } from './draft'

const Texts = z.partialRecord(CommitteeKind, z.string())
const KeptDraft = z.object({
  keptAt: IsoTime,
  draft: z.object({
    name: z.string(),
    type: FoundingBody.shape.type.optional(),
    election: z.object({
      heldOn: z.string().optional(),
      termYears: z.string().optional(),
      seats: Texts,
      chairs: Texts,
      posts: z.array(z.object({ role: Post.shape.role, name: z.string(), mobile: z.string() })),
      relatives: z.enum(['yes', 'no']).optional(),
    }),
    founders: z.array(
      z.object({
        name: z.string(),
        number: z.string(),
        mobile: z.string(),
        education: Education.optional(),
        household: Household.optional(),
      }),
    ),
    agreed: z.boolean(),
    taken: z.partialRecord(z.enum(applicationPapers), FileId),
  }),
})

/** As long as the code that it is typed with. */
const keptMs = 60 * 24 * 60 * 60 * 1000

/** 草稿, as text. In a browser, which others may use as well, numbers and phones of the first members are left out. */
export function textOfDraft(draft: Draft, keptAt: IsoTime, where: 'phone' | 'browser'): string {
  const founders: readonly FounderDraft[] =
    where === 'phone' ? draft.founders : draft.founders.map((one) => ({ ...one, number: '', mobile: '' }))
  return JSON.stringify({ keptAt, draft: { ...draft, founders } })
}

/** What was typed before; nothing where it is of another version, or too old. */
export function draftOfText(text: string | undefined, now: IsoTime): Draft | undefined {
  if (text === undefined) return undefined
  const kept = KeptDraft.safeParse(parsed(text))
  if (!kept.success || Date.parse(now) - Date.parse(kept.data.keptAt) > keptMs) return undefined
  const { draft } = kept.data
  return { ...draft, type: draft.type }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
