import type { ServerResponse } from 'node:http'
import { sentences, type ErrorCode } from '../../shared/contract/errors'

/** Headers of every answer: nothing is sniffed, framed, told to other sites or loaded by them; what is no page of ours loads and runs nothing. */
const always = {
  'Content-Security-Policy': "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const

export interface Sent {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export function send(response: ServerResponse, { status, type, body, headers }: Sent): void {
  response.writeHead(status, {
    ...always,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(body)
}

export function json(status: number, value: unknown): Sent {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

/** A refusal by the gateway itself, in the words and the shape that every function answers. */
export function refusal(status: number, code: ErrorCode): Sent {
  return json(status, { ok: false, error: { code, message: sentences[code] } })
}

export function html(body: string): Sent {
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'Content-Security-Policy': contentPolicy([]) },
  }
}

/** Only this server’s own scripts run, besides the inline ones whose digests are named; nothing is loaded from elsewhere. */
export function contentPolicy(scriptDigests: readonly string[]): string {
  return [...contentDirectives(scriptDigests), "frame-ancestors 'self'"].join('; ')
}

/** What of the policy a page may also say of itself, in a `meta` element (CSP3 3.3: who frames it is not for the page to say). */
export function contentDirectives(scriptDigests: readonly string[]): readonly string[] {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptDigests.map((digest) => `'sha256-${digest}'`)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ]
}
