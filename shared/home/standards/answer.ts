import { z } from 'zod'
import { FileId } from '../../core/ids'
import { shownText } from '../../core/shown-text'
import { unreachable } from '../../core/unreachable'
import type { Said } from './standing'

export const mostPhotos = 3

const words = shownText('请写几句做了什么', 600)

/**
 * 回答: a text, photographs, or where the paper lies, which stays the original (001 基础建设); or that it is not so yet; or that the clause does not mean this
 * union, and why.
 */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: words }),
  z.strictObject({
    kind: z.literal('photos'),
    photos: z.array(FileId).min(1, '请至少拍一张').max(mostPhotos, `最多 ${mostPhotos} 张`),
  }),
  z.strictObject({
    kind: z.literal('paper'),
    what: shownText('请写是什么材料', 60),
    place: shownText('请写原件放在哪里，例如：工会办公室 2 号柜', 60),
  }),
  z.strictObject({ kind: z.literal('not-yet') }),
  z.strictObject({ kind: z.literal('not-meant'), why: shownText('请写为什么不适用', 200) }),
])
export type Answer = z.infer<typeof Answer>

/** What a question takes: a proof, a text, or where the paper lies and nothing else (REQUIREMENTS ARC-02). */
export const questionKinds = ['evidence', 'narrative', 'paper'] as const
export type QuestionKind = (typeof questionKinds)[number]

const taken: Readonly<Record<QuestionKind, readonly Answer['kind'][]>> = {
  evidence: ['photos', 'paper', 'not-yet'],
  narrative: ['text', 'paper', 'not-yet'],
  paper: ['paper', 'not-yet'],
}

/** 能不能这样回答. */
export function isOffered(
  { kind }: Answer,
  { asks, mayNotBeMeant }: { readonly asks: QuestionKind; readonly mayNotBeMeant: boolean },
): boolean {
  return kind === 'not-meant' ? mayNotBeMeant : taken[asks].includes(kind)
}

export function saidBy({ kind }: Answer): Said {
  switch (kind) {
    case 'text':
    case 'photos':
    case 'paper':
      return 'yes'
    case 'not-yet':
      return 'no'
    case 'not-meant':
      return 'not-meant'
    default:
      return unreachable(kind)
  }
}
