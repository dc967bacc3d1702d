import type { z } from 'zod'
import type { sampleProcedures } from '../../../shared/contract/review-sample'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { commitment, draw, seedOf } from '../../../shared/review/sample'

export type SampleFile = z.output<typeof sampleProcedures.sampleFile.output>
type Row = SampleFile['rows'][number]

/** 重抽的结果: `population` is another list than the one that was locked before the lottery; `drawn` are other people than the lottery draws. */
export type DrawnAgain = 'same' | 'not-drawn' | 'population' | 'drawn'

/** 重抽一遍, from the whole list, by the rule that everybody may read (shared/review/sample.ts). */
export function drawnAgain(file: Omit<SampleFile, 'rows' | 'cursor'>, rows: readonly Row[]): DrawnAgain {
  const pseudonyms = rows.map(({ pseudonym }) => fromBase64url(pseudonym) ?? new Uint8Array())
  const committed = commitment(pseudonyms)
  if (toBase64url(committed) !== file.commitment) return 'population'
  if (file.value === undefined || file.state !== 'drawn') return 'not-drawn'
  const drawn = draw(pseudonyms, file.size, seedOf(committed, file.value)) ?? []
  const told = rows.flatMap((row) => (row.drawn ? [row.pseudonym] : []))
  return sorted(drawn.map(toBase64url)) === sorted(told) ? 'same' : 'drawn'
}

function sorted(pseudonyms: readonly string[]): string {
  return [...pseudonyms].sort().join(' ')
}
