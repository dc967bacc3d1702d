import type { IsoDate } from '../core/time'
import { rightsOf, type OfficerRight, type OfficerRole } from './officers'

/** 请假、代行: an office rests between two days, both included, and somebody of the same union acts for it meanwhile. */
export interface Leave {
  readonly from: IsoDate
  readonly until: IsoDate
}

const longestLeaveDays = 366
const dayMs = 24 * 60 * 60 * 1000

export function isLeave({ from, until }: Leave, today: IsoDate): boolean {
  const days = (Date.parse(until) - Date.parse(from)) / dayMs + 1
  return from >= today && days >= 1 && days <= longestLeaveDays
}

export function covers({ from, until }: Leave, day: IsoDate): boolean {
  return from <= day && day <= until
}

/** What bears on an officer’s rights. */
export interface Holding {
  readonly role: OfficerRole
  readonly leave?: Leave | undefined
  readonly acting?: (Leave & { readonly role: OfficerRole }) | undefined
}

/** 评家里分开的三种人: who is judged, who counts, who watches. Standing in makes nobody two of them: a clerk’s leave would make the chair a teller. */
const apart: readonly OfficerRight[] = ['reviews', 'papers', 'scrutinise']

/** 今天有哪些权限: none while on leave; with those of the office acted for while the other is away. */
export function rightsToday({ role, leave, acting }: Holding, today: IsoDate): readonly OfficerRight[] {
  if (leave !== undefined && covers(leave, today)) return []
  const own = rightsOf[role]
  if (acting === undefined || !covers(acting, today)) return own
  const lent = rightsOf[acting.role].filter((right) => !apart.includes(right))
  return [...new Set([...own, ...lent])]
}
