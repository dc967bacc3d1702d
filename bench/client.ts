import { Agent, request } from 'node:http'

/** A process of its own that sends calls, so that the server under measurement has its core to itself. */
export interface Shot {
  readonly path: string
  /** Absent for a call from nobody. */
  readonly token?: string
  readonly body: string
}
export interface Volley {
  readonly port: number
  readonly together: number
  readonly shots: readonly Shot[]
}
export interface VolleyResult {
  readonly seconds: number
  /** Answers that were not `ok: true`, by their code. */
  readonly refused: Readonly<Record<string, number>>
}

process.on('message', (volley: Volley) => {
  fire(volley).then(
    (result) => process.send?.(result),
    (fault: unknown) => {
      console.error(fault)
      process.exit(1)
    },
  )
})

async function fire({ port, together, shots }: Volley): Promise<VolleyResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  const refused: Record<string, number> = {}
  const begun = process.hrtime.bigint()
  let next = 0
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let shot = shots[next++]; shot !== undefined; shot = shots[next++]) {
        const code = await send(agent, port, shot)
        if (code !== 'OK') refused[code] = (refused[code] ?? 0) + 1
      }
    }),
  )
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9
  agent.destroy()
  return { seconds, refused }
}

function send(agent: Agent, port: number, { path, token, body }: Shot): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      ...(token === undefined ? { Origin: 'http://127.0.0.1' } : { Authorization: `Bearer ${token}` }),
    }
    const call = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve(
          text.startsWith('{"ok":true') ? 'OK' : (/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? String(response.statusCode)),
        ),
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}
