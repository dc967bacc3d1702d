/** Nothing is made on a phone that would be lost with the page. */
export function askBeforeLeaving(): () => void {
  return () => {}
}
