/** A 50-megapixel photograph unpacks to 200 MB; what claims more is made to exhaust whoever looks at it. */
const mostPixels = 50_000_000

export function isPictureSize(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= mostPixels
}
