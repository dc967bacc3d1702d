import { fromBase64url, toBase64url } from '../core/base64url'
import { joined } from '../core/bytes'

/** 公示栏 as it travels: ids of 32 bytes one after the other in base64url, at most so many a page that no page is longer than 200,000 characters. */
export const idBytes = 32
export const idsOnPage = 4_500

/** At least one page, so that an empty board is told from none. */
export function boardPages(ids: readonly Uint8Array[]): readonly string[] {
  const pages = Math.max(1, Math.ceil(ids.length / idsOnPage))
  return Array.from({ length: pages }, (_, at) =>
    toBase64url(joined(...ids.slice(at * idsOnPage, (at + 1) * idsOnPage))),
  )
}

/** Undefined for what is no page. */
export function idsOf(page: string): readonly Uint8Array[] | undefined {
  const bytes = fromBase64url(page)
  if (bytes === undefined || bytes.length % idBytes !== 0) return undefined
  return Array.from({ length: bytes.length / idBytes }, (_, at) => bytes.slice(at * idBytes, (at + 1) * idBytes))
}
