import { clockText } from './texts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

test.each([
  ['nothing', 0, undefined],
  ['less than half a minute', 29_000, undefined],
  ['two minutes slow', 2 * minute, '慢了约 2 分钟'],
  ['two minutes fast', -2 * minute, '快了约 2 分钟'],
  ['eight hours, as on a journey', -8 * hour, '快了约 8 小时'],
  ['three years', -3 * 365 * day, '快了约 1095 天'],
])('a clock that is off by %s is told so that people can read it', (_, aheadMs, told) => {
  const text = clockText(aheadMs)
  if (told === undefined) expect(text).toBeUndefined()
  else expect(text).toContain(told)
})
