import type { Place, WorkbookCode, WorkbookRefusal } from '../../../shared/roster/workbook'

/** Thrown deep inside a file, where a parser calls us back, and turned into a value at the reader’s door: nobody outside this folder meets it. */
export class Unreadable extends Error {
  constructor(
    readonly code: WorkbookCode,
    readonly at?: Place,
  ) {
    super(code)
  }

  refusal(): WorkbookRefusal {
    return { ok: false, code: this.code, ...(this.at === undefined ? {} : { at: this.at }) }
  }
}
