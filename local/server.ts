import { createServer, type RequestListener } from 'node:http'
import { send } from './http/answer'

/** How long calls that are being answered may take when the server stops. */
const graceMs = 10_000

/** A server that holds its port from the start and says so until there is something to serve. */
export interface LocalServer {
  readonly origin: string
  serve(handler: RequestListener): void
  /** Takes no more calls, lets those under way finish, then resolves. */
  stop(): Promise<void>
}

/** Listens on this machine only; port 0 takes any free one. Rejects with Node’s own error where the port is taken. */
export async function openServer(port: number): Promise<LocalServer> {
  let handler: RequestListener = (_request, response) => send(response, preparing)
  let stopping = false
  const server = createServer((request, response) => {
    response.once('close', () => {
      if (stopping) server.closeIdleConnections()
    })
    handler(request, response)
  })
  server.requestTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    origin: `http://127.0.0.1:${bound}`,
    serve(next) {
      handler = next
    },
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        const cut = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

const preparing = {
  status: 503,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>网上职工之家</title><p>正在准备演示数据，稍等几秒会自动打开。</p>',
  headers: { 'Retry-After': '2' },
}
