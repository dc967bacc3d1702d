import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Randomness } from '../cloudfunctions/_kernel/runtime'
import { answerCall, parseCallPath, type CloudFunction } from './http/api'
import { html, json, refusal, send, type Sent } from './http/answer'
import { readBody } from './http/body'
import { staticFiles } from './http/static-files'
import { subjectOf } from './door/login'
import { doorPage, enterPage, type DoorFacts } from './door/page'
import type { PhoneCodes } from './door/phone-codes'
import { bearerOf, type Subject, type Tokens } from './door/tokens'

/** What one gateway serves. */
export interface GatewayParts {
  readonly functions: ReadonlyMap<string, CloudFunction>
  /** The built H5 app. */
  readonly app: string
  readonly tokens: Tokens
  readonly codes: PhoneCodes
  readonly random: Randomness
  readonly door: DoorFacts
}

const homePage = '/pages/home/index'

/** The whole system behind one address: `/api` the functions, `/demo` the stand-in for WeChat’s login, all else the app’s files. */
export function gatewayHandler(parts: GatewayParts): RequestListener {
  const answerFile = staticFiles(parts.app)
  const enterScript = readFileSync(join(__dirname, 'door', 'enter.js'), 'utf8')
  return (request, response) => {
    answer(request)
      .then((sent) => send(response, sent))
      .catch((fault: unknown) => {
        console.error(fault)
        if (!response.headersSent) send(response, refusal(500, 'FAULT'))
        else response.destroy()
      })
  }

  async function answer(request: IncomingMessage): Promise<Sent> {
    const url = parseUrl(request.url ?? '/')
    if (url === undefined) return refusal(400, 'BAD_INPUT')
    if (url.pathname.startsWith('/api/')) return answerApi(request, url.pathname)
    if (url.pathname === '/demo' || url.pathname.startsWith('/demo/')) return answerDoor(request, url)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'NOT_FOUND')
    const gzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    return (
      (await answerFile(url.pathname, { gzip, ifNoneMatch: request.headers['if-none-match'] })) ??
      refusal(404, 'NOT_FOUND')
    )
  }

  async function answerApi(request: IncomingMessage, path: string): Promise<Sent> {
    if (request.method !== 'POST') return refusal(405, 'UNKNOWN_PROCEDURE')
    const called = parseCallPath(path)
    if (called === undefined) return refusal(404, 'UNKNOWN_PROCEDURE')
    return answerCall(request, called, parts.functions, callerOf(request)?.openid)
  }

  async function answerDoor(request: IncomingMessage, url: URL): Promise<Sent> {
    switch (`${request.method ?? ''} ${url.pathname}`) {
      case 'GET /demo': {
        const persona = url.searchParams.get('as')
        return html(persona === null ? doorPage(parts.door) : enterPage(persona, pathBack(url)))
      }
      case 'GET /demo/door':
        return json(200, { door: '/demo' })
      case 'GET /demo/enter.js':
        return { status: 200, type: 'text/javascript; charset=utf-8', body: enterScript }
      case 'POST /demo/login': {
        const body = await readBody(request)
        const subject = body.kind === 'text' ? subjectOf(body.text, parts.random) : undefined
        return subject === undefined ? refusal(400, 'BAD_INPUT') : json(200, { token: parts.tokens.issue(subject) })
      }
      case 'GET /demo/phone-code': {
        const subject = callerOf(request)
        return subject === undefined ? refusal(401, 'NOT_SIGNED_IN') : json(200, { code: parts.codes.issue(subject) })
      }
      default:
        return refusal(404, 'NOT_FOUND')
    }
  }

  function callerOf(request: IncomingMessage): Subject | undefined {
    const token = bearerOf(request.headers.authorization)
    return token === undefined ? undefined : parts.tokens.read(token)
  }
}

/** Where to go after signing in: a page of the app, never another site. */
function pathBack(url: URL): string {
  const back = url.searchParams.get('back') ?? ''
  return /^\/pages\/[A-Za-z0-9/_-]+(\?[^#]*)?$/.test(back) ? back : homePage
}

function parseUrl(target: string): URL | undefined {
  try {
    return new URL(target, 'http://127.0.0.1')
  } catch {
    return undefined
  }
}
