import Taro from '@tarojs/taro'
import { privacyAgreed } from './privacy'

export type Saved = 'saved' | 'denied' | 'failed'

/** Saves a drawn canvas to the album. `denied`: the person said no, or says no in WeChat’s settings. */
export async function savePicture(canvasId: string, _fileName: string): Promise<Saved> {
  const canvas = await canvasOf(canvasId)
  if (canvas === undefined) return 'failed'
  if (!(await privacyAgreed())) return 'denied'
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' })
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return 'saved'
  } catch (refusal) {
    return /auth|deny|cancel/.test(JSON.stringify(refusal)) ? 'denied' : 'failed'
  }
}

/** Whether `printPage` prints. */
export const prints: boolean = false

/** A phone does not print: the saved picture goes to where there is a printer. */
export function printPage(): 'printing' | 'unsupported' {
  return 'unsupported'
}

function canvasOf(id: string): Promise<Taro.Canvas | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: readonly ({ node?: Taro.Canvas } | null)[]) => resolve(found[0]?.node))
  })
}
