import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { SealedAnswer } from '../../shared/contract/sealed-answer'
import type { Answer } from '../../cloudfunctions/_kernel/serve'
import { json, refusal, type Sent } from './answer'
import { readBody } from './body'

/** A deployed function, as CloudBase calls it. */
export type CloudFunction = (event: unknown, context: unknown) => Promise<Answer | SealedAnswer>

const Envelope = z.object({
  input: z.unknown().optional(),
  requestId: z.unknown().optional(),
  answerKey: z.unknown().optional(),
})

/** `/api/<function>/<procedure>` in its two names. */
export function parseCallPath(path: string): { name: string; procedure: string } | undefined {
  const [, name, procedure] = /^\/api\/([A-Za-z]{1,40})\/([A-Za-z_]{1,64})$/.exec(path) ?? []
  return name === undefined || procedure === undefined ? undefined : { name, procedure }
}

/**
 * One call over HTTP. What a function answered is a 200, whatever it answered; a call that never reached one carries HTTP’s own status.
 * Who calls stands in the context, as on the platform, and never in the event.
 */
export async function answerCall(
  request: IncomingMessage,
  { name, procedure }: { name: string; procedure: string },
  functions: ReadonlyMap<string, CloudFunction>,
  openid: string | undefined,
): Promise<Sent> {
  const body = await readBody(request)
  if (body.kind === 'too-large') return refusal(413, 'TOO_LARGE')
  const main = functions.get(name)
  if (main === undefined) return refusal(404, 'UNKNOWN_PROCEDURE')
  const envelope = body.kind === 'text' ? parseEnvelope(body.text) : undefined
  if (envelope === undefined) return refusal(400, 'BAD_INPUT')

  const context = { environment: JSON.stringify(openid === undefined ? {} : { WX_OPENID: openid }) }
  return json(200, await main({ procedure, ...envelope }, context))
}

function parseEnvelope(text: string): z.infer<typeof Envelope> | undefined {
  try {
    const parsed = Envelope.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
