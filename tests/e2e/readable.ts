import type { Phone } from './phone'

/** Words that leave the screen to the side, or that are cut off by what holds them. */
export function outOfSight(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const shown = Array.from(document.querySelectorAll<HTMLElement>('.screen *')).filter(
      (element) => element.offsetParent !== null && element.childElementCount === 0 && element.textContent?.trim(),
    )
    return shown
      .filter((element) => {
        const box = element.getBoundingClientRect()
        const scrolls = element.closest('.filters, .weui-picker') !== null
        return box.width > 0 && !scrolls && (box.left < -1 || box.right > wide + 1)
      })
      .map((element) => element.textContent ?? '')
  })
}

/** What is tapped and smaller than a finger: UI.md asks for 44 px. */
export function hardToHit(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>(
        '.screen [role="button"], .screen [role="radio"], .screen button, .screen .action',
      ),
    )
      .filter((element) => element.offsetParent !== null)
      .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent ?? '' }))
      .filter(({ box }) => box.height > 0 && box.height < 43.5)
      .map(({ box, text }) => `${text} ${Math.round(box.height)}`),
  )
}

/** 关怀模式: another phone of the same person, where everything has to be readable and within a finger’s reach in large type too. */
export async function looksInLargeType(phone: Phone, path: string, says: string, name: string): Promise<void> {
  await phone.tap('home-large-type')
  await phone.openAnew(path)
  await phone.reads(says)
  await phone.page.waitForTimeout(300)
  await phone.picture(`large-${name}`)
  expect(await outOfSight(phone)).toEqual([])
  expect(await hardToHit(phone)).toEqual([])
}

/** The page that is open, as a link. */
export function pathOf({ page }: Phone): string {
  return page.url().split('#')[1] ?? ''
}
