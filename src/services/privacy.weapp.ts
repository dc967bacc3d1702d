import Taro from '@tarojs/taro'

/**
 * 隐私授权: asked before the first private interface (album, clipboard, phone number), once; WeChat shows its own sheet with the mini-program’s privacy guide and
 * remembers the answer. Older versions of WeChat know no such question and ask by themselves.
 */
export async function privacyAgreed(): Promise<boolean> {
  if (!Taro.canIUse('requirePrivacyAuthorize')) return true
  try {
    await new Promise<void>((resolve, reject) => {
      Taro.requirePrivacyAuthorize({ success: () => resolve(), fail: () => reject(new Error('refused')) })
    })
    return true
  } catch {
    return false
  }
}
