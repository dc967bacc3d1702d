import type { z } from 'zod'
import type { MyRequest } from '../../../../shared/contract/membership-privacy'
import type { RequestState } from '../../../../shared/membership/data-request'
import { fieldName } from '../correct/texts'

export const stateName: Readonly<Record<RequestState, string>> = { open: '在办', done: '办好了', declined: '没有同意' }
export const stateTone = { open: 'warning', done: 'success', declined: 'danger' } as const

export function requestText({ kind, field }: z.output<typeof MyRequest>): string {
  return kind === 'erasure' ? '删除我的资料' : `更正${field === undefined ? '资料' : fieldName[field]}`
}
