import type { RegionId, UnitId } from '../core/ids'
import { comparable } from '../identity/reading'
import { parseUscc } from '../identity/uscc'

/** What two records of units are compared by. */
export interface LikelyUnit {
  readonly id: UnitId
  readonly name: string
  readonly uscc: string | undefined
  /** Of the place it stands in, from the place itself upward. */
  readonly path: readonly RegionId[]
  readonly legalPerson: boolean
  readonly parent: UnitId | undefined
}

/** 代码读得怎样: one that passes its check digit, one that was copied wrongly, or none. */
export type ReadCode =
  | { readonly kind: 'valid'; readonly code: string }
  | { readonly kind: 'misread'; readonly text: string; readonly meant: readonly string[] }
  | { readonly kind: 'none' }

export function readCode(typed: string | undefined): ReadCode {
  const text = comparable(typed ?? '').slice(0, longest)
  if (text === '') return { kind: 'none' }
  const read = parseUscc(text)
  return read.ok ? { kind: 'valid', code: read.normalised } : { kind: 'misread', text, meant: meantBy(text) }
}

const longest = 64
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Letters that no code has, and the digits that they are taken for. */
const takenFor: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' }

/** 抄错一位: the valid codes that one wrong character, or two that changed places, make this text of. */
function meantBy(text: string): readonly string[] {
  const plain = text.replace(/[IOSZ]/g, (letter) => takenFor[letter] ?? letter)
  if (plain.length !== 18) return []
  const found = new Set([plain])
  for (let at = 0; at < plain.length; at++) {
    const [before, here, after] = [plain.slice(0, at), plain.charAt(at), plain.slice(at + 1)]
    for (const other of alphabet) found.add(`${before}${other}${after}`)
    if (after !== '') found.add(`${before}${after.charAt(0)}${here}${after.slice(1)}`)
  }
  return [...found].filter((code) => parseUscc(code).ok)
}

/** 名称，as it is compared: width, case, spaces, dots and brackets make no difference. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•.,，。()（）[\]【】《》“”"'\-_]/g, '')
}

/**
 * 疑似同一家的线索: keys that two records of one unit share. A code that was copied wrongly carries the few codes that it may stand for, so that finding one is a look-up
 * and never a comparison with everybody.
 */
export function unitLikenessKeys({ name, uscc, legalPerson, parent }: Omit<LikelyUnit, 'id' | 'path'>): string[] {
  const code = carriesItsOwnCode({ legalPerson, parent }) ? readCode(uscc) : ({ kind: 'none' } as const)
  const codes =
    code.kind === 'valid' ? [code.code] : code.kind === 'misread' ? [...new Set([code.text, ...code.meant])] : []
  return [`name:${comparableName(name)}`, ...codes.map((one) => `code:${one}`)]
}

/** A branch or shop is often recorded with the code of the unit that it belongs to. */
function carriesItsOwnCode({ legalPerson, parent }: Pick<LikelyUnit, 'legalPerson' | 'parent'>): boolean {
  return legalPerson || parent === undefined
}

/**
 * 是不是要人看一看 (docs/rules/half-year.md, U1–U5). U1: two different codes that are both valid are two units, whatever they are called. U2: one code, two records.
 * U3: a code that fails its check digit and stands one slip away from the other’s. U4: one name in one place, where one of them has no code or no readable one.
 * U5: a unit and what belongs to it are never one.
 */
export function mayBeSameUnit(one: LikelyUnit, other: LikelyUnit): boolean {
  if (one.id === other.id || one.parent === other.id || other.parent === one.id) return false
  const [ours, theirs] = [codeOf(one), codeOf(other)]
  if (ours.kind === 'valid' && theirs.kind === 'valid') return ours.code === theirs.code
  if (ours.kind === 'misread' && theirs.kind === 'misread' && ours.text === theirs.text) return true
  if (ours.kind === 'misread' && theirs.kind === 'valid' && ours.meant.includes(theirs.code)) return true
  if (theirs.kind === 'misread' && ours.kind === 'valid' && theirs.meant.includes(ours.code)) return true
  return comparableName(one.name) === comparableName(other.name) && areOfOnePlace(one.path, other.path)
}

function codeOf(unit: LikelyUnit): ReadCode {
  return carriesItsOwnCode(unit) ? readCode(unit.uscc) : { kind: 'none' }
}

/** The same place, or one within the other: a unit may be on file with its street and once more with its community. */
function areOfOnePlace([ours, ...above]: readonly RegionId[], [theirs, ...over]: readonly RegionId[]): boolean {
  if (ours === undefined || theirs === undefined) return false
  return ours === theirs || above.includes(theirs) || over.includes(ours)
}

/** U6: two valid codes that differ are never merged unless an officer says that they are one unit’s. */
export function areTwoCodes(one: string | undefined, other: string | undefined): boolean {
  const [ours, theirs] = [readCode(one), readCode(other)]
  return ours.kind === 'valid' && theirs.kind === 'valid' && ours.code !== theirs.code
}

/** One side of a merge. */
export interface UnitSide {
  readonly uscc: string | undefined
  readonly organised: 'own' | 'covered' | 'none'
  readonly members: number
}

/** 建议保留哪一份: the one with a valid code, then with a union, then with more members. */
export function keepUnitFirst(one: UnitSide, other: UnitSide): boolean {
  const rank = ({ uscc, organised }: UnitSide) =>
    (readCode(uscc).kind === 'valid' ? 10 : 0) + { own: 2, covered: 1, none: 0 }[organised]
  return rank(one) === rank(other) ? one.members >= other.members : rank(one) > rank(other)
}

/** 合并以后的代码: a valid one before a misread one before none; of two the one of the record that stays. */
export function codeAfter(kept: string | undefined, merged: string | undefined): string | undefined {
  const rank = (code: string | undefined) => ({ valid: 2, misread: 1, none: 0 })[readCode(code).kind]
  return rank(merged) > rank(kept) ? merged : kept
}
