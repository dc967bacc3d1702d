import jsQR from 'jsqr'
import type { Phone } from './phone'

/** What an independent decoder reads from the code as it stands on the screen. */
export async function readCode({ page }: Phone): Promise<string | undefined> {
  const { red, width, height } = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const context = canvas?.getContext('2d')
    if (canvas === null || context === null || context === undefined) throw new Error('there is no code')
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let channel = ''
    for (let at = 0; at < data.length; at += 4) channel += String.fromCharCode(data[at] ?? 0)
    return { red: window.btoa(channel), width: canvas.width, height: canvas.height }
  })
  const pixels = [...Buffer.from(red, 'base64')].flatMap((value) => [value, value, value, 255])
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data
}
