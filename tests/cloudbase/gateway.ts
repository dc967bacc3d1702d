import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { database } from './gateway-actions'
import { faults, ServiceFault } from './gateway-faults'
import { verify, type Credentials } from './gateway-signature'

/**
 * CloudBase’s document database on the loopback interface, for the unmodified SDK: `init({ serviceUrl: gateway.url })`. It checks every signature, speaks the
 * SDK’s actions, and can lose a connection at a chosen moment.
 */
export interface Gateway {
  readonly url: string
  readonly env: string
  readonly credentials: Credentials
  /** How many requests with this action were received. */
  received(action: string): number
  /** Loses the connection of the `nth` request with this action from now on. */
  lose(action: string, moment: Moment, nth?: number): void
  /** Carries out what was received and lost, but not done. */
  deliver(): Promise<void>
  close(): Promise<void>
}

/** Before the request is carried out; after it, without an answer; or carried out only when the test says so, after the connection was lost. */
export type Moment = 'before' | 'after' | 'late'

export interface GatewayOptions {
  readonly now?: () => number
}

const Body = z.looseObject({ action: z.string(), envName: z.string() })
const env = 'gateway-test'
const credentials = { secretId: 'AKIDgateway', secretKey: 'only on this machine' }

export async function openGateway({ now = Date.now }: GatewayOptions = {}): Promise<Gateway> {
  const perform = database(now)
  const counts = new Map<string, number>()
  const losses: { readonly action: string; readonly moment: Moment; left: number }[] = []
  const undelivered: (() => Promise<unknown>)[] = []

  /** The moment at which this request’s connection is lost, if it is. */
  function lossOf(action: string): Moment | undefined {
    const waiting = losses.filter((loss) => loss.action === action)
    for (const loss of waiting) loss.left--
    const due = losses.findIndex((loss) => loss.action === action && loss.left === 0)
    return due === -1 ? undefined : losses.splice(due, 1)[0]?.moment
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    try {
      const { action, parameters } = await signed(request)
      counts.set(action, (counts.get(action) ?? 0) + 1)
      const loss = lossOf(action)
      if (loss === 'late') undelivered.push(() => perform(action, parameters))
      const answered = loss === 'before' || loss === 'late' ? {} : await perform(action, parameters)
      if (loss !== undefined) request.socket.destroy()
      else send(response, { requestId, ...answered })
    } catch (fault) {
      if (!(fault instanceof ServiceFault)) throw fault
      send(response, { requestId, code: fault.code, message: fault.message })
    }
  }

  async function signed(request: IncomingMessage): Promise<{ action: string; parameters: unknown }> {
    const body = Body.safeParse(jsonOf(await text(request)))
    if (!body.success) throw faults.parameter('this is no request of the SDK')
    const { method = '', url = '', headers } = request
    verify({ method, url, headers, body: body.data }, credentials, now())
    if (body.data.envName !== env) throw faults.parameter(`there is no environment ${body.data.envName}`)
    return { action: body.data.action, parameters: body.data }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      response.statusCode = 500
      response.end(String(fault))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/admin`,
    env,
    credentials,
    received: (action) => counts.get(action) ?? 0,
    lose: (action, moment, nth = 1) => void losses.push({ action, moment, left: nth }),
    deliver: async () => {
      // What fails now fails as it would have failed then: nobody hears of it.
      for (const late of undelivered.splice(0)) await late().catch(() => {})
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(body))
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
