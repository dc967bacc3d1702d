import Taro from '@tarojs/taro'

/** WeChat on a computer may be wide enough for list and detail side by side; the same width as in TwoPane. */
export function isDesk(): boolean {
  return Taro.getSystemInfoSync().windowWidth >= 900
}
