import { growingFile, pagesIn } from './pages'

const written = (pages: { readonly ballot: number; readonly remark: number }, many = 2): unknown => {
  const parts: string[] = []
  const file = growingFile({ format: 'x' }, (text) => void parts.push(text))
  for (const page of pagesIn(pages))
    file.add(
      page,
      Array.from({ length: many }, (_, at) => `${page.envelope}-${page.page}-${at}`),
    )
  file.end()
  return JSON.parse(parts.join(''))
}

test('pages are fetched ballots first, and make one file', () => {
  expect(written({ ballot: 2, remark: 1 })).toEqual({
    format: 'x',
    ballots: ['ballot-0-0', 'ballot-0-1', 'ballot-1-0', 'ballot-1-1'],
    remarks: ['remark-0-0', 'remark-0-1'],
  })
})

test.each([
  ['nobody wrote a remark', { ballot: 1, remark: 0 }],
  ['nobody voted', { ballot: 0, remark: 0 }],
])('the file is whole where %s', (_, pages) => {
  expect(written(pages)).toMatchObject({ remarks: [] })
})

test('empty pages leave no gap', () => {
  expect(written({ ballot: 4, remark: 2 }, 0)).toEqual({ format: 'x', ballots: [], remarks: [] })
})
