import { token } from './sign-in.h5'

/** A browser that somebody signed in by their phone: what wants the phone itself is confirmed there. */
export function atDesk(): boolean {
  return token() === undefined
}
