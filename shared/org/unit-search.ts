/** 单位名称检索: any part of a name finds the unit, because each ending of the name is kept and a text is looked up as the beginning of one. */

/** Letters of an ending that are kept; a longer text narrows no further. */
const keptLetters = 12
/** The shortest text that is looked up. */
const shortest = 2

/** A name or a text as it is compared: width, case, spaces and the two kinds of brackets make no difference. */
function comparable(text: string): readonly string[] {
  return [...text.normalize('NFKC').toUpperCase().replace(/\s+/g, '')]
}

/** Every ending of a name with two letters or more, cut to what is kept. */
export function endingsOf(name: string): readonly string[] {
  const letters = comparable(name)
  return Array.from({ length: Math.max(0, letters.length - shortest + 1) }, (_, from) =>
    letters.slice(from, from + keptLetters).join(''),
  )
}

/** The range of endings that begin with the text: `from` inclusive, `until` exclusive. */
export function endingsWith(text: string): { readonly from: string; readonly until: string } {
  const from = comparable(text).slice(0, keptLetters).join('')
  return { from, until: `${from}\u{10ffff}` }
}
