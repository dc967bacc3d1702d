import { alphabet } from '../core/base64url'
import type { Envelope } from './envelope'

/**
 * 复核文件的分页: the ids of casts are hashes, spread evenly, so that a page is a stretch of the ids there could be. No page is longer than 200,000 characters or
 * so, and whoever writes one page after the other has them in order, without holding more than one.
 */
const castsOnPage: Readonly<Record<Envelope, number>> = { ballot: 250, remark: 100 }
const mostLetters = 3

/** How many pages: a power of two, so that every page begins where a letter of base64url does. */
export function exportPages(envelope: Envelope, casts: number): number {
  const wanted = Math.ceil(casts / castsOnPage[envelope])
  return 2 ** Math.min(6 * mostLetters, Math.ceil(Math.log2(Math.max(1, wanted))))
}

/** With what the ids on a page begin, in base64url, in the order of their bytes. */
export function prefixesOf(page: number, pages: number): readonly string[] {
  const letters = Math.ceil(Math.log2(pages) / 6)
  const each = 64 ** letters / pages
  return Array.from({ length: each }, (_, at) => inLetters(page * each + at, letters))
}

function inLetters(value: number, letters: number): string {
  const places = Array.from({ length: letters }, (_, at) => 64 ** (letters - 1 - at))
  return places.map((place) => alphabet.charAt(Math.floor(value / place) % 64)).join('')
}
