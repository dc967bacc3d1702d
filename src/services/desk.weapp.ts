/** WeChat is the phone, also where it runs on a computer: it vouches for each call by itself. */
export function atDesk(): boolean {
  return false
}
