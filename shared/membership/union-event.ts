import { z } from 'zod'
import type { UnitId } from '../core/ids'

/** 机构变动: what happens to a union and moves people (seed 004 4, 8; 工会法 §13; ROUTING.md, “What later events start”). */
export const UnionEventKind = z.enum(['founded', 'merged', 'dissolved'])
export type UnionEventKind = z.infer<typeof UnionEventKind>

/** Being planned person by person, ready to be confirmed, confirmed once for everybody, everybody told, carried out. */
export const UnionEventState = z.enum(['proposed', 'planned', 'confirmed', 'told', 'done'])
export type UnionEventState = z.infer<typeof UnionEventState>

/** 附件种类: 报告、决议、批复 (ORG-11). */
export const PaperKind = z.enum(['report', 'resolution', 'reply'])
export type PaperKind = z.infer<typeof PaperKind>

/** E01 Papers that must be there: founding wants the report and the reply (工会法 §12), an end the resolution and the reply (§13). */
export const papersFor: Readonly<Record<UnionEventKind, readonly PaperKind[]>> = {
  founded: ['report', 'reply'],
  merged: ['resolution', 'reply'],
  dissolved: ['resolution', 'reply'],
}

export function papersMissing(kind: UnionEventKind, given: readonly PaperKind[]): readonly PaperKind[] {
  return papersFor[kind].filter((paper) => !given.includes(paper))
}

/** What is planned for somebody: to move, to be offered a move, to be retained elsewhere; an open application is rerouted, or, where no rule places it, left to the upper union to assign. */
export const EventPlan = z.enum(['move', 'offer', 'retain', 'reroute', 'assign'])
export type EventPlan = z.infer<typeof EventPlan>

export const EventItemState = z.enum(['planned', 'told', 'offered', 'objected', 'moved', 'kept', 'failed'])
export type EventItemState = z.infer<typeof EventItemState>

/** `tell` tells of a move, `offer` of a possibility; `redirect`: the member said where they live; `fail` is what a person has to look at. */
export type EventItemCommand = 'tell' | 'offer' | 'accept' | 'redirect' | 'object' | 'move' | 'keep' | 'fail'

export type NextItem = { readonly to: EventItemState } | { readonly refuse: 'EVENT_CHANGED' }

const to = (state: EventItemState) => ({ to: state }) as const
const changed = { refuse: 'EVENT_CHANGED' } as const
const over = {
  tell: changed,
  offer: changed,
  accept: changed,
  redirect: changed,
  object: changed,
  move: changed,
  keep: changed,
  fail: changed,
} as const

/** 一个人在一次变动里走到哪一步. Nobody moves who was not told first; only an open application goes at once. */
export const eventItemMachine = {
  planned: { ...over, tell: to('told'), offer: to('offered'), move: to('moved'), keep: to('kept'), fail: to('failed') },
  told: {
    ...over,
    redirect: to('told'),
    object: to('objected'),
    move: to('moved'),
    keep: to('kept'),
    fail: to('failed'),
  },
  offered: { ...over, accept: to('told') },
  objected: { ...over, move: to('moved'), keep: to('kept') },
  failed: { ...over, move: to('moved'), keep: to('kept') },
  moved: over,
  kept: over,
} as const satisfies Readonly<Record<EventItemState, Readonly<Record<EventItemCommand, NextItem>>>>

export function advanceItem(state: EventItemState, command: EventItemCommand): NextItem {
  return eventItemMachine[state][command]
}

/** What a founding looks at in a membership. */
export interface AffectedMember {
  readonly state: string
  readonly unit?: UnitId | undefined
  readonly agency?: UnitId | undefined
  readonly category: string
  readonly followUps: readonly string[]
}

/** 本单位的职工: whoever the unit itself employs goes where it has its own union, whatever was promised before (C1 stands before C2 to C4). */
const employedByUnit: ReadonlySet<string> = new Set(['在职职工', '编外聘用', '单位负责人', '借调'])

/**
 * 单位建会以后: whom the founding moves, by what was written down when they joined. E10 not active: stays. E11 OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED and the
 * user unit founds: offered. E12 TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED and the employer founds: moves. E13 TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED and either
 * founds: moves. E14 employed by the unit itself: moves. E15 everybody else chose freely or is organised rightly: stays.
 */
export function whereFoundingLeads(member: AffectedMember, founder: UnitId): 'move' | 'offer' | 'stay' {
  const { state, unit, agency, category, followUps } = member
  if (state !== 'active') return 'stay'
  const worksThere = unit === founder
  if (worksThere && followUps.includes('OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED')) return 'offer'
  if (worksThere && followUps.includes('TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED')) return 'move'
  if ((worksThere || agency === founder) && followUps.includes('TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED'))
    return 'move'
  return worksThere && employedByUnit.has(category) ? 'move' : 'stay'
}

/** What waited for a union to come to be, and is settled once somebody is in it. */
const waitingForFounding: ReadonlySet<string> = new Set([
  'TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED',
  'TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED',
  'OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED',
  'ASSIST_FOUNDING',
  'PARENT_UNION_ASSISTS_FOUNDING',
])

export function followUpsAfterFounding(followUps: readonly string[]): string[] {
  return followUps.filter((one) => !waitingForFounding.has(one))
}

/** 要不要自己建委员会 (工会法 §11): a covered unit with so many members. */
export function shouldFoundOwn(
  { covered, members }: { readonly covered: boolean; readonly members: number },
  ownCommitteeAt: number,
): boolean {
  return covered && members >= ownCommitteeAt
}
