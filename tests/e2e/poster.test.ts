import { castScenes, castUnions } from '../../local/demo/personas'
import { readCode } from './read-code'
import { stage } from './stage'

jest.setTimeout(600_000)

const { origin, phoneOf, visitor } = stage()
const path = `/officer/invite/index?union=${castUnions.factory.id}`

test('the poster’s code is read from the screen, and opens the way into this union', async () => {
  const chair = await phoneOf('factory-chair', path)
  await chair.sees('invite-poster')
  await chair.page.waitForTimeout(500)
  const read = await readCode(chair)
  expect(read).toMatch(new RegExp(`^${origin()}/#/pages/join/index\\?scene=`))

  const worker = await visitor()
  await worker.page.goto(read ?? '')
  await worker.reads('谁给您发工资？')
  await worker.tap('join-choice-unit')
  await worker.tap('join-next')
})

test('is saved as a picture', async () => {
  const chair = await phoneOf('factory-chair', path)
  await chair.sees('invite-poster')
  const saved = chair.page.waitForEvent('download')
  await chair.tap('invite-save')
  expect((await saved).suggestedFilename()).toMatch(/\.png$/)
})

test('of a unit carries that unit: nobody who scans it is asked where they work', async () => {
  const worker = await visitor(`/pages/join/index?scene=${castScenes.factory}`)
  await worker.reads('青岛澜屿海洋装备有限公司')
})
