import { z } from 'zod'
import type { Layout, Line } from './layout'
import { workbookLimits } from './workbook'

/** 附件 1, 2 or 3: what is exported. */
export const ExportAnnex = z.enum(['organisation', 'letter', 'roster'])
export type ExportAnnex = z.infer<typeof ExportAnnex>

/** 版式: as the annex is printed, or the bare columns that a province’s platform takes in (003 三3). */
export const ExportForm = z.enum(['annex', 'platform'])
export type ExportForm = z.infer<typeof ExportForm>

/** 导出的一步步: its rows are gathered, its files may be made, and a day later what it holds is gone. */
export const ExportState = z.enum(['gathering', 'ready', 'removed'])
export type ExportState = z.infer<typeof ExportState>

/** Rows of one file: what a call can write and encrypt. A larger table comes in parts, well below what the import takes in again. */
export const rowsOfFile = Math.min(20_000, workbookLimits.rows)
export const partsOf = (rows: number) => Math.max(1, Math.ceil(rows / rowsOfFile))

/** 审核无误的才上报 (003 二(三)3): a report that is in order at every level between a union and whoever asks for its table. */
export function isCheckedUpTo<Union>(
  line: readonly Union[],
  asking: Union,
  isChecked: (union: Union) => boolean,
): boolean {
  const above = line.indexOf(asking)
  return above >= 0 && line.slice(0, above).every(isChecked)
}

/** 平台导入表: the headings in the first row and nothing but rows below them. Who it is for stands on the printed page alone. */
export function platformLayout(layout: Layout): Layout {
  return { ...layout, lines: bare(layout.lines) }
}

function* bare(lines: Iterable<Line>): Generator<Line, void, undefined> {
  for (const line of lines) if (line.kind === 'headings' || line.kind === 'row') yield line
}

const annexName: Readonly<Record<ExportAnnex, string>> = {
  organisation: '附件1 工会组织信息采集汇总表',
  letter: '附件2 入会申请书',
  roster: '附件3 会员花名册',
}

/** 文件名, without what a file system does not take. */
export function exportFileName(
  { annex, ofName, day }: { readonly annex: ExportAnnex; readonly ofName: string; readonly day: string },
  { part, parts }: { readonly part: number; readonly parts: number },
): string {
  const numbered = parts === 1 ? '' : `_第${part + 1}部分`
  return `${annexName[annex]}_${ofName.replace(/[\\/:*?"<>|]/g, '_')}_${day}${numbered}.xlsx`
}
