import type { z } from 'zod'
import type { importProcedures } from '../../../shared/contract/membership-import'
import type { ImportAnnex, ImportState, RowOutcome } from '../../../shared/roster/import'
import type { PickedTable } from '../../services/table-file'

export type ImportView = z.output<typeof importProcedures.carryImport.output>
export type ImportRowView = z.output<typeof importProcedures.importRows.output>['rows'][number]
export type ImportColumns = z.output<typeof importProcedures.importColumns.output>

export const annexName: Readonly<Record<ImportAnnex, string>> = {
  roster: '会员花名册',
  organisation: '下级工会信息汇总表',
}

export const stateName: Readonly<Record<ImportState, string>> = {
  uploading: '没有传完，重新选这个文件接着传',
  mapping: '等您对列',
  reading: '正在读',
  matching: '正在核对',
  checked: '核对好了，等您确认',
  applying: '正在写入',
  done: '导入完了',
  refused: '读不了',
  cancelled: '没有导入',
}

/** What comes of the rows, before and after they are written. */
export const outcomeName: Readonly<Record<ImportAnnex, Readonly<Record<RowOutcome, string>>>> = {
  roster: { new: '新登记', changed: '更新资料', same: '没有变化', refused: '不能导入' },
  organisation: { new: '新登记', changed: '更新信息', same: '没有变化', refused: '不能导入' },
}

export const outcomes: Readonly<Record<ImportAnnex, readonly RowOutcome[]>> = {
  roster: ['refused', 'new', 'changed', 'same'],
  organisation: ['refused', 'changed', 'same'],
}

export function whyNotPicked(picked: PickedTable): string | undefined {
  switch (picked.kind) {
    case 'table':
    case 'cancelled':
      return undefined
    case 'denied':
      return '微信没有允许读取文件。请在右上角“…”的设置里允许，再选一次。'
    case 'too-large':
      return '文件超过 20 MB，请按单位拆成几个文件。'
    case 'failed':
      return '这个文件打不开，请重新选一次。'
  }
}
