import { appended } from './use-pages'

const idOf = ({ id }: { readonly id: string }) => id

test.each([
  ['the next page stands after what is there', ['a', 'b'], ['c'], ['a', 'b', 'c']],
  ['what moved down between two pages is shown once, where it is now', ['a', 'b'], ['b', 'c'], ['a', 'b', 'c']],
  ['what moved up is not lost', ['a', 'b'], ['a', 'c'], ['b', 'a', 'c']],
  ['an empty page changes nothing', ['a'], [], ['a']],
])('%s', (_, rows, next, shown) => {
  const as = (ids: readonly string[]) => ids.map((id) => ({ id }))
  expect(appended(as(rows), as(next), idOf).map(idOf)).toEqual(shown)
})
