/** 公开的照片: a small square is enough beside a name. */
export const photoSide = 240
/** Characters of base64 that the contract takes. */
export const largestPhoto = 54_000

export type Picked =
  /** JPEG, in base64. */
  | { readonly kind: 'photo'; readonly base64: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' }
