/** What a spreadsheet takes for a formula when a text is typed into it again, or read from a CSV: `=`, `+`, `-`, `@`, a tab or a line break in front. */
const formulaLike = /^'*[=+\-@\t\r\n]/

/** 防公式: a text that would be taken for a formula gets an apostrophe in front, the spreadsheets' own sign for “this is text”. */
export function guarded(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text
}

/** The text without that apostrophe: `unguarded(guarded(text))` is the text. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text
}
