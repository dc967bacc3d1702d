import Taro from '@tarojs/taro'
import { IsoTime } from '../../shared/core/time'

const key = 'news-read'

/** 看到哪儿: the time of the newest that was opened on this phone. The server keeps nobody’s reading. */
export function newsReadUntil(): IsoTime | undefined {
  const kept = IsoTime.safeParse(Taro.getStorageSync(key))
  return kept.success ? kept.data : undefined
}

export function markNewsRead(publishedAt: IsoTime): void {
  const before = newsReadUntil()
  if (before === undefined || before < publishedAt) Taro.setStorageSync(key, publishedAt)
}
