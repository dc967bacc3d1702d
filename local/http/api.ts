import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { HttpAnswer } from '../../cloudfunctions/_kernel/desk/http-door'
import type { SealedAnswer } from '../../shared/contract/sealed-answer'
import type { Answer } from '../../cloudfunctions/_kernel/serve'
import { json, refusal, type Sent } from './answer'
import { readBody } from './body'

/** A deployed function, as CloudBase calls it. */
export type CloudFunction = (event: unknown, context: unknown) => Promise<Answer | SealedAnswer | HttpAnswer>

const Envelope = z.object({
  input: z.unknown().optional(),
  requestId: z.unknown().optional(),
  answerKey: z.unknown().optional(),
  version: z.unknown().optional(),
})

/** `/api/<function>/<procedure>` in its two names. */
export function parseCallPath(path: string): { name: string; procedure: string } | undefined {
  const [, name, procedure] = /^\/api\/([A-Za-z]{1,40})\/([A-Za-z_]{1,64})$/.exec(path) ?? []
  return name === undefined || procedure === undefined ? undefined : { name, procedure }
}

/**
 * One call. Somebody whom the demo’s door signed in calls as the platform would carry it from WeChat, with who calls in the context; everybody else is a browser,
 * and the function’s own HTTP door answers. A call that never reached a function carries HTTP’s own status.
 */
export async function answerCall(
  request: IncomingMessage,
  called: { name: string; procedure: string },
  functions: ReadonlyMap<string, CloudFunction>,
  openid: string | undefined,
): Promise<Sent> {
  const body = await readBody(request)
  if (body.kind === 'too-large') return refusal(413, 'TOO_LARGE')
  const main = functions.get(called.name)
  if (main === undefined) return refusal(404, 'UNKNOWN_PROCEDURE')
  if (body.kind === 'broken') return refusal(400, 'BAD_INPUT')
  return openid === undefined
    ? sentBy(await main(httpEvent(request, called, body.text), {}))
    : answerWeChat(main, called.procedure, body.text, openid)
}

async function answerWeChat(main: CloudFunction, procedure: string, text: string, openid: string): Promise<Sent> {
  const envelope = parseEnvelope(text)
  if (envelope === undefined) return refusal(400, 'BAD_INPUT')
  const context = { environment: JSON.stringify({ WX_OPENID: openid }) }
  return sentBy(await main({ procedure, ...envelope }, context))
}

/** The event as CloudBase’s HTTP access makes it. */
function httpEvent(request: IncomingMessage, { name, procedure }: { name: string; procedure: string }, body: string) {
  const headers = Object.entries(request.headers).flatMap(([header, value]) =>
    typeof value === 'string' ? [[header, value] as const] : [],
  )
  return {
    httpMethod: request.method ?? '',
    path: `/${name}/${procedure}`,
    headers: Object.fromEntries(headers),
    body,
    isBase64Encoded: false,
    requestContext: { sourceIp: request.socket.remoteAddress ?? '' },
  }
}

function sentBy(answer: Answer | SealedAnswer | HttpAnswer): Sent {
  if (!('statusCode' in answer)) return json(200, answer)
  const { 'Content-Type': type = 'application/json; charset=utf-8', ...headers } = answer.headers
  return { status: answer.statusCode, type, body: answer.body, headers }
}

function parseEnvelope(text: string): z.infer<typeof Envelope> | undefined {
  try {
    const parsed = Envelope.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
