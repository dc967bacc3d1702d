import Taro from '@tarojs/taro'
import { useState } from 'react'

/** 没写完的话: stays on this phone until it is sent, however the page is left. `key` names what it is about; `otherwise` is there where nothing was begun. */
export function useKeptText(key: string, otherwise = ''): readonly [string, (text: string) => void] {
  const place = `home:${key}`
  const [text, setText] = useState(() => {
    const kept: unknown = Taro.getStorageSync(place)
    return typeof kept === 'string' && kept !== '' ? kept : otherwise
  })
  const write = (next: string) => {
    setText(next)
    if (next === '') Taro.removeStorageSync(place)
    else Taro.setStorageSync(place, next)
  }
  return [text, write]
}
