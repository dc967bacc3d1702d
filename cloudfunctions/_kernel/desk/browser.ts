import { randomBytes } from 'node:crypto'
import { BrowserId } from '../../../shared/core/ids'
import type { Browser, Runtime } from '../runtime'

/** The `__Host-` prefix makes browsers refuse it from another host, from plain HTTP, and for a part of the site (RFC 6265bis 4.1.3). */
export const cookieName = '__Host-desk'
const secretForm = /^[A-Za-z0-9_-]{43}$/
const eightHours = 8 * 60 * 60

/** A browser of one call, and the cookie that the answer has to carry, if any. */
export interface CallingBrowser {
  readonly browser: Browser
  setCookie(): string | undefined
}

/** The browser by its headers. Its id is a keyed digest of the secret in its cookie: a leaked database signs nobody in. */
export function browserOf(
  headers: {
    readonly cookie?: string | undefined
    readonly userAgent?: string | undefined
    readonly address?: string | undefined
  },
  { indexer }: Pick<Runtime, 'indexer'>,
): CallingBrowser {
  const idOf = (secret: string) => BrowserId.parse(indexer.lockId(`browser:${secret}`))
  const held = secretIn(headers.cookie ?? '')
  let fresh: string | undefined
  return {
    browser: {
      ...(held === undefined ? {} : { id: idOf(held) }),
      description: describe(headers.userAgent ?? '', headers.address ?? ''),
      renew: () => {
        fresh = randomBytes(32).toString('base64url')
        return idOf(fresh)
      },
    },
    setCookie: () =>
      fresh === undefined
        ? undefined
        : `${cookieName}=${fresh}; Path=/; Max-Age=${eightHours}; Secure; HttpOnly; SameSite=Strict`,
  }
}

function secretIn(cookies: string): string | undefined {
  const found = cookies
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieName}=`))
  const secret = found?.slice(cookieName.length + 1)
  return secret !== undefined && secretForm.test(secret) ? secret : undefined
}

/** In the order in which their names exclude each other: every browser claims to be Safari, and Edge to be Chrome. */
const browsers = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bFirefox\//, '火狐'],
  [/\b(QQBrowser|MQQBrowser)\//, 'QQ浏览器'],
  [/\bMicroMessenger\//, '微信'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const systems = [
  [/\bWindows\b/, 'Windows'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bAndroid\b/, '安卓'],
  [/\bOpenHarmony\b/, '鸿蒙'],
  [/\bLinux\b/, 'Linux'],
] as const

/** What a person recognises their computer by; half of the address says “at the office” or not, and no more. */
function describe(userAgent: string, address: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '浏览器'
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '电脑'
  return [browser, system, ...halfOf(address)].join('，')
}

function halfOf(address: string): readonly string[] {
  const [, first, second] = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(address.trim()) ?? []
  return first === undefined || second === undefined ? [] : [`网络 ${first}.${second}.*.*`]
}
