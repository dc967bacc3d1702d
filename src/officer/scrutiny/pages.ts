import type { Envelope } from '../../../shared/review/envelope'
import { fileText } from '../../../shared/review/export-text'

export interface PageOfCasts {
  readonly envelope: Envelope
  readonly page: number
}

/** 还要取的页: all ballots before all remarks, as the file has them. */
export function pagesIn(pages: Readonly<Record<Envelope, number>>): readonly PageOfCasts[] {
  const of = (envelope: Envelope) => Array.from({ length: pages[envelope] }, (_, page) => ({ envelope, page }))
  return [...of('ballot'), ...of('remark')]
}

/** The file as it grows: its head, then page after page in their order, then its end. */
export function growingFile(head: object, write: (text: string) => void) {
  const text = fileText()
  let writing: Envelope = 'ballot'
  const goTo = (envelope: Envelope) => {
    if (writing === envelope) return
    writing = envelope
    write(text.between())
  }
  write(text.begin(head))
  return {
    add({ envelope }: PageOfCasts, casts: readonly string[]): void {
      goTo(envelope)
      write(text.casts(casts))
    },
    end(): void {
      goTo('remark')
      write(text.end())
    },
  }
}
