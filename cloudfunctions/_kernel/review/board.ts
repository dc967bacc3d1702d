import { toBase64url } from '../../../shared/core/base64url'
import type { ReviewId } from '../../../shared/core/ids'
import { boardPages } from '../../../shared/review/board-pages'
import type { Envelope } from '../../../shared/review/envelope'
import { merkleRoot } from '../../../shared/review/merkle'
import { boardPageId, boards, type BoardPageRecord } from '../records/boards'
import type { Transaction } from '../store/port'

/** 上公示栏: `ids`, sorted, of what counts; a page for each 4,500 of them, to be written with the count. */
export function boardOf(review: ReviewId, envelope: Envelope, ids: readonly Uint8Array[]): readonly BoardPageRecord[] {
  const root = toBase64url(merkleRoot(ids))
  return boardPages(ids).map((written, page, { length: pages }) => ({
    _id: boardPageId({ review, envelope, page }),
    review,
    envelope,
    page,
    pages,
    ids: written,
    root,
  }))
}

export async function putBoard(tx: Transaction, pages: readonly BoardPageRecord[]): Promise<void> {
  for (const page of pages) await tx.put(boards, page)
}
