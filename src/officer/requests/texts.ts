import type { z } from 'zod'
import type { membership } from '../../../shared/contract/membership'
import type { CorrectedField } from '../../../shared/membership/data-request'

type Row = z.output<typeof membership.procedures.requests.output>['rows'][number]

const fieldName: Readonly<Record<CorrectedField, string>> = {
  name: '姓名',
  mobile: '手机号',
  education: '学历',
  household: '户籍',
  other: '资料',
}

export function requestTitle({ kind, field }: Row): string {
  return kind === 'erasure' ? '请求删除资料' : `请求更正${field === undefined ? '资料' : fieldName[field]}`
}

/** What the button does: a field of the roster is written by it, everything else the officer has settled by hand. */
export function doneLabel({ kind, field }: Row): string {
  if (kind === 'erasure') return '已经办理'
  return field === undefined || field === 'other' ? '已经更正' : `核对无误，更正${fieldName[field]}`
}
