import { z } from 'zod'

/** So many bytes in base64url without padding. */
export function base64urlOf(bytes: number) {
  return z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`))
}
