/** WeChat draws the title and the way back itself. */
export function ScreenHead(_: { readonly title: string }) {
  return null
}
