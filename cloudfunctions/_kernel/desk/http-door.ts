import { z } from 'zod'
import { sentences, type ErrorCode } from '../../../shared/contract/errors'
import type { SealedAnswer } from '../../../shared/contract/sealed-answer'
import { answerAtDoor } from '../answers/door'
import type { Caller, Runtime } from '../runtime'
import { answerFault, type Answer, type ServedFunction } from '../serve'
import { deskSessions } from '../records/desk'
import { browserOf } from './browser'

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

/**
 * 电脑浏览器进来的门: one call of a desk page. Only pages of our own origin get an answer (the cookie is SameSite=Strict besides); who calls is known from the
 * cookie alone. Never throws: what is malformed is refused, and a store that is away is a fault with its number.
 */
export async function answerHttp(served: ServedFunction, event: unknown, runtime: Runtime): Promise<HttpAnswer> {
  const parsed = HttpEvent.safeParse(event)
  if (!parsed.success) return refused(400, 'BAD_INPUT')
  const headers = new Map(Object.entries(parsed.data.headers).map(([name, value]) => [name.toLowerCase(), value]))
  if (parsed.data.httpMethod !== 'POST') return refused(405, 'UNKNOWN_PROCEDURE')
  if (headers.get('origin') !== runtime.deskOrigin) return refused(403, 'NOT_ALLOWED')
  const envelope = envelopeOf(parsed.data)
  if (envelope === undefined) return refused(400, 'BAD_INPUT')

  const { browser, setCookie } = browserOf(
    {
      cookie: headers.get('cookie'),
      userAgent: headers.get('user-agent'),
      address: parsed.data.requestContext?.sourceIp,
    },
    runtime,
  )
  const procedure = parsed.data.path.split('/').at(-1) ?? ''
  try {
    const caller: Caller = { browser, ...(await accountIn(browser, runtime)) }
    let succeeded = false
    const watched: ServedFunction = {
      ...served,
      answer: async (...call) => {
        const answer = await served.answer(...call)
        succeeded = answer.ok
        return answer
      },
    }
    const answer = await answerAtDoor(watched, { procedure, ...envelope }, caller, runtime)
    // Where the call failed the browser keeps the secret it had, so that it can ask again.
    return said(200, answer, succeeded ? setCookie() : undefined)
  } catch (fault) {
    return said(200, answerFault(fault, { function: served.name, procedure }, runtime), undefined)
  }
}

async function accountIn(browser: Caller['browser'], { store, now }: Runtime): Promise<Pick<Caller, 'account'>> {
  if (browser?.id === undefined) return {}
  const session = await store.get(deskSessions, browser.id)
  return session === undefined || session.expiresAt <= now() ? {} : { account: session.account }
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
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }),
    },
    body: JSON.stringify(answer),
  }
}
