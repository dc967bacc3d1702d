import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** `npm run test:cloud`: the store’s contract on a real CloudBase environment, where its secrets are given; says so where they are not. */
const needed = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const
const missing = needed.filter((name) => (process.env[name] ?? '') === '')

if (missing.length > 0) {
  console.log(`The contract did not run on a real CloudBase environment, because ${missing.join(', ')} is not set.`)
} else {
  const jest = join(require.resolve('jest/package.json'), '..', 'bin', 'jest.js')
  const run = spawnSync(process.execPath, [jest, '--config', join(__dirname, 'jest.real.mjs'), '--runInBand'], {
    stdio: 'inherit',
  })
  process.exitCode = run.status ?? 1
}
