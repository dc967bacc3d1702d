import { z } from 'zod'
import { isBytes } from '../core/bytes'
import { isWrittenAs, pad, unpad } from './envelope'

/** 六有 (001 二): what a remark can give 1 to 5 for. */
export const RemarkItem = z.enum(['chair', 'organisation', 'place', 'system', 'funds', 'performance'])
export type RemarkItem = z.infer<typeof RemarkItem>
export type Score = 1 | 2 | 3 | 4 | 5

/** 补充评价: scores and a comment, sent by itself; whoever gives neither sends none. */
export interface Remark {
  /** `announcementDigest` of the review. */
  readonly review: Uint8Array
  readonly scores: Readonly<Partial<Record<RemarkItem, Score>>>
  /** Empty where nothing was written. */
  readonly comment: string
}

export const longestComment = 200
const noScore = 0

const Parts = z.tuple([
  z.custom<Uint8Array>((value) => isBytes(value) && value.length === 32),
  z.array(z.literal([noScore, 1, 2, 3, 4, 5])).length(RemarkItem.options.length),
  z.string(),
])

/** 1,024 bytes. Undefined for what is no remark: nothing said, or a comment that `isComment` does not take. */
export function writeRemark({ review, scores, comment }: Remark): Uint8Array | undefined {
  const given = RemarkItem.options.map((item) => scores[item] ?? noScore)
  const isEmpty = comment === '' && given.every((score) => score === noScore)
  return isEmpty || !isComment(comment) ? undefined : pad('remark', [review, given, comment])
}

export function readRemark(content: Uint8Array): Remark | undefined {
  const parts = Parts.safeParse(unpad('remark', content))
  if (!parts.success) return undefined
  const [review, given, comment] = parts.data
  const scores = Object.fromEntries(
    RemarkItem.options.flatMap((item, at) => {
      const score = given[at]
      return score === undefined || score === noScore ? [] : [[item, score]]
    }),
  )
  const remark: Remark = { review, scores, comment }
  return isWrittenAs(content, writeRemark(remark)) ? remark : undefined
}

/**
 * Control characters but the end of a line, halves of a pair, what turns the direction of the text after it, and the byte order mark: some decoders take one away
 * at the beginning and others do not, and a count and its recount would differ by one remark.
 */
const unshowable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u

/** At most 200 characters, counted as people count them, all of which can be shown. */
export function isComment(text: string): boolean {
  return [...text].length <= longestComment && !unshowable.test(text.replace(/\n/g, ''))
}
