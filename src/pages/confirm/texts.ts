import type { z } from 'zod'
import type { session } from '../../../shared/contract/session'

type Act = z.output<typeof session.procedures.seeConfirmation.output>['act']

const tableName = { organisation: '工会信息汇总表', letter: '入会申请书名单', roster: '会员花名册' } as const

export const numberOnly = '电脑上显示的是哪个数字？'

/** 要确认的事 in words. */
export function actText(act: Act): { readonly question: string; readonly note?: string } {
  switch (act.kind) {
    case 'sign-in':
      return {
        question: '在电脑上登录您的账号？',
        note: '登录后，那台电脑能办您能办的事。只在您自己正坐在它前面时同意；有人发给您的码，不要扫。',
      }
    case 'reveal':
      return {
        question: `在电脑上查看${act.maskedName}的${act.value === 'number' ? '完整证件号码' : '完整手机号'}？`,
        note: `${act.unionName}。这次查看会记录，本人能看到。`,
      }
    case 'export-mine':
      return { question: '在电脑上导出您的全部资料？', note: '里面有完整的证件号码和手机号，请保管好。' }
    case 'export-table':
      return {
        question: `在电脑上导出${act.ofName}的${tableName[act.annex]}？`,
        note: `共 ${act.rows} 行。文件加密，密码只在那台电脑上显示一次；这次导出会记录。`,
      }
    case 'import-table':
      return {
        question: `在电脑上向${act.unionName}导入${tableName[act.annex]}？`,
        note: `要写入 ${act.rows} 行。表格请先审核；这次导入会记录。`,
      }
  }
}

export const outcomeText = {
  confirmed: { title: '已经同意', note: '电脑上马上会继续。' },
  refused: { title: '没有同意', note: '电脑上什么也没有发生。如果不是您本人在操作，请告诉工会。' },
  wrong: { title: '数字不对，没有通过', note: '请在电脑上换一个新码，再扫一次。' },
} as const
