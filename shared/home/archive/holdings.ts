import type { IsoDate } from '../../core/time'
import type { Paper } from '../fields'
import type { ManagementFacts } from '../management/facts'
import type { PaperKind } from './papers'

/** One of the two congresses, as far as its paper goes. */
export interface KeptMeeting {
  readonly day: IsoDate
  readonly period: number
  readonly session: number
  readonly paper: Paper
}

/** 一件应存的: what it is, of which day, and where its paper lies. */
export interface Holding {
  readonly kind: PaperKind
  readonly day: IsoDate
  /** 第几届第几次, of a congress. */
  readonly session?: { readonly period: number; readonly session: number }
  /** Of a contract. */
  readonly name?: string
  readonly paper: Paper
}

export interface OnRecord {
  readonly memberCongresses: readonly KeptMeeting[]
  readonly staffCongresses: readonly KeptMeeting[]
  readonly management: readonly ManagementFacts[]
}

/**
 * 纸质档案目录: of what is on record, all that the region wants kept on paper for a union of this kind (REQUIREMENTS A10 archive.paper), in the region’s order and each the newest first.
 * What is not on the list is kept on paper or electronically, as the union likes, and stands in no index.
 */
export function holdings(list: readonly PaperKind[], known: OnRecord): readonly Holding[] {
  return list.flatMap((kind) => [...ofKind(kind, known)].sort((a, b) => (a.day < b.day ? 1 : -1)))
}

function ofKind(kind: PaperKind, known: OnRecord): readonly Holding[] {
  switch (kind) {
    case 'member-congress':
      return known.memberCongresses.map((held) => ofMeeting(kind, held))
    case 'staff-congress':
      return known.staffCongresses.map((held) => ofMeeting(kind, held))
    case 'collective-contract':
      return contractsOf(kind, 'whole', known)
    case 'special-contract':
      return contractsOf(kind, 'special', known)
  }
}

function ofMeeting(kind: PaperKind, { day, period, session, paper }: KeptMeeting): Holding {
  return { kind, day, session: { period, session }, paper }
}

function contractsOf(kind: PaperKind, scope: 'whole' | 'special', { management }: OnRecord): readonly Holding[] {
  return management.flatMap((facts) =>
    facts.kind === 'contract' && facts.scope === scope
      ? [{ kind, day: facts.day, name: facts.name, paper: facts.paper }]
      : [],
  )
}
