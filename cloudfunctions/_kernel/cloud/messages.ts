import { z } from 'zod'
import type { MessageTemplate } from '../../../shared/contract/messages'
import type { Message, Messenger } from '../runtime'
import type { Edition } from './mini-program-code'
import { WeChatRefused, type CallWeChat } from './wechat'

/**
 * `WX_TEMPLATE_RESULT`, `WX_TEMPLATE_NEWS`: the template’s id and the names of its two fields as the console shows them, `{id}:{thing…},{time…}`. Which numbers they end with
 * depends on the template that the operator picked.
 */
export const TemplateSetting = z
  .string()
  .regex(/^[A-Za-z0-9_-]{20,64}:thing\d{1,2},(time|date)\d{1,2}$/)
  .transform((text) => {
    const [id = '', fields = ''] = text.split(':')
    const [thing = '', time = ''] = fields.split(',')
    return { id, thing, time }
  })
export type TemplateSetting = z.infer<typeof TemplateSetting>

/** Which of them the operator has set. */
type Templates = { readonly [Name in MessageTemplate]?: TemplateSetting | undefined }

/** The person did not agree, or their one consent is used up; an openid of another mini-program. */
const forGood: readonly number[] = [43101, 40003]
/** WeChat is busy, the token has just run out, too many at once. */
const forNow: readonly number[] = [-1, 40001, 42001, 45009]
/** `thing` takes 20 characters. */
const longestThing = 20

/** 订阅消息 (`subscribeMessage.send`). Nothing is sent, and nobody is asked, for which the operator has set no template. */
export function weChatMessages(
  call: CallWeChat,
  { edition, ...set }: { readonly edition: Edition } & Templates,
): Messenger {
  return {
    templates: [set.result, set.news].flatMap((template) => template?.id ?? []),
    async send({ openid, template, text, page, at }: Message) {
      const setting = set[template]
      if (setting === undefined) return 'refused'
      try {
        await call('subscribeMessage.send', {
          touser: openid,
          template_id: setting.id,
          page,
          miniprogram_state: states[edition],
          lang: 'zh_CN',
          data: { [setting.thing]: { value: shortened(text) }, [setting.time]: { value: inChina(at) } },
        })
        return 'sent'
      } catch (fault) {
        if (!(fault instanceof WeChatRefused)) return 'unavailable'
        if (forGood.includes(fault.code)) return 'refused'
        if (forNow.includes(fault.code)) return 'unavailable'
        throw fault
      }
    },
  }
}

const states: Readonly<Record<Edition, string>> = { release: 'formal', trial: 'trial', develop: 'developer' }

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= longestThing ? text : `${characters.slice(0, longestThing - 1).join('')}…`
}

/** `2026年11月18日 10:00`, as WeChat wants a time. */
function inChina(at: string): string {
  const local = new Date(Date.parse(at) + 8 * 60 * 60 * 1000).toISOString()
  return `${local.slice(0, 4)}年${local.slice(5, 7)}月${local.slice(8, 10)}日 ${local.slice(11, 16)}`
}
