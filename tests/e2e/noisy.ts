import type { Phone } from './phone'

/** A picture’s grey values, as a decoder takes them. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** What stands on the screen now, as a screenshot, made smaller by the browser and then noisy: the same noise for the same seed. */
export async function screenAs(
  { page }: Phone,
  { scale, sigma, seed }: { readonly scale: number; readonly sigma: number; readonly seed: number },
): Promise<Pixels> {
  const taken = (await page.screenshot()).toString('base64')
  const { red, width, height } = await page.evaluate(
    async ({ picture, by }) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes]))
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(image.width * by)
      canvas.height = Math.round(image.height * by)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('there is no canvas')
      context.imageSmoothingQuality = 'high'
      context.drawImage(image, 0, 0, canvas.width, canvas.height)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let channel = ''
      for (let at = 0; at < data.length; at += 4) channel += String.fromCharCode(data[at] ?? 0)
      return { red: btoa(channel), width: canvas.width, height: canvas.height }
    },
    { picture: taken, by: scale },
  )
  const noise = gaussianOf(seed)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [at, value] of Buffer.from(red, 'base64').entries())
    data.fill(Math.round(value + sigma * noise()), at * 4, at * 4 + 3)
  return { width, height, data }
}

/** Mean 0, deviation 1: twelve even draws (Irwin–Hall) of a linear congruential generator (Knuth’s constants). */
export function gaussianOf(seed: number): () => number {
  let state = seed
  const even = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return () => Array.from({ length: 12 }, even).reduce((sum, value) => sum + value, -6)
}
