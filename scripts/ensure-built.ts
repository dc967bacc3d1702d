import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from './lock'
import { digestOfSources } from './sources'

export type Platform = 'h5' | 'weapp'

const root = join(__dirname, '..')
const dist = join(root, 'dist')

/** Builds what is missing or older than its sources. Two processes that need the same build make it once. Throws with the builder’s last words. */
export async function ensureBuilt(platform: Platform): Promise<void> {
  mkdirSync(dist, { recursive: true })
  const stamp = join(dist, `${platform}.built`)
  const digest = digestOfSources(root)
  const fresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
  if (fresh()) return
  const release = await takeLock(join(dist, `${platform}.lock`))
  try {
    if (fresh()) return
    console.log(`building ${platform} …`)
    rmSync(join(dist, platform), { recursive: true, force: true })
    await build(platform)
    writeFileSync(stamp, digest)
  } finally {
    release()
  }
}

function build(platform: Platform): Promise<void> {
  const taro = join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const env = { ...process.env, NODE_ENV: 'production', TARO_ENV: platform }
  const child = spawn(process.execPath, [taro, 'build', '--type', platform], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-8_000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('exit', stop)
      if (code === 0 && existsSync(join(dist, platform))) resolve()
      else reject(new Error(`the ${platform} build failed (${String(code)}):\n${said}`))
    })
  })
}
