/** 版面: a table as it is printed, before any library knows of it. Texts are texts, counts are numbers. */
export interface Layout {
  /** Of the sheet’s tab. */
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: readonly LayoutColumn[]
  /** Walked once, from top to bottom: a roster of a city is never in memory as a whole because of its layout. */
  readonly lines: Iterable<Line>
  /** 水印: on every printed page, above and below. */
  readonly watermark: string
}

/** `width` in characters; `digits`: holds numbers that are no quantities. */
export interface LayoutColumn {
  readonly width: number
  readonly digits?: true
}

export type Value = string | number

/** 一行: over the whole width, or cell by cell. `text` above a table says something, a `note` below it is small. */
export type Line =
  | { readonly kind: 'title' | 'text' | 'note'; readonly text: string }
  | { readonly kind: 'head'; readonly label: string; readonly text: string }
  | { readonly kind: 'headings'; readonly cells: readonly string[] }
  | { readonly kind: 'row'; readonly cells: readonly Value[] }
  /** Where somebody signs; the page ends after the last of them that says so. */
  | { readonly kind: 'signing'; readonly cells: readonly Value[]; readonly endsPage: boolean }
  | { readonly kind: 'blank' }

/** 审核状态, level by level (003 二(三)3: only what was examined goes up). */
export interface LevelCheck {
  readonly unionName: string
  /** The day on which it was examined; absent as long as it was not. */
  readonly checkedOn: string | undefined
  /** How often memberships changed since: what is printed is the roster of today. */
  readonly changedSince?: number
}

/** What stands below every annex: who examined it, and for whom this copy was made. */
export function closingLines(notes: string, checks: readonly LevelCheck[], watermark: string): readonly Line[] {
  const states = checks.map(({ unionName, checkedOn, changedSince }) =>
    checkedOn === undefined
      ? `${unionName}：未审核`
      : `${unionName}：已审核（${checkedOn}）${changedSince === undefined ? '' : `，此后变动 ${changedSince} 处`}`,
  )
  return [
    { kind: 'note', text: notes },
    ...(states.length === 0 ? [] : [{ kind: 'note', text: `注：审核情况 ${states.join('；')}` } as const]),
    { kind: 'note', text: `注：${watermark}` },
  ]
}
