import Taro from '@tarojs/taro'
import { readScanned, type Scanned } from './scene'

export { codeOf, sceneOf } from './scene'

/** 扫一扫: a poster’s mini-program code names a page in `path`, an ordinary code its text in `result`. */
export async function scan(): Promise<Scanned> {
  try {
    const { path, result } = await Taro.scanCode({})
    return readScanned(path ?? result)
  } catch {
    return { kind: 'cancelled' }
  }
}
