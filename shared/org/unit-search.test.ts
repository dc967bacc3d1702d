import fc from 'fast-check'
import { endingsOf, endingsWith } from './unit-search'

const finds = (name: string, text: string) => {
  const { from, until } = endingsWith(text)
  return endingsOf(name).some((ending) => ending >= from && ending < until)
}

describe('a unit is found by any part of its name', () => {
  test.each([
    ['青岛澜屿海洋装备有限公司', '澜屿', true],
    ['青岛澜屿海洋装备有限公司', '公司', true],
    ['青岛澜屿海洋装备有限公司', '青岛澜屿海洋装备有限公司', true],
    ['青岛（胶州）启舟劳务派遣有限公司', '(胶州)启舟', true],
    ['ABC物流', 'abc', true],
    ['青岛澜屿海洋装备有限公司', ' 海洋 装备', true],
    ['青岛澜屿海洋装备有限公司', '澜海', false],
  ])('%s, looked up as “%s”: %s', (name, text, found) => {
    expect(finds(name, text)).toBe(found)
  })

  test('whatever two or more letters of it are typed', () => {
    const names = fc.string({
      unit: fc.constantFrom(...'青岛市南区澜屿海洋装备有限公司ABC'),
      minLength: 2,
      maxLength: 30,
    })
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, at, length) => {
        const from = at % (name.length - 1)
        const part = name.slice(from, from + 2 + (length % 20))
        expect(finds(name, part)).toBe(true)
      }),
    )
  })
})
