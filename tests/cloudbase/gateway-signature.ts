import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { faults } from './gateway-faults'

/**
 * TC3-HMAC-SHA256 as @cloudbase/signature-nodejs 2.2.0 writes it for tcb-api, checked on the other side and from scratch: the method is signed in lower case, the
 * address without its scheme, header values in lower case, and of the body every value that is not empty, named in SignedParams in their order.
 */
export interface SignedRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Readonly<Record<string, unknown>>
}

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
}

const algorithm = 'TC3-HMAC-SHA256'
const form = new RegExp(
  `^${algorithm} Credential=([^/]+)/(\\d{4}-\\d\\d-\\d\\d)/tcb/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$`,
)
/** What the SDK itself sends as X-Signature-Expires. */
const validSeconds = 600
/** Without these the signature would not say what was asked where. */
const alwaysSigned = ['content-type', 'host']

/** Throws a `ServiceFault` that says what is wrong with the signature. */
export function verify(
  { method, url, headers, body }: SignedRequest,
  { secretId, secretKey }: Credentials,
  now: number,
): void {
  const [, id, date, signedParams, signedHeaders, signature] = form.exec(headers.authorization ?? '') ?? []
  if (id === undefined || signedParams === undefined || signedHeaders === undefined || signature === undefined)
    throw faults.signature('there is no signature of this form')
  if (id !== secretId) throw faults.signature('nobody has this secret id')

  const timestamp = z.coerce.number().int().safeParse(headers['x-timestamp']).data
  if (timestamp === undefined || Math.abs(now / 1000 - timestamp) > validSeconds)
    throw faults.signature('the signature has expired')
  if (dateOf(timestamp) !== date) throw faults.signature('the signature is of another day')

  const headerNames = signedHeaders.split(';')
  if (!alwaysSigned.every((name) => headerNames.includes(name))) throw faults.signature('the host has to be signed')
  const canonicalHeaders = headerNames.map((name) => `${name}:${headerText(headers, name)}\n`).join('')
  const [path = '', query = ''] = url.split('?')
  const canonical = [
    method.toLowerCase(),
    `//${headers.host ?? ''}${path}`,
    query,
    canonicalHeaders,
    signedHeaders,
    digestOfBody(body, signedParams.split(';')),
  ].join('\n')
  const scope = `${date}/tcb/tc3_request`
  const toSign = [algorithm, timestamp, scope, sha256(canonical)].join('\n')
  const key = hmac('tc3_request', hmac('tcb', hmac(date ?? '', `TC3${secretKey}`)))
  if (!timingSafeEqual(hmac(toSign, key), Buffer.from(signature, 'hex')))
    throw faults.signature('the signature is not of this request')
}

/** Names travel in lower case; a value that is not text is signed as its JSON. A value that is sent unsigned could be anybody’s. */
function digestOfBody(body: Readonly<Record<string, unknown>>, signed: readonly string[]): string {
  const values = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), textOf(value)]))
  for (const [name, text] of values)
    if (text !== '' && !signed.includes(name)) throw faults.signature(`${name} is not signed`)
  const hash = createHash('sha256')
  for (const name of signed) hash.update(`&${name}=${values.get(name) ?? ''}\r\n`)
  return hash.digest('hex')
}

function textOf(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).trim()
}

function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  if (typeof value !== 'string') throw faults.signature(`the signed header ${name} is missing`)
  return value.trim().toLowerCase()
}

const dateOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (text: string, key: string | Buffer) => createHmac('sha256', key).update(text).digest()
