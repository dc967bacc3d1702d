import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { AnyProcedure } from '../../shared/contract/procedure'
import { answerInfo } from '../../shared/contract/sealed-answer'
import { answerKeysOf, openAnswer } from '../../src/services/open-answer'
import { contracts, type FunctionName, type TestSystem } from '../system'
import type { Answer } from '../../cloudfunctions/_kernel/serve'
import type { Tokens } from '../../local/door/tokens'
import type { MortalServer } from './mortal-server'

/** A command that was answered in the end, and how often it had to be sent for that. */
export interface Acknowledged {
  readonly as: string
  readonly name: FunctionName
  readonly procedure: string
  readonly input: unknown
  readonly requestId: string
  readonly answer: Answer
  readonly sent: number
}

/** Calls over HTTP that are sent again, under the same requestId, until an answer comes: as the app does it. */
export interface Callers {
  readonly ask: TestSystem['ask']
  /** The code that WeChat’s phone button would hand to this account’s page. */
  phoneCode(as: string): Promise<string>
  /** Sends the very same call once more. */
  again(act: Acknowledged): Promise<Answer>
  /** Every answered command, in the order of the answers. */
  readonly journal: readonly Acknowledged[]
  close(): void
}

export const mobileOf = (as: string) =>
  `153${String([...as].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1e8, 7)).padStart(8, '0')}`

export function callersOf(server: MortalServer, tokens: Tokens): Callers {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const journal: Acknowledged[] = []
  const device = answerKeysOf(randomBytes(32))
  let count = 0

  async function untilAnswered(method: 'POST' | 'GET', path: string, as: string, body: string) {
    for (let sent = 1; ; sent++) {
      const port = await server.port()
      const text = await send({
        agent,
        port,
        method,
        path,
        body,
        token: tokens.issue({ openid: as, mobile: mobileOf(as) }),
      })
      if (text !== undefined) return { sent, text }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async function call({ as, name, procedure, input, requestId }: Omit<Acknowledged, 'answer' | 'sent'>) {
    const body = JSON.stringify({ input, requestId, answerKey: device.answerKey })
    const { sent, text } = await untilAnswered('POST', `/api/${name}/${procedure}`, as, body)
    return { sent, answer: openAnswer(JSON.parse(text), device, answerInfo(name, procedure)) as Answer }
  }

  return {
    journal,
    again: async (act) => (await call(act)).answer,
    async ask(as, name, procedure, input, requestId = `crash-${++count}-00000000`) {
      if (as === undefined) throw new Error('nobody calls here')
      const { sent, answer } = await call({ as, name, procedure, input, requestId })
      const declared: Readonly<Record<string, AnyProcedure>> = contracts[name].procedures
      if (declared[procedure]?.kind === 'command') journal.push({ as, name, procedure, input, requestId, answer, sent })
      if (answer.error !== undefined) return { ok: false, ...answer.error, fields: answer.error.fields ?? {} }
      return { ok: true, data: answer.data as never }
    },
    async phoneCode(as) {
      const { text } = await untilAnswered('GET', '/demo/phone-code', as, '')
      return (JSON.parse(text) as { code: string }).code
    },
    close: () => agent.destroy(),
  }
}

interface Sending {
  readonly agent: Agent
  readonly port: number
  readonly method: 'POST' | 'GET'
  readonly path: string
  readonly body: string
  readonly token: string
}

/** The answer’s text, or undefined where none came, or only a part of it. */
function send({ agent, port, method, path, body, token }: Sending): Promise<string | undefined> {
  return new Promise((resolve) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Authorization: `Bearer ${token}`,
    }
    const call = request({ agent, port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve(response.complete ? text : undefined))
      response.on('error', () => resolve(undefined))
    })
    call.on('error', () => resolve(undefined))
    call.end(body)
  })
}
