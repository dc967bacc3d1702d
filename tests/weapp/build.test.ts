import { ensureBuilt } from '../../scripts/ensure-built'
import { built } from './built'
import { checkBuild } from './check-build'
import { copyOfBuild, type Copy } from './copies'

beforeAll(() => ensureBuilt('weapp'), 600_000)

test('the build compiles, misses nothing, uses no HTML tag and keeps its weight', () => {
  expect(checkBuild(built)).toEqual([])
})

describe('the check finds', () => {
  test.each<[string, (copy: Copy) => void, RegExp]>([
    [
      'an HTML tag',
      (copy) => copy.rewrite('base.wxml', (text) => text.replace('</template>', '<div></div></template>')),
      /<div>/,
    ],
    ['a template file that is not there', (copy) => copy.remove('base.wxml'), /base\.wxml/],
    ['a script file of the templates that is not there', (copy) => copy.remove('utils.wxs'), /utils\.wxs/],
    ['a style sheet that is not there', (copy) => copy.remove('common.wxss'), /common\.wxss/],
    [
      'a page without its script',
      (copy) => copy.remove('officer/inbox/index.js'),
      /officer\/inbox\/index\.js is missing/,
    ],
    [
      'a script that is too new for old phones',
      (copy) => copy.rewrite('app.js', (text) => `${text}\nwx.storage?.large ?? false`),
      /app\.js: old phones cannot read \?\.[^]*\?\?/,
    ],
    ['a component that is not there', (copy) => copy.remove('comp.wxml'), /comp\.wxml is missing/],
    [
      'a template that does not close',
      (copy) => copy.rewrite('base.wxml', (text) => text.replace('</template>', '')),
      /wxml|template/i,
    ],
    [
      'a style sheet that does not parse',
      (copy) => copy.rewrite('common.wxss', (text) => `${text} .broken { color: `),
      /wxss/,
    ],
    [
      'a template script that does not parse',
      (copy) => copy.rewrite('utils.wxs', (text) => text.replace('module.exports = {', 'module.exports = {{')),
      /utils\.wxs|Unexpected/,
    ],
    ['too much in the main package', (copy) => copy.write('pages/ballast.js', ' '.repeat(1024 * 1024)), /main package/],
    ['too much in all', (copy) => copy.write('officer/ballast.js', ' '.repeat(1024 * 1024)), /the build/],
  ])('%s', (_, damage, found) => {
    const copy = copyOfBuild()
    damage(copy)
    const findings = checkBuild(copy.path).map(({ file, says }) => `${file}: ${says}`)
    copy.dispose()
    expect(findings.join('\n')).toMatch(found)
  })
})
