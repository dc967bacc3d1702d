/** 读号码: what every parser in this room answers. A refusal tells what is wrong, where, and how to mend it. */
export interface Misread<Reason extends string> {
  readonly ok: false
  readonly reason: Reason
  /** Chinese, for the person who typed it. */
  readonly message: string
  /** Where in the text as it was typed, counted from 0. */
  readonly at?: number
}

/** A longer text is no number of any kind; it is refused before it is looked at. */
export const longestTyped = 64

/** What people type between the digits, and what pasting leaves: spaces, dashes, dots, invisible marks. */
const between = /[\s\-‐-―−_.·•\p{Cf}]/u

/** The text as it is compared: full-width letters and digits narrowed, capitals, nothing in between. */
export function comparable(raw: string): string {
  return raw.normalize('NFKC').toUpperCase().replace(new RegExp(between, 'gu'), '')
}

/** Where the n-th character (from 0) of the comparable text stands in what was typed. */
export function placeIn(raw: string, n: number): number {
  let seen = 0
  for (let index = 0; index < raw.length; index++) {
    if (between.test(raw.charAt(index))) continue
    if (seen === n) return index
    seen++
  }
  return Math.max(0, raw.length - 1)
}
