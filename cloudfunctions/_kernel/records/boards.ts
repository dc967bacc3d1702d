import { z } from 'zod'
import { ReviewId } from '../../../shared/core/ids'
import { collection } from '../store/port'

/** 公示栏, a page of it: which casts count, and nothing else of them. Written with the count, shown once it is published. */
export const BoardPageRecord = z.strictObject({
  /** `{review}:{envelope}:{page}`. */
  _id: z.string(),
  review: ReviewId,
  envelope: z.enum(['ballot', 'remark']),
  page: z.number().int().min(0),
  pages: z.number().int().min(1),
  /** As `boardPages` writes it. */
  ids: z.string(),
  /** Of the whole board, in base64url. */
  root: z.string(),
})
export type BoardPageRecord = z.infer<typeof BoardPageRecord>

export const boards = collection<BoardPageRecord>({ name: 'boards', schema: BoardPageRecord, indexes: {} })

export function boardPageId({ review, envelope, page }: Pick<BoardPageRecord, 'review' | 'envelope' | 'page'>): string {
  return `${review}:${envelope}:${page}`
}
