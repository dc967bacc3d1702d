import Taro from '@tarojs/taro'
import { session } from '../../shared/contract/session'
import { act } from './api'

/**
 * 结果通知: WeChat asks whether it may send one message, which it does only straight after a tap; so the templates are known beforehand. Whatever is answered,
 * the result stands in the app.
 */
export async function askToBeTold(templates: readonly string[]): Promise<void> {
  if (templates.length === 0) return
  try {
    const answered = await Taro.requestSubscribeMessage({ tmplIds: [...templates], entityIds: [] })
    if (templates.some((template) => Reflect.get(answered, template) === 'accept')) await act(session, 'subscribe', {})
  } catch {
    // Messages are switched off in WeChat: there is nothing to ask.
  }
}
