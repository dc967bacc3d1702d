import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentPolicy, type Sent } from './answer'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}
const squeezable = new Set(['.html', '.js', '.css', '.json', '.map', '.svg', '.txt'])
const squeeze = promisify(gzip)

interface Loaded {
  readonly version: string
  readonly plain: Buffer
  readonly gzipped?: Buffer
}

/** Serves the files of one folder and nothing outside it; compressed once, kept until the file changes. */
export function staticFiles(folder: string) {
  const root = resolve(folder)
  const loaded = new Map<string, Loaded>()

  /** The file behind a URL path, or undefined where there is none. */
  return async function answerFile(
    path: string,
    request: { gzip: boolean; ifNoneMatch: string | undefined },
  ): Promise<Sent | undefined> {
    const file = locate(root, path)
    if (file === undefined) return undefined
    const content = await load(file)
    if (content === undefined) return undefined

    const extension = extname(file)
    const tag = `"${content.version}"`
    const headers = {
      'Cache-Control': hasDigest(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: tag,
      Vary: 'Accept-Encoding',
      ...(extension === '.html'
        ? { 'Content-Security-Policy': contentPolicy(inlineScripts(content.plain.toString('utf8'))) }
        : {}),
    }
    const type = types[extension] ?? 'application/octet-stream'
    if (request.ifNoneMatch === tag) return { status: 304, type, body: '', headers }
    if (request.gzip && content.gzipped !== undefined)
      return { status: 200, type, body: content.gzipped, headers: { ...headers, 'Content-Encoding': 'gzip' } }
    return { status: 200, type, body: content.plain, headers }
  }

  async function load(file: string): Promise<Loaded | undefined> {
    const found = await stat(file).catch(() => undefined)
    if (found === undefined || !found.isFile()) return undefined
    const version = `${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}`
    const known = loaded.get(file)
    if (known?.version === version) return known
    const plain = await readFile(file)
    const fresh = {
      version,
      plain,
      ...(squeezable.has(extname(file)) && plain.length > 1024 ? { gzipped: await squeeze(plain) } : {}),
    }
    loaded.set(file, fresh)
    return fresh
  }
}

/** The path on disk, or undefined for one that is malformed or leads out of the folder. */
function locate(root: string, path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (decoded.includes('\0')) return undefined
  const file = resolve(join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded))
  return file.startsWith(root + sep) ? file : undefined
}

/** Names with a content digest (`app.3f2a9c01.js`) never change what they hold. */
function hasDigest(file: string): boolean {
  return /[.-][0-9a-f]{8,32}\.[a-z0-9]+$/.test(file)
}

/** The page’s own inline scripts, so that no other inline script may run. */
export function inlineScripts(page: string): readonly string[] {
  return [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) =>
    createHash('sha256').update(script).digest('base64'),
  )
}
