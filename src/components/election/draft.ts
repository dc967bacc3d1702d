import { IsoDate } from '../../../shared/core/time'
import { parseMobile } from '../../../shared/identity/mobile'
import { foundedTogether, type CommitteeKind } from '../../../shared/org/committees'
import type { Elected, ElectionBody, Post } from '../../../shared/org/union-application'

/** 选举结果, as it is typed. */
export interface ElectionDraft {
  readonly heldOn?: string | undefined
  readonly termYears?: string | undefined
  readonly seats: Readonly<Partial<Record<CommitteeKind, string>>>
  readonly chairs: Readonly<Partial<Record<CommitteeKind, string>>>
  readonly posts: readonly Post[]
  readonly relatives?: 'yes' | 'no' | undefined
}

export const emptyElection: ElectionDraft = { seats: {}, chairs: {}, posts: [{ role: 'chair', name: '', mobile: '' }] }

/** Asked one after the other. */
export type ElectionStep = 'meeting' | 'committees' | 'leaders'
export const electionSteps: readonly ElectionStep[] = ['meeting', 'committees', 'leaders']

/** `whole`: every committee is elected, and for a term; a by-election fills seats of the term that runs. */
export type ElectionKind = 'whole' | 'by-election'
export type ElectionErrors = Readonly<Record<string, string>>

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

/** What is sent, once no step has an error. A committee that has neither seats nor a name was not elected. */
export function electionOf(draft: ElectionDraft, kind: ElectionKind): ElectionPart | undefined {
  const { heldOn, posts, relatives } = draft
  const day = IsoDate.safeParse(heldOn)
  const wrong = electionSteps.some((step) => Object.keys(electionErrors(step, draft, kind)).length > 0)
  if (wrong || !day.success) return undefined
  const elected = kindsTouched(draft).map((one) => ({
    kind: one,
    seats: Number(draft.seats[one]),
    chair: chairOf(draft, one),
  }))
  return { heldOn: day.data, elected, posts: posts.filter(isTouched), relatives: relatives === 'yes' }
}

/** 哪里没填对: a sentence for each field of this step, by the field’s name. */
export function electionErrors(step: ElectionStep, draft: ElectionDraft, kind: ElectionKind): ElectionErrors {
  switch (step) {
    case 'meeting':
      return {
        ...(draft.heldOn === undefined ? { heldOn: '请选日期' } : {}),
        ...(kind === 'whole' && draft.termYears === undefined ? { termYears: '请选任期' } : {}),
      }
    case 'committees':
      return Object.fromEntries(asked(draft, kind).flatMap((one) => committeeErrors(one, draft)))
    case 'leaders':
      return {
        ...Object.fromEntries(draft.posts.flatMap((post, at) => (mustName(post, kind) ? postErrors(post, at) : []))),
        ...(draft.relatives === undefined ? { relatives: '请选一项' } : {}),
      }
  }
}

/** Those founded together are elected together (001 一类 组织1); of the others only what somebody began to fill in. */
function asked(draft: ElectionDraft, kind: ElectionKind): readonly CommitteeKind[] {
  const touched = kindsTouched(draft)
  if (kind === 'whole') return [...new Set([...foundedTogether, ...touched])]
  return touched.length === 0 ? ['committee'] : touched
}

const kindsTouched = (draft: ElectionDraft) =>
  (['committee', 'audit', 'women', 'labour-law'] as const).filter(
    (kind) => (draft.seats[kind] ?? '').trim() !== '' || chairOf(draft, kind) !== '',
  )
const chairOf = ({ chairs }: ElectionDraft, kind: CommitteeKind) => (chairs[kind] ?? '').trim()

function committeeErrors(kind: CommitteeKind, draft: ElectionDraft): readonly (readonly [string, string])[] {
  const seats = Number(draft.seats[kind] ?? '')
  return [
    ...(Number.isInteger(seats) && seats >= 1 && seats <= 99 ? [] : [[`seats.${kind}`, '请写人数，1 到 99'] as const]),
    ...(chairOf(draft, kind).length >= 2 ? [] : [[`chair.${kind}`, '请写姓名'] as const]),
  ]
}

const isTouched = ({ name, mobile }: Post) => name.trim() !== '' || mobile.trim() !== ''
/** A founding and a re-election name their chair; a by-election may have been about somebody else. */
const mustName = (post: Post, kind: ElectionKind) => isTouched(post) || (kind === 'whole' && post.role === 'chair')

function postErrors({ name, mobile }: Post, at: number): readonly (readonly [string, string])[] {
  const parsed = parseMobile(mobile)
  return [
    ...(name.trim().length >= 2 ? [] : [[`name.${at}`, '请写姓名'] as const]),
    ...(parsed.ok ? [] : [[`mobile.${at}`, parsed.message] as const]),
  ]
}
