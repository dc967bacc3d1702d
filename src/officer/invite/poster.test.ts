import fc from 'fast-check'
import { layoutPoster, posterHeight, posterWidth } from './poster'

describe('the poster', () => {
  test('names the union and the unit, and holds the code with room around it', () => {
    const { lines, qr } = layoutPoster({ union: '青岛澜屿海洋装备有限公司工会', unit: '青岛澜屿海洋装备有限公司' })
    expect(lines.map(({ text }) => text)).toEqual([
      '加入工会，扫码就行',
      '青岛澜屿海洋装备有限公司工会',
      '青岛澜屿海洋装备有限公司',
      '① 微信扫码　② 回答几个问题　③ 签申请书',
    ])
    expect(qr.left * 2 + qr.side).toBe(posterWidth)
  })

  test('whatever the names are, nothing leaves the sheet, nothing overlaps the code, and the name is all there up to three lines', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'青岛市南区中山路街道新就业形态联合工会有限公司'),
      minLength: 2,
      maxLength: 80,
    })
    fc.assert(
      fc.property(name, fc.option(name, { nil: undefined }), (union, unit) => {
        const { field, lines, qr } = layoutPoster({ union, unit })
        for (const { text, size, top } of lines) {
          expect([...text].length * size).toBeLessThanOrEqual(posterWidth)
          expect(top + size / 2).toBeLessThanOrEqual(posterHeight)
          expect(top + size / 2 <= field || top - size / 2 >= qr.top + qr.side).toBe(true)
        }
        expect(qr.side).toBeGreaterThanOrEqual(500)
        const shown = lines
          .slice(1, -1 - (unit === undefined ? 0 : 1))
          .map(({ text }) => text)
          .join('')
        expect(shown === union || shown.endsWith('…')).toBe(true)
      }),
    )
  })
})
