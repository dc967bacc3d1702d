/** 选的表格, whole. */
export type PickedTable =
  | { readonly kind: 'table'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' }
