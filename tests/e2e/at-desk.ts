import type { Phone } from './phone'
import type { Stage } from './stage'

/** What the phone’s camera would read, and the number that stands beside it. */
export async function shownAt(
  browser: Phone,
  origin: string,
): Promise<{ readonly path: string; readonly number: string }> {
  await browser.sees('phone-code-number')
  const number = await browser.page.locator('#phone-code-number').innerText()
  const text = await browser.page.locator('#phone-code-link').innerText()
  const link = /https?:\S+/.exec(text)?.[0] ?? ''
  return { path: link.slice(`${origin}/#`.length), number: number.trim() }
}

/** As by a link: the app starts anew, whatever was open. */
export async function openAnew(phone: Phone, origin: string, path: string): Promise<void> {
  await phone.page.goto(`${origin}/demo/door`)
  await phone.open(path)
}

/** 扫码确认: the phone opens what the desk shows, and picks the desk’s number. */
export async function confirmOn(phone: Phone, browser: Phone, origin: string): Promise<void> {
  const { path, number } = await shownAt(browser, origin)
  await openAnew(phone, origin, path)
  await phone.tap(`confirm-${number}`)
}

/** A desk at which this phone’s owner is signed in. */
export async function signedInDesk({ desk, origin }: Stage, phone: Phone, home: string): Promise<Phone> {
  const browser = await desk()
  await confirmOn(phone, browser, origin())
  await browser.sees(home)
  return browser
}
