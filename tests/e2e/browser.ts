import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const systemBrowsers = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The packaged browser is made for functions that open one page and end: with these it dies when a page is closed. */
const ofOneProcess = new Set(['--single-process', '--no-zygote'])

/** A real browser: the one at CHROME_PATH, else the system’s, else the one in the registry package, which needs nothing else. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, where there is no browser`)
    return launch(named, [])
  }
  const found = systemBrowsers.find((path) => existsSync(path))
  if (found !== undefined) return launch(found, [])
  const { default: packaged } = await import('@sparticuz/chromium')
  return launch(
    await packaged.executablePath(),
    packaged.args.filter((argument) => !ofOneProcess.has(argument)),
  )
}

/** No sandbox where the tests run as root, as in a container: the pages are our own. */
function launch(executablePath: string, args: readonly string[]): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, headless: true, args: [...new Set([...args, ...asRoot])] })
}
