import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Walker } from '../walker'
import { paper } from './paper'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

const pictures = join(__dirname, '..', 'pictures')
const Login = z.object({ token: z.string() })
/** How long something may take to appear; a machine under load is slow, and a page that never comes is a failed test. */
const patienceMs = 15_000

/** A person’s phone with the app open: what they tap, type and read. */
export interface Phone extends Walker {
  readonly page: Page
  /** Every fault a page threw, and every error in its console. */
  readonly faults: readonly string[]
  /** Opens a picker, turns its wheel by so many rows (34 px each) with a finger and takes what then stands in the middle. */
  pickNth(id: string, rows: number): Promise<void>
  /** Waits until the words cannot be read any more. */
  readsNoMore(text: string | RegExp): Promise<void>
  /** What the error of this field says: the one with the field’s name, or the one in the same box as it. */
  errorAt(id: string): Promise<string>
  /** The same, where a person sees it without scrolling: on the screen, and not under the bar at its bottom. */
  errorInSight(id: string): Promise<string>
  /** Every error on the page, from the top. */
  errors(): Promise<readonly string[]>
  /** What stands in the field now. */
  valueIn(id: string): Promise<string>
  sees(id: string): Promise<void>
  /** Opens a page as a link does that nobody came to from another page. */
  openAnew(path: string): Promise<void>
  /** Chooses a photographed paper where this is tapped; the field keeps it. */
  photograph(id: string): Promise<void>
  /** Chooses a photographed paper where the field empties again for the next one, as soon as it is sent. */
  photographAnother(id: string): Promise<void>
  /** Writes a picture of the whole page, for people to look at. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

export interface PhoneOptions {
  readonly origin: string
  /** Whom the demo’s door signs in; nobody for a browser on a desk. */
  readonly persona: string | undefined
  /** A visitor’s own number, the one that WeChat would vouch for. */
  readonly mobile?: string
  readonly width?: number
  readonly height?: number
  readonly path?: string
}

export async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const { origin, width = 390, height = 844, path = '/pages/home/index' } = options
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    hasTouch: width < 900,
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  if (options.persona !== undefined) {
    const token = await signIn(options, options.persona)
    await context.addInitScript((kept) => localStorage.setItem('token', kept), token)
  }
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  const seen = (id: string): Locator => page.locator(`[id="${id}"]:visible`).first()
  const words = (text: string | RegExp): Locator => page.getByText(text).locator('visible=true').first()
  const box = (id: string): Locator =>
    page.locator(`[id="${id}"]:visible input, input[id="${id}"]:visible, [id="${id}"]:visible textarea`).first()
  const errorOf = (id: string): Locator =>
    page
      .locator(`[id="${id}-error"]:visible, :is(.field, .check, .sign):has([id="${id}"]) .field-error:visible`)
      .first()

  const phone: Phone = {
    page,
    faults,
    open: async (to) => {
      await page.goto(`${origin}/#${to}`)
    },
    tap: async (id) => seen(id).click(),
    tapText: async (text) => words(text).click(),
    type: async (id, text) => box(id).fill(text),
    pickFirst: async (id) => {
      await seen(id).click()
      await page.locator('.weui-picker__action:visible').last().click()
    },
    pickNth: async (id, rows) => {
      await seen(id).click()
      await page.waitForTimeout(500)
      const wheel = await page.locator('.weui-picker__group:visible').first().boundingBox()
      if (wheel === null) throw new Error(`${id} opened no wheel`)
      const [x, y] = [wheel.x + wheel.width / 2, wheel.y + wheel.height / 2]
      const finger = await context.newCDPSession(page)
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
        finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: at }] })
      await touch('touchStart', y)
      for (let step = 1; step <= 10; step++) await touch('touchMove', y - (rows * 34 * step) / 10)
      await touch('touchEnd', y)
      await finger.detach()
      await page.locator('.weui-picker__action:visible').last().click()
    },
    reads: (text) => orTell(page, words(text).waitFor()),
    readsNoMore: (text) => orTell(page, words(text).waitFor({ state: 'detached' })),
    errorAt: async (id) => errorOf(id).innerText(),
    errorInSight: async (id) => {
      const error = errorOf(id)
      await error.waitFor()
      for (let tries = 0; tries < 20 && !(await isInSight(error)); tries++) await page.waitForTimeout(100)
      return (await isInSight(error)) ? error.innerText() : `out of sight: ${await error.innerText()}`
    },
    errors: async () => page.locator('.field-error:visible, .join-error:visible').allInnerTexts(),
    valueIn: async (id) => box(id).inputValue(),
    sees: (id) => orTell(page, seen(id).waitFor()),
    openAnew: async (to) => {
      await page.goto(`${origin}/demo/door`)
      await phone.open(to)
    },
    photographAnother: async (id) => {
      const chosen = page.waitForEvent('filechooser')
      await seen(id).click()
      await (await chosen).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: paper })
    },
    photograph: async (id) => {
      await phone.photographAnother(id)
      await page.locator(`[id="${id}"]`, { hasText: '重拍' }).first().waitFor()
    },
    picture: async (name) => {
      mkdirSync(pictures, { recursive: true })
      await page.waitForTimeout(400)
      const whole = await page.evaluate(() =>
        Math.max(...Array.from(document.querySelectorAll('.screen')).map((screen) => screen.clientHeight)),
      )
      await page.setViewportSize({ width, height: Math.max(height, whole) })
      await page.screenshot({ path: join(pictures, `${name}.png`) })
      await page.setViewportSize({ width, height })
    },
    close: () => context.close(),
  }
  await phone.open(path)
  return phone
}

/** A failed wait says which page was open and what stood on it: the machine that failed is often not at hand. */
async function orTell(page: Page, wait: Promise<void>): Promise<void> {
  try {
    await wait
  } catch (fault) {
    const screens = await page.locator('.screen:visible').allInnerTexts()
    throw new Error(`${String(fault)}\nOpen was ${page.url()}, and read:\n${screens.join('\n---\n')}`)
  }
}

/** What lies in the middle of it is itself: neither above nor below the screen, nor under anything. */
function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return there !== null && (one.contains(there) || there.contains(one))
  })
}

async function signIn({ origin, mobile }: PhoneOptions, persona: string): Promise<string> {
  const answer = await fetch(`${origin}/demo/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona, ...(mobile === undefined ? {} : { mobile }) }),
  })
  return Login.parse(await answer.json()).token
}
