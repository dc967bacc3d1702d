import { z } from 'zod'
import type { CloudApp } from './app'
import { callMessage, readAnswer } from './call-message'

/** What WeChat’s server interfaces answer: a picture or another file, or JSON in WeChat’s own spelling. */
export type WeChatAnswer =
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'file'; readonly contentType: string; readonly bytes: Buffer }

/** WeChat said no, with its own number (developers.weixin.qq.com, 全局返回码). Its text is left out: it quotes what was sent. */
export class WeChatRefused extends Error {
  override readonly name = 'WeChatRefused'
  constructor(
    readonly api: string,
    readonly code: number,
  ) {
    super(`${api} was refused with ${code}`)
  }
}

export type CallWeChat = (api: string, data: Readonly<Record<string, unknown>>) => Promise<WeChatAnswer>

/**
 * 云调用: WeChat’s server interfaces on behalf of the mini-program, authorised by the token that WeChat puts beside each call of a function, so that no
 * AppSecret is kept anywhere. The function must name the interface in `config.json` (scripts/functions/declared.ts). Throws `WeChatRefused`.
 */
export function weChatOf(app: CloudApp): CallWeChat {
  return async (api, data) => {
    const answered: unknown = await app.callCompatibleWxOpenApi({ apiName: api, requestData: callMessage(data) })
    if (!Buffer.isBuffer(answered)) throw new WeChatRefused(api, Refusal.parse(answered).errcode)
    const { body, contentType, errorCode } = readAnswer(answered)
    if (errorCode !== 0) throw new WeChatRefused(api, errorCode)
    // WeChat now and then calls its JSON text/plain.
    if (!/application\/json|text\/plain/.test(contentType)) return { kind: 'file', contentType, bytes: body }
    const json: unknown = JSON.parse(body.toString('utf8'))
    const refusal = Refusal.safeParse(json)
    if (refusal.success && refusal.data.errcode !== 0) throw new WeChatRefused(api, refusal.data.errcode)
    return { kind: 'json', body: json }
  }
}

const Refusal = z.object({ errcode: z.number().int() })
