import { IsoDate } from '../../shared/core/time'
import type { CommitteeKind } from '../../shared/org/committees'
import type { Elected, ElectionBody, Post } from '../../shared/org/union-application'

/** 选举结果, as it is typed. */
export interface ElectionDraft {
  readonly heldOn?: string
  readonly termYears?: string
  readonly seats: Readonly<Partial<Record<CommitteeKind, string>>>
  readonly chairs: Readonly<Partial<Record<CommitteeKind, string>>>
  readonly posts: readonly Post[]
  readonly relatives?: 'yes' | 'no'
}

export const emptyElection: ElectionDraft = { seats: {}, chairs: {}, posts: [{ role: 'chair', name: '', mobile: '' }] }

/** What was sent, to be mended. */
export function draftOfElection({ heldOn, elected, posts, relatives, ...body }: ElectionBody): ElectionDraft {
  return {
    heldOn,
    ...('termYears' in body ? { termYears: String(body.termYears) } : {}),
    seats: Object.fromEntries(elected.map(({ kind, seats }) => [kind, String(seats)])),
    chairs: Object.fromEntries(elected.map(({ kind, chair }) => [kind, chair])),
    posts,
    relatives: relatives ? 'yes' : 'no',
  }
}

interface ElectionPart {
  readonly heldOn: IsoDate
  readonly elected: Elected[]
  readonly posts: Post[]
  readonly relatives: boolean
}

/** What is sent; undefined where something is not filled in. A committee without seats and name was not elected. */
export function electionOf({ heldOn, seats, chairs, posts, relatives }: ElectionDraft): ElectionPart | undefined {
  const day = IsoDate.safeParse(heldOn)
  const elected = (['committee', 'audit', 'women', 'labour-law'] as const).flatMap((kind) => {
    const [count, chair] = [Number(seats[kind] ?? ''), (chairs[kind] ?? '').trim()]
    return count > 0 && chair.length >= 2 ? [{ kind, seats: count, chair }] : []
  })
  if (!day.success || relatives === undefined || elected.length === 0) return undefined
  const named = posts.filter(({ name, mobile }) => name.trim() !== '' || mobile.trim() !== '')
  return { heldOn: day.data, elected, posts: named, relatives: relatives === 'yes' }
}
