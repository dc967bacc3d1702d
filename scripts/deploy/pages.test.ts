import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preparePages, withPolicy } from './pages'

const folder = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = 'window.start = 1'
const page = `<!doctype html><html><head><meta charset="utf-8" /><script>${script}</script><script src="/js/app.js"></script></head></html>`

test('an uploaded page allows its own scripts by digest, and none that somebody slips in', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(withPolicy(page))?.[1] ?? ''
  const digest = createHash('sha256').update(script).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${digest}'`)
  for (const said of ["object-src 'none'", "base-uri 'none'", "connect-src 'self'", "default-src 'self'"])
    expect(policy).toContain(said)
  expect(policy).not.toContain('frame-ancestors')
  expect(withPolicy(page).indexOf('Content-Security-Policy')).toBeLessThan(withPolicy(page).indexOf('<script'))
})

test('what is no page is not uploaded without a policy', () => {
  expect(() => withPolicy('<html><body></body></html>')).toThrow(/no head/)
})

test('a page that was deployed before leaves nothing behind', () => {
  const [built, to] = [join(folder, 'h5'), join(folder, 'pages')]
  for (const made of [built, to]) mkdirSync(made)
  writeFileSync(join(built, 'index.html'), page)
  writeFileSync(join(to, 'old.js'), '')
  preparePages(built, to)
  expect(readFileSync(join(to, 'index.html'), 'utf8')).toBe(withPolicy(page))
  expect(() => readFileSync(join(to, 'old.js'))).toThrow(/ENOENT/)
  expect(readFileSync(join(built, 'index.html'), 'utf8')).toBe(page)
})
