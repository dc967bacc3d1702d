import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** What `npm test` looks at before it runs anything: the parts of `typecheck` and `lint`, as many at once as there are cores, the longest first. */
const parts = [
  'tsc --noEmit -p .',
  'prettier --check --log-level warn .',
  'eslint .',
  'tsc --noEmit -p src',
  'tsc --noEmit -p shared',
  'depcruise --config .dependency-cruiser.cjs --output-type err shared cloudfunctions local src tests bench scripts',
]

const waiting = [...parts]
let failed = false
await Promise.all(Array.from({ length: availableParallelism() }, work))
process.exit(failed ? 1 : 0)

async function work() {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const { code, said } = await run(part)
    if (code === 0) continue
    failed = true
    console.error(`${part}\n${said}`)
  }
}

/** npm has put the commands of the packages on the PATH. */
function run(part) {
  const child = spawn(part, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk) => (said += chunk)
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
