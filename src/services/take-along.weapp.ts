import Taro from '@tarojs/taro'
import { privacyAgreed } from './privacy'

export type Taken = 'downloaded' | 'copied' | 'denied'

/** A mini-program may not save a file where the person finds it: the text goes to the clipboard. */
export async function takeAlong(_fileName: string, content: string): Promise<Taken> {
  if (!(await privacyAgreed())) return 'denied'
  try {
    await Taro.setClipboardData({ data: content })
    return 'copied'
  } catch {
    return 'denied'
  }
}
