import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeLock } from './lock'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const path = join(folder, 'lock')
afterAll(() => rmSync(folder, { recursive: true }))

test('the second waits until the first gives the lock back', async () => {
  const first = await takeLock(path)
  const order: string[] = []
  const second = takeLock(path).then((release) => {
    order.push('second')
    return release
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  order.push('first is done')
  first()
  const release = await second
  expect(order).toEqual(['first is done', 'second'])
  release()
  expect(existsSync(path)).toBe(false)
})

test('a lock whose holder was killed is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(path, String(pid))
  const release = await takeLock(path)
  release()
})
