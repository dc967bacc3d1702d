import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const key = 'large-type'
/** WeChat’s own font setting: 16 px is the middle; from 19 px on people asked for larger type. */
const largeFrom = 19

const listeners = new Set<() => void>()
let known: boolean | undefined

/** 关怀模式: kept on the phone; until somebody chooses, WeChat’s font setting decides. */
export function useLargeType(): { readonly large: boolean; toggle(): void } {
  const large = useSyncExternalStore(subscribe, current)
  return { large, toggle: () => choose(!large) }
}

function current(): boolean {
  known ??= chosen() ?? asSetInWeChat()
  return known
}

function chosen(): boolean | undefined {
  const kept: unknown = Taro.getStorageSync(key)
  return typeof kept === 'boolean' ? kept : undefined
}

function asSetInWeChat(): boolean {
  if (Taro.getEnv() !== Taro.ENV_TYPE.WEAPP) return false
  return (Taro.getSystemInfoSync().fontSizeSetting ?? 0) >= largeFrom
}

function choose(large: boolean): void {
  known = large
  Taro.setStorageSync(key, large)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
