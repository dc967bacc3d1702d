import Taro from '@tarojs/taro'
import { largestPhoto, photoSide, type Picked } from './photo'
import { privacyAgreed } from './privacy'

export type { Picked } from './photo'

/** A picture from the album or the camera, made small by WeChat. */
export async function pickPhoto(): Promise<Picked> {
  if (!(await privacyAgreed())) return { kind: 'denied' }
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    const [chosen] = tempFiles
    if (chosen === undefined) return { kind: 'cancelled' }
    const { tempFilePath } = await Taro.compressImage({
      src: chosen.tempFilePath,
      quality: 70,
      compressedWidth: photoSide,
    })
    const base64 = Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64')
    if (typeof base64 !== 'string') return { kind: 'failed' }
    return base64.length > largestPhoto ? { kind: 'too-large' } : { kind: 'photo', base64 }
  } catch (refusal) {
    const said = JSON.stringify(refusal)
    if (/cancel/.test(said)) return { kind: 'cancelled' }
    return { kind: /auth|deny|privacy/.test(said) ? 'denied' : 'failed' }
  }
}
