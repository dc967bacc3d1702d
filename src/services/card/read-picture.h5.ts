import decodeQR from 'qr/decode.js'

/** Enough for a code that fills a quarter of the picture; more only takes longer. */
const longestSide = 1_600
/** A live frame must not hold the page up; a picture may take its time. */
const [frameMs, pictureMs] = [60, 600]

/** What the QR code in a picture file says; undefined where none is found. */
export async function readPictureFile(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file)
  const fitted = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  // A small screenshot is read better at twice its size, a sharp photo at half.
  for (const scale of [fitted, fitted * 2, fitted / 2]) {
    const text = readFrom(picture, { width: picture.width * scale, height: picture.height * scale }, pictureMs)
    if (text !== undefined) return text
  }
  return undefined
}

/** The same of what the camera sees now. */
export function readFrame(video: HTMLVideoElement): string | undefined {
  const { videoWidth: width, videoHeight: height } = video
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return width === 0 ? undefined : readFrom(video, { width: width * scale, height: height * scale }, frameMs)
}

function readFrom(
  source: CanvasImageSource,
  size: { readonly width: number; readonly height: number },
  timeLimit: number,
): string | undefined {
  const [width, height] = [Math.round(size.width), Math.round(size.height)]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null || width < 21 || height < 21) return undefined
  context.drawImage(source, 0, 0, width, height)
  try {
    return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data }, { timeLimit })
  } catch {
    return undefined
  }
}
