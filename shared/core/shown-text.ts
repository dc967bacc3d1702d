import { z } from 'zod'

/** Control characters but the end of a line, halves of a pair, and what turns the direction of the text after it: a list and a printed sheet cannot show them. */
const unshowable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const readable = /[\p{L}\p{N}]/u

/** A text that members read, of which there is something to read. */
export function shownText(least: string, most: number) {
  return z
    .string()
    .trim()
    .min(2, least)
    .max(most, `最多 ${most} 个字`)
    .refine((text) => readable.test(text), least)
    .refine((text) => !unshowable.test(text.replace(/\n/g, '')), '有显示不出来的字符，请重新输入')
}
