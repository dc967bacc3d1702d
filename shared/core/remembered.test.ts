import { remembered } from './remembered'

test('a question is worked out once, until there were too many', () => {
  const asked: string[] = []
  const double = remembered(2, String, (value: number) => {
    asked.push(String(value))
    return value * 2
  })
  expect([double(1), double(1), double(2), double(3), double(1)]).toEqual([2, 2, 4, 6, 2])
  expect(asked).toEqual(['1', '2', '3', '1'])
})
