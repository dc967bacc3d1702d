import Taro from '@tarojs/taro'

const pauseMs = 180

/** 震动, without a sound: once for yes, twice for no. A phone that cannot shows it all the same. */
export function buzz(times: 'once' | 'twice'): void {
  const short = () => void Taro.vibrateShort({ type: 'heavy' }).catch(() => undefined)
  short()
  if (times === 'twice') setTimeout(short, pauseMs)
}
