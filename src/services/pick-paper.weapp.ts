import Taro from '@tarojs/taro'
import { largestPaper, paperSide, type PickedPaper } from './paper'
import { privacyAgreed } from './privacy'

export type { PickedPaper } from './paper'

/** From clear to small: the first that the contract takes. */
const qualities = [75, 55, 35, 20]

/** A photographed paper from the album or the camera, made small by WeChat. */
export async function pickPaper(): Promise<PickedPaper> {
  if (!(await privacyAgreed())) return { kind: 'denied' }
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    const [chosen] = tempFiles
    if (chosen === undefined) return { kind: 'cancelled' }
    for (const quality of qualities) {
      const { tempFilePath } = await Taro.compressImage({
        src: chosen.tempFilePath,
        quality,
        compressedWidth: paperSide,
      })
      const base64 = Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64')
      if (typeof base64 !== 'string') return { kind: 'failed' }
      if (base64.length <= largestPaper) return { kind: 'paper', base64 }
    }
    return { kind: 'too-large' }
  } catch (refusal) {
    const said = JSON.stringify(refusal)
    if (/cancel/.test(said)) return { kind: 'cancelled' }
    return { kind: /auth|deny|privacy/.test(said) ? 'denied' : 'failed' }
  }
}
