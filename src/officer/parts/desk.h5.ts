/** Wide enough for list and detail side by side; the same width as in TwoPane. */
export function isDesk(): boolean {
  return window.innerWidth >= 900
}
