import { castScenes } from '../../local/demo/personas'
import { ensureBuilt } from '../../scripts/ensure-built'
import { openTestSystem, type TestSystem } from '../system'
import { copyOfBuild, type Copy } from './copies'
import { closeDocument } from './document'
import { phoneOf } from './phone'

let system: TestSystem

beforeAll(async () => {
  await ensureBuilt('weapp')
  system = await openTestSystem()
}, 600_000)
afterAll(async () => {
  await system.close()
  closeDocument()
})

/** The first steps of joining, on this copy of the build. Throws where they cannot be walked. */
async function walk(copy: Copy): Promise<void> {
  const phone = phoneOf({ built: copy.path, openid: system.newcomer(), system, patienceMs: 1_500 })
  try {
    await phone.open(`pages/join/index?scene=${castScenes.factory}`)
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await phone.reads('您是谁？')
    await phone.type('join-name', '王建平')
    if ((await phone.valueOf('join-name')) !== '王建平') throw new Error('the name is not shown')
  } finally {
    await phone.leave().catch(() => undefined)
    copy.dispose()
  }
}

test('an undamaged copy can be walked', async () => {
  await expect(walk(copyOfBuild())).resolves.toBeUndefined()
})

test.each<[string, (copy: Copy) => void]>([
  ['taps are bound no more', (copy) => copy.rewrite('base.wxml', (text) => text.replaceAll(/ bindtap="\w+"/g, ''))],
  ['inputs report no more', (copy) => copy.rewrite('base.wxml', (text) => text.replaceAll(/ bindinput="\w+"/g, ''))],
  ['comp is missing', (copy) => ['js', 'json', 'wxml'].forEach((kind) => copy.remove(`comp.${kind}`))],
  ['comp has no template', (copy) => copy.remove('comp.wxml')],
  ['the wxs does not parse', (copy) => copy.rewrite('utils.wxs', (text) => text.replace('= {', '= {{'))],
  [
    'the wxs names no template',
    (copy) => copy.rewrite('utils.wxs', (text) => text.replaceAll(/return 'tmpl_'/g, "return '_'")),
  ],
  [
    'the wxs exports nothing',
    (copy) => copy.rewrite('utils.wxs', (text) => text.replace('module.exports', 'var kept')),
  ],
  ['the shared templates are missing', (copy) => copy.remove('base.wxml')],
  ['a script is missing', (copy) => copy.remove('vendors.js')],
  ['the page is not registered', (copy) => copy.rewrite('app.json', (text) => text.replace('"pages/join/index",', ''))],
])('a build is refused where %s', async (_, damage) => {
  const copy = copyOfBuild()
  damage(copy)
  await expect(walk(copy)).rejects.toThrow()
})
