import Taro from '@tarojs/taro'

/**
 * 亮屏、防截屏: full brightness, and no capture where the platform can (Android; on iOS a capture can only be made worthless, which rotation and single use do).
 * Answers what puts things back. A phone that refuses shows the card all the same.
 */
export async function showBrightly(): Promise<() => void> {
  const before = await quietly(async () => (await Taro.getScreenBrightness()).value)
  await quietly(() => Taro.setScreenBrightness({ value: 1 }))
  await quietly(() => Taro.setKeepScreenOn({ keepScreenOn: true }))
  await quietly(() => Taro.setVisualEffectOnCapture({ visualEffect: 'hidden' }))
  return () => {
    if (typeof before === 'number') void quietly(() => Taro.setScreenBrightness({ value: before }))
    void quietly(() => Taro.setKeepScreenOn({ keepScreenOn: false }))
    void quietly(() => Taro.setVisualEffectOnCapture({ visualEffect: 'none' }))
  }
}

async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
