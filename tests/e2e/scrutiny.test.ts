import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoTime } from '../../shared/core/time'
import { Grade } from '../../shared/review/kinds'
import { gradesOf, heldReview, type HeldReview, type Plan } from '../held-reviews'
import { before } from './before-start'
import { inOfficeAs } from './in-office'
import type { Phone } from './phone'
import { looksInLargeType, outOfSight, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(600_000)

const dayMs = 24 * 60 * 60 * 1000
const desk = { width: 1280, height: 900 }
const plans: readonly Plan[] = Array.from({ length: 30 }, (_, at) => ({
  grade: Grade.options[at % 10 < 8 ? 0 : at % 10 < 9 ? 1 : 2] ?? 'satisfied',
  on: at < 27 ? ('phone' as const) : ('paper' as const),
  ...(at < 3 ? { remark: { scores: { chair: 4 }, comment: `第${at}条意见` } } : {}),
}))

const folder = mkdtempSync(join(tmpdir(), 'scrutiny-'))
afterAll(() => rmSync(folder, { recursive: true }))

let held: HeldReview
const { phoneOf } = stage(
  'expected',
  before(async (world) => {
    const now = world.runtime.now()
    world.travel(isoTime(Date.parse(now) - 20 * dayMs))
    held = await heldReview(world, plans)
    world.travel(now)
    await inOfficeAs(world, 'rider', 'scrutineer', held.union)
    await inOfficeAs(world, 'workshop', 'scrutineer', held.union)
  }),
)

test('two scrutineers export the file; recounted by another program it says what was published', async () => {
  const one = await phoneOf('rider', undefined, desk)
  await goesToScrutiny(one)
  await one.sees('scrutiny-ask')
  await one.picture('scrutiny-desk')
  await one.tap('scrutiny-ask')
  await one.sees('scrutiny-asked')
  await one.picture('scrutiny-asked-desk')

  const other = await phoneOf('workshop')
  await goesToScrutiny(other)
  await other.sees('scrutiny-confirm')
  await other.picture('scrutiny-confirm')
  await looksInLargeType(await phoneOf('workshop'), pathOf(other), '另一位监票人申请', 'scrutiny')
  await other.tap('scrutiny-confirm')
  await other.tap('confirm-yes')
  await other.sees('scrutiny-open')
  await other.picture('scrutiny-open')

  await one.tap('scrutiny-look')
  await one.sees('scrutiny-fetch')
  await broken(one)
  await one.tap('scrutiny-fetch')
  await one.reads('没有取完')
  await one.picture('scrutiny-broken-desk')
  await one.page.unrouteAll({ behavior: 'wait' })
  const path = await downloaded(one)
  await one.sees('scrutiny-saved')
  await one.picture('scrutiny-saved-desk')
  const command = await one.page.locator('#scrutiny-command').innerText()
  const digest = command.split(' ').at(-1) ?? ''
  const says = verified(path, digest)
  const { satisfied, mostly, dissatisfied } = gradesOf(plans)
  expect(says).toContain(`满意 ${satisfied}  基本满意 ${mostly}  不满意 ${dissatisfied}`)
  expect(says).toContain('everything fits')

  await one.tap('scrutiny-protocol')
  await one.reads(`满意 ${satisfied} 票，基本满意 ${mostly} 票，不满意 ${dissatisfied} 票`)
  await one.reads(digest)
  await one.picture('protocol-desk')
  expect(await outOfSight(one)).toEqual([])
  await one.page.emulateMedia({ media: 'print' })
  await one.picture('protocol-print')
  const narrow = await phoneOf('rider', pathOf(one))
  await narrow.reads('计票核对码')
  await narrow.picture('protocol')
  await looksInLargeType(await phoneOf('rider'), pathOf(one), '计票核对码', 'protocol')
})

async function goesToScrutiny(phone: Phone): Promise<void> {
  await goesToWork(phone, held.union)
  await phone.tap('workbench-scrutiny')
  await phone.sees(`scrutiny-${held.review}`)
  await phone.picture('scrutiny-list')
  await phone.tap(`scrutiny-${held.review}`)
}

/** The network fails after the head of the file. */
async function broken({ page }: Phone): Promise<void> {
  await page.route('**/api/review/exportCasts', (route) => route.abort())
}

async function downloaded(phone: Phone): Promise<string> {
  const started = phone.page.waitForEvent('download')
  await phone.tap('scrutiny-fetch')
  const download = await started
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

function verified(path: string, digest: string): string {
  const script = join(__dirname, '..', '..', 'scripts', 'review-verify.mjs')
  return execFileSync(process.execPath, [script, path, digest]).toString('utf8')
}
