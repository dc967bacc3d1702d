import { linesOf } from './poster'

test.each([
  ['澜湾书店', ['澜湾书店']],
  ['青岛市市南区中山路街道职工法律援助中心', ['青岛市市南区中山路街', '道职工法律援助中心']],
  ['字'.repeat(40), ['字'.repeat(14), '字'.repeat(14), '字'.repeat(12)]],
])('%s stands whole on the sheet', (name, lines) => {
  expect(linesOf(name)).toEqual(lines)
})
