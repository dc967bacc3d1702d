import { readScanned, sceneOf } from './scene'

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
