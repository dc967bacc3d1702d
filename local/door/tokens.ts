import { createHmac, timingSafeEqual } from 'node:crypto'

/** Who a demo token speaks for: a hand-placed persona, or a visitor whom nobody knows yet. */
export interface Subject {
  readonly openid: string
  /** The number that WeChat would say it verified. */
  readonly mobile: string
}

/** Tokens of the demo’s stand-in for WeChat’s login: the subject in the open, and a digest that only this machine’s key makes. */
export interface Tokens {
  issue(subject: Subject): string
  read(token: string): Subject | undefined
}

export function tokensOf(key: Buffer): Tokens {
  const macOf = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url')
  return {
    issue({ openid, mobile }) {
      const payload = `${openid}~${mobile}`
      return `${payload}~${macOf(payload)}`
    },
    read(token) {
      const [openid, mobile, mac, ...rest] = token.split('~')
      if (openid === undefined || mobile === undefined || mac === undefined || rest.length > 0) return undefined
      return same(mac, macOf(`${openid}~${mobile}`)) ? { openid, mobile } : undefined
    },
  }
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer (\S{1,400})$/.exec(authorization ?? '')?.[1]
}
