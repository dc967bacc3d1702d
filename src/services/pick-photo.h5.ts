import { photoSide, largestPhoto, type Picked } from './photo'

export type { Picked } from './photo'

/** A picture from the computer, cut square and made small: what leaves the browser holds neither place nor device. */
export async function pickPhoto(): Promise<Picked> {
  const file = await chosenFile()
  if (file === undefined) return { kind: 'cancelled' }
  try {
    const picture = await createImageBitmap(file)
    const side = Math.min(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = photoSide
    canvas.height = photoSide
    const at = [(picture.width - side) / 2, (picture.height - side) / 2] as const
    canvas.getContext('2d')?.drawImage(picture, ...at, side, side, 0, 0, photoSide, photoSide)
    const base64 = canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? ''
    return base64.length > largestPhoto ? { kind: 'too-large' } : { kind: 'photo', base64 }
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
