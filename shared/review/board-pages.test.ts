import { boardPages, idsOf, idsOnPage } from './board-pages'

const id = (number: number) => new Uint8Array(32).fill(number % 256)

test.each([0, 1, idsOnPage, idsOnPage + 1, 2 * idsOnPage + 3])('%i ids come back in their order', (count) => {
  const ids = Array.from({ length: count }, (_, at) => id(at))
  const pages = boardPages(ids)
  expect(pages).toHaveLength(Math.max(1, Math.ceil(count / idsOnPage)))
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(200_000)
  expect(pages.flatMap((page) => idsOf(page) ?? [])).toEqual(ids)
})

test.each(['A', 'AAAA', '*'.repeat(43), 'A'.repeat(42)])('%j is no page', (text) => {
  expect(idsOf(text)).toBeUndefined()
})
