import type { ErrorCode } from '../../shared/contract/errors'

/** Why a call brought no answer, in a form that every page can show. */
export type Problem =
  | { readonly kind: 'offline'; readonly message: string }
  | { readonly kind: 'slow'; readonly message: string }
  /** An expected no: the code for the page, the sentence for the person, a sentence per field. */
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly fields: Readonly<Record<string, string>>
    }
  | { readonly kind: 'fault'; readonly message: string }

export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: Problem }

export const offline: Problem = { kind: 'offline', message: '网络好像断了，请看看信号，再点重试。' }
export const slow: Problem = { kind: 'slow', message: '等了十秒还没有回音，请再试一次。' }
export const unreadable: Problem = { kind: 'fault', message: '这个版本太旧了，请关闭后重新打开小程序。' }
