import { getRandomValues } from 'node:crypto'

interface Asking {
  readonly length: number
  success?(result: object): void
}

/** wx.getRandomValues with random values: the engine’s own hands out zeros. */
export const phoneRandomness = {
  getRandomValues({ length, success }: Asking): void {
    const randomValues = getRandomValues(new Uint8Array(length)).buffer
    setTimeout(() => success?.({ randomValues, errMsg: 'getRandomValues:ok' }))
  },
}
