import jsQR from 'jsqr'
import { castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'

jest.setTimeout(120_000)

const { origin, phoneOf, visitor } = stage()
const path = `/officer/invite/index?union=${castUnions.factory.id}`

/** What an independent decoder reads from the poster as it stands on the screen. */
async function readPoster({ page }: Phone): Promise<string | undefined> {
  const { red, width, height } = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const context = canvas?.getContext('2d')
    if (canvas === null || context === null || context === undefined) throw new Error('there is no poster')
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let channel = ''
    for (let at = 0; at < data.length; at += 4) channel += String.fromCharCode(data[at] ?? 0)
    return { red: window.btoa(channel), width: canvas.width, height: canvas.height }
  })
  const pixels = [...Buffer.from(red, 'base64')].flatMap((value) => [value, value, value, 255])
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data
}

test('the poster’s code is read from the screen, and opens the way into this union', async () => {
  const chair = await phoneOf('factory-chair', path)
  await chair.sees('invite-poster')
  await chair.page.waitForTimeout(500)
  const read = await readPoster(chair)
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
