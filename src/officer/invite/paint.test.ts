import { posterPaint } from './paint'

const text = { union: '青岛澜屿海洋装备有限公司工会' }
const code = { kind: 'mini-program-code', image: 'data:image/png;base64,AAAA' } as const

/** A canvas context that writes down which calls it got; what is set on it is kept. */
function canvas() {
  const calls: { readonly name: string; readonly values: readonly unknown[] }[] = []
  const context: CanvasRenderingContext2D = new Proxy(Object.create(null), {
    get: (target, name) =>
      Reflect.get(target, name) ?? ((...values: readonly unknown[]) => void calls.push({ name: String(name), values })),
  })
  return { context, named: (name: string) => calls.filter((call) => call.name === name) }
}

describe('the code on the poster', () => {
  test('is the mini-program code that WeChat drew, as a square in the sheet', () => {
    const { context, named } = canvas()
    const picture: CanvasImageSource = Object.create(null)
    posterPaint(text, code)(context, { width: 330, height: 440, picture })
    const [drawn, ...more] = named('drawImage')
    expect(more).toEqual([])
    expect(drawn?.values[0]).toBe(picture)
    expect(drawn?.values[3]).toBe(drawn?.values[4])
    expect(named('rect')).toEqual([])
  })

  test('is drawn from the link where there is one', () => {
    const { context, named } = canvas()
    posterPaint(text, { kind: 'link', link: 'http://127.0.0.1/#/pages/join/index?scene=lanyu-factory' })(context, {
      width: 330,
      height: 440,
    })
    expect(named('rect').length).toBeGreaterThan(200)
    expect(named('drawImage')).toEqual([])
  })

  test('that could not be read says so in its place, and does not leave a poster that leads nowhere', () => {
    const { context, named } = canvas()
    posterPaint(text, code)(context, { width: 330, height: 440 })
    expect(named('fillText').map(({ values }) => values[0])).toContain('小程序码没有显示，请退出后再打开这一页')
  })
})
