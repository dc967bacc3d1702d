/** 写复核文件, part after part: what is written so far need not be held. Begin, ballots page by page, between, remarks page by page, end. */
export interface FileText {
  begin(head: object): string
  /** A page of casts as they were answered, in order. */
  casts(page: readonly string[]): string
  between(): string
  end(): string
}

export function fileText(): FileText {
  let isFirst = true
  return {
    begin: (head) => `${JSON.stringify(head).slice(0, -1)},"ballots":[`,
    casts: (page) => {
      const text = page.map((cast) => JSON.stringify(cast)).join(',')
      const comma = isFirst || text === '' ? '' : ','
      isFirst &&= text === ''
      return comma + text
    },
    between: () => {
      isFirst = true
      return '],"remarks":['
    },
    end: () => ']}',
  }
}
