import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentDirectives } from '../../local/http/answer'
import { inlineScripts } from '../../local/http/static-files'

/** Copies the built pages to where they are uploaded from, each page with the policy that the local server sends as a header. */
export function preparePages(built: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(built, to, { recursive: true })
  const page = join(to, 'index.html')
  writeFileSync(page, withPolicy(readFileSync(page, 'utf8')))
}

/** Static hosting sends no policy of its own; the page says it first, before anything of it is loaded. Throws for what is no page. */
export function withPolicy(page: string): string {
  const policy = contentDirectives(inlineScripts(page)).join('; ')
  const said = page.replace(/<head>/, `<head><meta http-equiv="Content-Security-Policy" content="${policy}" />`)
  if (said === page) throw new Error('the built page has no head to say its policy in')
  return said
}
