import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { staticFiles } from './static-files'

const folder = mkdtempSync(join(tmpdir(), 'app-'))
const root = join(folder, 'h5')
const longScript = 'const answer = 42;\n'.repeat(200)
const browser = { gzip: true, ifNoneMatch: undefined }

beforeAll(() => {
  mkdirSync(join(root, 'js'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'not for you')
  writeFileSync(join(root, 'index.html'), '<html><script>start()</script><script src="/js/app.js"></script></html>')
  writeFileSync(join(root, 'js', 'app.js'), longScript)
  writeFileSync(join(root, 'js', 'app.3f2a9c01.js'), longScript)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the app’s files', () => {
  const answerFile = staticFiles(root)

  test('the folder itself is its index page, and only that page’s own inline script may run', async () => {
    const page = await answerFile('/', browser)
    expect(page?.type).toBe('text/html; charset=utf-8')
    expect(page?.headers?.['Content-Security-Policy']).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]+';/)
  })

  test('scripts go out compressed to who can unpack them', async () => {
    const packed = await answerFile('/js/app.js', browser)
    expect(packed?.headers?.['Content-Encoding']).toBe('gzip')
    expect(gunzipSync(packed?.body ?? '').toString()).toBe(longScript)
    const plain = await answerFile('/js/app.js', { ...browser, gzip: false })
    expect(String(plain?.body)).toBe(longScript)
  })

  test('a name with a digest is kept for ever, any other is asked for again', async () => {
    expect((await answerFile('/js/app.3f2a9c01.js', browser))?.headers?.['Cache-Control']).toContain('immutable')
    const first = await answerFile('/js/app.js', browser)
    expect(first?.headers?.['Cache-Control']).toBe('no-cache')
    const again = await answerFile('/js/app.js', { ...browser, ifNoneMatch: first?.headers?.['ETag'] })
    expect(again?.status).toBe(304)
  })

  test('a changed file is served as it is now', async () => {
    const file = join(root, 'changing.txt')
    writeFileSync(file, 'before')
    await answerFile('/changing.txt', browser)
    writeFileSync(file, 'afterwards')
    expect(String((await answerFile('/changing.txt', browser))?.body)).toBe('afterwards')
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/js/../../secret.txt',
    '/..\\secret.txt',
    '/js',
    '/none.js',
    '/%zz',
    '/index.html%00.txt',
  ])('nothing is found at %s', async (path) => {
    expect(await answerFile(path, browser)).toBeUndefined()
  })
})
