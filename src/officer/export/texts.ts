import type { z } from 'zod'
import type { exportProcedures } from '../../../shared/contract/membership-exports'
import type { UnionId } from '../../../shared/core/ids'
import type { ExportAnnex, ExportForm, ExportState } from '../../../shared/roster/export'

export type ExportView = z.output<typeof exportProcedures.carryExport.output>
export type Exportable = z.output<typeof exportProcedures.exportable.output>

/** What was chosen on the first page. */
export interface Chosen {
  readonly of: UnionId
  readonly ofName: string
  readonly annex: ExportAnnex
}

export const annexName: Readonly<Record<ExportAnnex, string>> = {
  roster: '会员花名册（附件 3）',
  letter: '入会申请书名单（附件 2）',
  organisation: '工会信息汇总表（附件 1）',
}

export const annexNote: Readonly<Record<ExportAnnex, string>> = {
  roster: '有完整的身份证号码和手机号',
  letter: '申请书原文，左右两栏，签名处留空，打印用',
  organisation: '本会和下面所有工会，一个工会一行',
}

export const formName: Readonly<Record<ExportForm, string>> = {
  annex: '打印、报送的样式',
  platform: '平台导入的样式',
}

export const stateName: Readonly<Record<ExportState, string>> = {
  gathering: '正在收集',
  ready: '可以生成文件',
  removed: '已经删除',
}
