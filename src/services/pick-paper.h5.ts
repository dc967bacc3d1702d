import { largestPaper, paperSide, type PickedPaper } from './paper'

export type { PickedPaper } from './paper'

/** From clear to small: the first that the contract takes. */
const qualities = [0.8, 0.6, 0.4, 0.25]

/** A photographed paper from the computer, whole and upright; what leaves the browser holds neither place nor device. */
export async function pickPaper(): Promise<PickedPaper> {
  const file = await chosenFile()
  if (file === undefined) return { kind: 'cancelled' }
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, paperSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of qualities) {
      const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
      if (base64 !== '' && base64.length <= largestPaper) return { kind: 'paper', base64 }
    }
    return { kind: 'too-large' }
  } catch {
    return { kind: 'failed' }
  }
}

function chosenFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/jpeg,image/png'
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
