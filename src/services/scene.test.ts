import { codeOf, readScanned, sceneOf } from './scene'

describe('the scene of an invitation', () => {
  test.each([
    ['a mini-program code', { scene: 'lanyu-factory' }, 'lanyu-factory'],
    ['an encoded one', { scene: encodeURIComponent('lanyu-factory') }, 'lanyu-factory'],
    [
      'an ordinary code’s link',
      { q: encodeURIComponent('http://127.0.0.1:8787/#/pages/join/index?scene=lanyu-factory') },
      'lanyu-factory',
    ],
    ['nothing', {}, undefined],
    ['markup', { scene: '<script>' }, undefined],
    ['a broken escape', { scene: '%E4%B8' }, undefined],
  ])('%s', (_, params, scene) => {
    expect(sceneOf(params)).toBe(scene)
  })

  test.each([
    ['pages/join/index?scene=lanyu-factory', { kind: 'scene', scene: 'lanyu-factory' }],
    ['https://example.com/?scene=x', { kind: 'foreign' }],
    ['6901234567892', { kind: 'foreign' }],
  ])('scanned: %s', (text, scanned) => {
    expect(readScanned(text)).toEqual(scanned)
  })
})

describe('a code that a desk shows or an officer hands over', () => {
  const code = 'fzwanlstSGCKxOHwk217JQ'
  test.each([
    ['in the cloud', `https://desk.example.cn/m/confirm?code=${code}`, 'confirm'],
    ['on one machine', `http://127.0.0.1:8787/#/pages/office/index?code=${code}`, 'office'],
    ['a certificate', `https://desk.example.cn/m/certificate?code=${code}`, 'certificate'],
    ['a service’s, in the cloud', `https://desk.example.cn/m/verify?code=${code}`, 'card/verify'],
    ['a service’s, on one machine', `http://127.0.0.1:8787/#/pages/card/verify/index?code=${code}`, 'card/verify'],
    ['with something before it', `https://desk.example.cn/m/binding?from=desk&code=${code}`, 'binding'],
  ])('is read with the page it belongs to, %s', (_, link, page) => {
    expect(readScanned(link)).toEqual({ kind: 'code', page, code })
  })

  const slip = '0123-4567-89AB-CDEF-$@2026:staff:union_1.2'
  test.each([
    ['in the cloud', `https://desk.example.cn/m/slip?code=${encodeURIComponent(slip)}`],
    ['on one machine', `http://127.0.0.1:8787/#/pages/review/slip/index?code=${encodeURIComponent(slip)}`],
  ])('a slip of a survey is read %s', (_, link) => {
    expect(readScanned(link)).toEqual({ kind: 'code', page: 'review/slip', code: slip })
    expect(codeOf({ q: encodeURIComponent(link) })).toBe(slip)
  })

  test.each([
    ['a page of its own name', { code }, code],
    ['WeChat’s own camera', { q: encodeURIComponent(`https://desk.example.cn/m/confirm?code=${code}`) }, code],
    ['another page’s link', { q: encodeURIComponent(`https://desk.example.cn/m/pay?code=${code}`) }, undefined],
    ['markup', { code: '<script>' }, undefined],
    ['a broken escape', { q: '%E4%B8' }, undefined],
    ['nothing', {}, undefined],
  ])('reaches its page through %s', (_, params, found) => {
    expect(codeOf(params)).toBe(found)
  })
})
