/** 材料照片: a page of A4 stays readable at this length. */
export const paperSide = 1400
/** Characters of base64 that the contract takes. */
export const largestPaper = 178_000

export type PickedPaper =
  /** JPEG, in base64. */
  | { readonly kind: 'paper'; readonly base64: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' }
