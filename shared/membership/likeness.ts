import { isHeld, type MembershipState } from './life'
import type { IsoDate } from '../core/time'

/** What two records of persons are compared by. */
export interface Likely {
  readonly name: string
  readonly number: string
  readonly documentKind: string
  readonly birth: string | undefined
  readonly mobile: string
}

/**
 * 疑似同一人: which texts two records of one person have in common, before they are digested under the lock keys (docs/decisions/0010). A name with its birthday, and
 * a name with its phone: a permit tells no birthday, and a family shares a phone.
 */
export function likenessTexts({ name, birth, mobile }: Likely): readonly string[] {
  const called = name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•.-]/g, '')
  return [...(birth === undefined ? [] : [`born:${called}:${birth}`]), `phone:${called}:${mobile}`]
}

const cards: readonly string[] = ['resident15', 'resident18']

/**
 * 是不是要人看一看 (docs/rules/half-year.md, D1–D3). 15 and 18 digits of one number meet at one lock and never come here. Two different numbers of identity cards
 * are two people unless the phone is the same too: namesakes born on one day are common, and a number is given once.
 */
export function mayBeSame(one: Likely, other: Likely): boolean {
  const [ours, theirs] = [likenessTexts(one), likenessTexts(other)]
  if (!ours.some((text) => theirs.includes(text))) return false
  const bothCards = cards.includes(one.documentKind) && cards.includes(other.documentKind)
  return !bothCards || one.mobile === other.mobile
}

/** One side of a merge. */
export interface MergeSide {
  readonly state: MembershipState
  readonly since: IsoDate
  readonly memberNumber: string
  readonly changedOn: IsoDate | undefined
  readonly bound: boolean
}

/** 建议保留哪一份: a membership that is held before one that ended, one in force before one kept, then the one that changed last: the labour relation is where the last change went. */
export function keepFirst(one: MergeSide, other: MergeSide): boolean {
  if (rank(one) !== rank(other)) return rank(one) > rank(other)
  const last = ({ changedOn, since }: MergeSide) => changedOn ?? since
  if (last(one) !== last(other)) return last(one) > last(other)
  return one.bound || !other.bound
}

/** 能不能以它为准: a merge is no change of a membership, so that what is in force or kept never ends by it. */
export function mayKeep(kept: Pick<MergeSide, 'state'>, merged: Pick<MergeSide, 'state'>): boolean {
  return rank(kept) >= rank(merged)
}

function rank({ state }: Pick<MergeSide, 'state'>): number {
  if (state === 'active') return 2
  return isHeld(state) ? 1 : 0
}

/** 合并以后: the earlier day of joining and the number that was given with it stay; both numbers go on leading to the person. */
export function mergedFrom(
  kept: MergeSide,
  merged: MergeSide,
): { readonly since: IsoDate; readonly memberNumber: string } {
  const { since, memberNumber } = merged.since < kept.since ? merged : kept
  return { since, memberNumber }
}

/** 7 天内可以撤销. */
export const undoDays = 7

/** An id holds no plus sign, so that the name of a pair can be taken apart again. */
export const betweenTwo = '+'

/** 一对: what the task about two records is named after, whichever was found first. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(betweenTwo)
}
