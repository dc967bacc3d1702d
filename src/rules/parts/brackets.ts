import type { SubsidyBracket } from '../../../shared/org/subsidy'

const line = /^(\d{1,7})(?:[-—–~至到](\d{1,7})人?|人?以上)[\s:：,，]+(\d{1,7})(?:\.(\d{1,2}))?元?$/

/** 补助的档, one line each: 25-99 1000, or 100以上 2000.5, in yuan. */
export function bracketLines(brackets: readonly SubsidyBracket[]): string {
  return brackets
    .map(
      ({ staffFrom, staffTo, amountFen }) =>
        `${staffFrom}${staffTo === null ? '以上' : `-${staffTo}`} ${amountFen / 100}`,
    )
    .join('\n')
}

/** Undefined where a line says no bracket. */
export function bracketsOf(text: string): readonly SubsidyBracket[] | undefined {
  const lines = text.split('\n').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
  const read = lines.map(bracketOf)
  const brackets = read.flatMap((each) => each ?? [])
  return brackets.length === read.length ? brackets : undefined
}

function bracketOf(text: string): SubsidyBracket | undefined {
  const found = line.exec(text)
  if (found === null) return undefined
  const [, from, to, yuan, fen = ''] = found
  const staffTo = to === undefined ? null : Number(to)
  return { staffFrom: Number(from), staffTo, amountFen: Number(yuan) * 100 + Number(fen.padEnd(2, '0')) }
}
