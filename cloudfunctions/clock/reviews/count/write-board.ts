import { toBase64url } from '../../../../shared/core/base64url'
import type { ReviewId } from '../../../../shared/core/ids'
import { boardPages, idBytes } from '../../../../shared/review/board-pages'
import type { Envelope } from '../../../../shared/review/envelope'
import { boardPageId, boards } from '../../../_kernel/records/boards'
import { boardRoot } from '../../../_kernel/review/board-root'
import type { Store } from '../../../_kernel/store/port'

/** 公示栏: the sorted ids in pages. Shown when the review is published; written again after a crash it is the same. */
export async function writeBoard(
  review: ReviewId,
  envelope: Envelope,
  ids: Uint8Array,
  store: Store,
): Promise<Uint8Array> {
  const root = boardRoot(ids)
  const each = Array.from({ length: ids.length / idBytes }, (_, at) => ids.subarray(at * idBytes, (at + 1) * idBytes))
  const pages = boardPages(each)
  for (const [page, text] of pages.entries()) {
    const _id = boardPageId({ review, envelope, page })
    const record = { _id, review, envelope, page, pages: pages.length, ids: text, root: toBase64url(root) }
    await store.transact((tx) => tx.put(boards, record))
  }
  return root
}
