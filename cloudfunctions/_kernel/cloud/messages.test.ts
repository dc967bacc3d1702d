import { isoTime } from '../../../shared/core/time'
import { TemplateSetting, weChatMessages } from './messages'
import { WeChatRefused } from './wechat'

const result = TemplateSetting.parse('abcdefghijklmnopqrstuvwxyz0123456789_-:thing1,time2')
const message = {
  openid: 'o1',
  template: 'result' as const,
  text: '您的入会申请已经批准，您现在是青岛澜屿海洋装备有限公司工会的会员。',
  page: 'pages/home/index',
  at: isoTime(Date.parse('2026-11-18T02:05:00.000Z')),
}

test('a message goes out by the template that the operator set, in the lengths that WeChat takes', async () => {
  const sent: unknown[] = []
  const messages = weChatMessages(
    async (api, data) => {
      sent.push([api, data])
      return { kind: 'json', body: { errcode: 0 } }
    },
    { edition: 'release', result },
  )
  expect(messages.templates).toEqual([result.id])
  expect(await messages.send(message)).toBe('sent')
  expect(sent).toEqual([
    [
      'subscribeMessage.send',
      {
        touser: 'o1',
        template_id: result.id,
        page: 'pages/home/index',
        miniprogram_state: 'formal',
        lang: 'zh_CN',
        data: {
          thing1: { value: '您的入会申请已经批准，您现在是青岛澜屿…' },
          time2: { value: '2026年11月18日 10:05' },
        },
      },
    ],
  ])
})

test('what a union published goes out by a template of its own, or not at all', async () => {
  const news = TemplateSetting.parse('news-template-0123456789:thing4,time5')
  const used: unknown[] = []
  const call = async (_: string, data: object) => {
    used.push(Reflect.get(data, 'template_id'))
    return { kind: 'json', body: { errcode: 0 } } as const
  }
  const told = { ...message, template: 'news' as const }
  const both = weChatMessages(call, { edition: 'release', result, news })
  expect(both.templates).toEqual([result.id, news.id])
  expect(await both.send(told)).toBe('sent')
  expect(await weChatMessages(call, { edition: 'release', result }).send(told)).toBe('refused')
  expect(used).toEqual([news.id])
})

test.each([
  [43101, 'refused'],
  [40003, 'refused'],
  [45009, 'unavailable'],
  [-1, 'unavailable'],
])('WeChat’s %i means %s', async (code, outcome) => {
  const messages = weChatMessages(() => Promise.reject(new WeChatRefused('subscribeMessage.send', code)), {
    edition: 'trial',
    result,
  })
  expect(await messages.send(message)).toBe(outcome)
})

test('no answer at all is worth another try; a template that does not exist is the developer’s', async () => {
  const broken = weChatMessages(() => Promise.reject(new TypeError('fetch failed')), { edition: 'release', result })
  expect(await broken.send(message)).toBe('unavailable')
  const wrong = weChatMessages(() => Promise.reject(new WeChatRefused('subscribeMessage.send', 40037)), {
    edition: 'release',
    result,
  })
  await expect(wrong.send(message)).rejects.toThrow('40037')
})

test.each([
  '',
  'abc',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefghijklmnopqrstuvwxyz:time2,thing1',
  ' abcdefghijklmnopqrstuvwxyz:thing1,time2',
])('%j names no template', (text) => expect(TemplateSetting.safeParse(text).success).toBe(false))
