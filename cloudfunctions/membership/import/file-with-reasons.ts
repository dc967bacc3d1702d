import { copying, reasonLayout, type Copied } from '../../../shared/roster/reason-layout'
import { openWorkbook } from '../../_kernel/workbook/read-workbook'
import { writeList } from '../../_kernel/workbook/write-xlsx'

interface Returned {
  readonly sheet?: string | undefined
  readonly headRow: number
  /** By row, as the spreadsheet counts them. */
  readonly reasons: ReadonlyMap<number, string>
  readonly watermark: string
}

/** 原表加一列原因. Of a hundred thousand rows only texts are held, page by page as they are read; undefined where the file cannot be read any more. */
export async function fileWithReasons(
  bytes: Uint8Array,
  { sheet, headRow, reasons, watermark }: Returned,
): Promise<Uint8Array | undefined> {
  const copied = await copiedRows(bytes, sheet)
  if (copied === undefined) return undefined
  const rows = copied.rows.length
  return writeList({ ...reasonLayout(copied, headRow, reasons, watermark), rows })
}

async function copiedRows(bytes: Uint8Array, sheet: string | undefined): Promise<Copied | undefined> {
  const opened = await openWorkbook(bytes, sheet === undefined ? {} : { sheet })
  if (!opened.ok) return undefined
  const { copied, add } = copying()
  for await (const page of opened.data.pages()) {
    if (!page.ok) return undefined
    add(page.data)
  }
  return copied
}
