import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Somebody who comes back from another page sees what changed there. */
export function useReloadOnReturn(reload: () => void): void {
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) reload()
    shownBefore.current = true
  })
}
