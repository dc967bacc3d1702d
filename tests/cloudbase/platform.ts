import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { openGateway, type Gateway } from './gateway'
import { verify } from './gateway-signature'
import { answerTo, callOf, type WeChatCall, type WeChatReply } from './wechat-wire'

/**
 * CloudBase as a deployed function meets it, on the loopback interface: the database behind its gateway, cloud storage with its signed links, and WeChat’s
 * server interfaces.
 */
export interface Platform {
  readonly gateway: Gateway
  /** The token that WeChat puts beside each call of a function; whoever sends another one is refused. */
  readonly weChatToken: string
  /** What a process finds in its environment there. `TCB_CONTEXT_CNFG` is the platform’s own way of telling the SDK where its service is. */
  readonly environment: Readonly<Record<string, string>>
  readonly weChatCalls: readonly WeChatCall[]
  /** What lies in cloud storage, by path. */
  readonly objects: Map<string, Buffer>
  /** Lets the next upload end like this. */
  failUpload(status: number): void
  close(): Promise<void>
}

const Stored = z.looseObject({
  action: z.string(),
  path: z.string().optional(),
  fileid_list: z.array(z.string()).optional(),
  file_list: z.array(z.looseObject({ fileid: z.string() })).optional(),
})
const token = 'wx-token-of-this-call'

export async function openPlatform(weChat: (call: WeChatCall) => WeChatReply): Promise<Platform> {
  const gateway = await openGateway()
  const objects = new Map<string, Buffer>()
  const weChatCalls: WeChatCall[] = []
  const failures: number[] = []
  const place = (path: string) => `cloud://${gateway.env}.6761-bucket/${path}`
  const pathOf = (fileId: string) => fileId.slice(place('').length)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method = '', headers } = request
    const body = await buffer(request)
    if (url.startsWith('/objects/')) return answerObject(method, url.slice('/objects/'.length), body, headers, response)
    if (String(headers['content-type']).startsWith('multipart/')) {
      const call = callOf(String(headers['content-type']), body)
      weChatCalls.push(call)
      const reply: WeChatReply = call.token === token ? weChat(call) : { kind: 'not-carried-out', code: -604100 }
      response.setHeader('content-type', 'application/octet-stream')
      response.end(answerTo(reply))
      return
    }
    const parsed = Stored.parse(JSON.parse(body.toString('utf8')))
    if (!parsed.action.startsWith('storage.')) return forward(request, body, response)
    verify({ method, url, headers, body: parsed }, gateway.credentials, Date.now())
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify({ requestId: 'r', data: storage(parsed) }))
  }

  function storage({ action, path = '', fileid_list = [], file_list = [] }: z.infer<typeof Stored>): object {
    switch (action) {
      case 'storage.getUploadMetadata':
        return {
          url: `${origin}/objects/${path}`,
          token: 'upload',
          authorization: `q-sign ${path}`,
          fileId: place(path),
          cosFileId: 'meta',
          download_url: '',
        }
      case 'storage.batchGetDownloadUrl':
        return {
          download_list: file_list.map(({ fileid }) =>
            objects.has(pathOf(fileid))
              ? { code: 'SUCCESS', fileID: fileid, tempFileURL: `${origin}/objects/${pathOf(fileid)}?sign=download` }
              : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' },
          ),
        }
      case 'storage.batchDeleteFile':
        return {
          delete_list: fileid_list.map((fileid) => ({
            fileID: fileid,
            code: objects.delete(pathOf(fileid)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
          })),
        }
      default:
        throw new Error(`this platform does not know ${action}`)
    }
  }

  /** As COS does it: an upload needs the signature for its path, a download the one in its link. */
  function answerObject(
    method: string,
    target: string,
    body: Buffer,
    headers: IncomingMessage['headers'],
    response: ServerResponse,
  ): void {
    const [path = '', query] = target.split('?')
    const failure = method === 'PUT' ? failures.shift() : undefined
    if (failure !== undefined) response.statusCode = failure
    else if (method === 'PUT' && headers.authorization === `q-sign ${path}` && headers['x-cos-meta-fileid'] === 'meta')
      objects.set(path, body)
    else if (method === 'GET' && query === 'sign=download') {
      const found = objects.get(path)
      response.statusCode = found === undefined ? 404 : 200
      response.end(found)
      return
    } else response.statusCode = 403
    response.end()
  }

  /** Unchanged, the host included: it is signed. */
  function forward({ method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    return new Promise((resolve) => {
      const { port } = new URL(gateway.url)
      const onward = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(response).once('finish', resolve)
      })
      onward.once('error', () => {
        response.destroy()
        resolve()
      })
      onward.end(body)
    })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      response.statusCode = 500
      response.end(String(fault))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`

  return {
    gateway,
    weChatToken: token,
    environment: {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: gateway.env,
      TENCENTCLOUD_SECRETID: gateway.credentials.secretId,
      TENCENTCLOUD_SECRETKEY: gateway.credentials.secretKey,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
      WX_CONTEXT_KEYS: 'WX_API_TOKEN',
      WX_API_TOKEN: token,
    },
    weChatCalls,
    objects,
    failUpload: (status) => void failures.push(status),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await gateway.close()
    },
  }
}
