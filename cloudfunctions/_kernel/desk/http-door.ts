import { z } from 'zod'
import { sentences, type ErrorCode } from '../../../shared/contract/errors'
import type { SealedAnswer } from '../../../shared/contract/sealed-answer'
import { answerAtDoor } from '../answers/door'
import type { Runtime } from '../runtime'
import { answerFault, type Answer, type ServedFunction } from '../serve'
import { browserOf } from './browser'
import { accountAt } from './signed-in'

/** A call over HTTP as CloudBase’s HTTP access hands it to a function. */
const HttpEvent = z.object({
  httpMethod: z.string(),
  path: z.string().max(300),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  requestContext: z.object({ sourceIp: z.string().max(64).optional() }).optional(),
})
type HttpEvent = z.infer<typeof HttpEvent>

export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const Envelope = z.object({
  input: z.unknown().optional(),
  requestId: z.unknown().optional(),
  answerKey: z.unknown().optional(),
  version: z.unknown().optional(),
})

export function isHttpEvent(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'httpMethod' in event
}

/** Sent with every answer. None of them is a page: nothing in it may be shown, framed, loaded from another site, kept or guessed at. */
const always = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  // A browser that came over plain HTTP ignores it (RFC 6797 8.1): the demo on 127.0.0.1 is not touched.
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const

/**
 * 电脑浏览器进来的门: one call of a desk page. Only pages of our own origin get an answer (the cookie is SameSite=Strict besides); who calls is known from the
 * cookie alone. Never throws: what is malformed is refused, and a store that is away is a fault with its number.
 */
export async function answerHttp(served: ServedFunction, event: unknown, runtime: Runtime): Promise<HttpAnswer> {
  const call = callIn(event, runtime)
  if ('statusCode' in call) return call
  const { headers, address, ...knock } = call
  const { browser, setCookie } = browserOf(
    { cookie: headers.get('cookie'), userAgent: headers.get('user-agent'), address },
    runtime,
  )
  return answerFaultToo(served, knock.procedure, runtime, async () => {
    const account = await accountAt(browser, runtime)
    const caller = { browser, ...(account === undefined ? {} : { account }) }
    let succeeded = false
    const watched: ServedFunction = {
      ...served,
      answer: async (...call) => {
        const answer = await served.answer(...call)
        succeeded = answer.ok
        return answer
      },
    }
    const answer = await answerAtDoor(watched, knock, caller, runtime)
    // Where the call failed the browser keeps the secret it had, so that it can ask again.
    return said(200, answer, succeeded ? setCookie() : undefined)
  })
}

/** 不问来人的门: as `answerHttp`, and neither the cookie nor the browser nor the address is looked at. */
export async function answerHttpAsNobody(
  served: ServedFunction,
  event: unknown,
  runtime: Runtime,
): Promise<HttpAnswer> {
  const call = callIn(event, runtime)
  if ('statusCode' in call) return call
  const { headers: _, address: __, ...knock } = call
  return answerFaultToo(served, knock.procedure, runtime, async () =>
    said(200, await answerAtDoor(served, knock, {}, runtime), undefined),
  )
}

interface HttpCall extends z.infer<typeof Envelope> {
  readonly procedure: string
  readonly headers: ReadonlyMap<string, string>
  readonly address: string | undefined
}

/** The call in an event, or its refusal. */
function callIn(event: unknown, runtime: Pick<Runtime, 'deskOrigin'>): HttpCall | HttpAnswer {
  const parsed = HttpEvent.safeParse(event)
  if (!parsed.success) return refused(400, 'BAD_INPUT')
  const { httpMethod, path, requestContext } = parsed.data
  const headers = new Map(Object.entries(parsed.data.headers).map(([name, value]) => [name.toLowerCase(), value]))
  if (httpMethod !== 'POST') return refused(405, 'UNKNOWN_PROCEDURE')
  if (!isOurPage(headers, runtime)) return refused(403, 'NOT_ALLOWED')
  const envelope = envelopeOf(parsed.data)
  if (envelope === undefined) return refused(400, 'BAD_INPUT')
  return { procedure: path.split('/').at(-1) ?? '', ...envelope, headers, address: requestContext?.sourceIp }
}

async function answerFaultToo(
  { name }: ServedFunction,
  procedure: string,
  runtime: Runtime,
  answer: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  try {
    return await answer()
  } catch (fault) {
    return said(200, answerFault(fault, { function: name, procedure }, runtime), undefined)
  }
}

/** `Origin` is sent with every POST; `Sec-Fetch-Site` by every browser since 2023, and then both have to say the same. */
function isOurPage(headers: ReadonlyMap<string, string>, { deskOrigin }: Pick<Runtime, 'deskOrigin'>): boolean {
  return headers.get('origin') === deskOrigin && (headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'
}

function envelopeOf({ body = '', isBase64Encoded = false }: HttpEvent): z.infer<typeof Envelope> | undefined {
  try {
    const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
    const parsed = Envelope.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function refused(statusCode: number, code: ErrorCode): HttpAnswer {
  return said(statusCode, { ok: false, error: { code, message: sentences[code] } }, undefined)
}

function said(statusCode: number, answer: Answer | SealedAnswer, cookie: string | undefined): HttpAnswer {
  return {
    statusCode,
    headers: { ...always, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) },
    body: JSON.stringify(answer),
  }
}
