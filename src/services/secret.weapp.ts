import Taro from '@tarojs/taro'

const prefix = 'secret.'
/** wx.setStorage since 2.21.3: AES, under a key that WeChat keeps. */
const encrypted = { encrypt: true }

/** 只留在这部手机上的东西: WeChat encrypts it, and keeps it apart for each account. */
export async function keepSecret(name: string, value: string): Promise<void> {
  await Taro.setStorage({ key: prefix + name, data: value, ...encrypted })
}

/** Undefined where nothing is kept. */
export async function keptSecret(name: string): Promise<string | undefined> {
  try {
    const { data } = await Taro.getStorage<unknown>({ key: prefix + name, ...encrypted })
    return typeof data === 'string' ? data : undefined
  } catch {
    return undefined
  }
}

export async function dropSecret(name: string): Promise<void> {
  try {
    await Taro.removeStorage({ key: prefix + name })
  } catch {
    // Nothing was kept.
  }
}
