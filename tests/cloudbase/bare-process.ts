import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** A bundle as the platform runs it: a process of its own in a folder that holds nothing else, with nothing in its environment but what it is given. */
export interface BareProcess {
  /** Calls `main` as CloudBase does; rejects when it throws. */
  call(event: unknown, context: unknown): Promise<unknown>
  /** What it wrote, to stdout and stderr. */
  written(): string
  end(): void
}

const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), message: z.string() }),
])

const driver = `
  const { main } = require('./index.js')
  process.on('disconnect', () => process.exit())
  process.on('message', ({ event, context }) =>
    main(event, context).then(
      (value) => process.send({ ok: true, value }),
      (fault) => process.send({ ok: false, message: String(fault) }),
    ),
  )
`

export function startAlone(bundle: string, environment: Readonly<Record<string, string>>): BareProcess {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  for (const file of readdirSync(bundle)) copyFileSync(join(bundle, file), join(folder, file))
  const child: ChildProcess = spawn(process.execPath, ['-e', driver], {
    cwd: folder,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (written += String(chunk)))

  return {
    call: (event, context) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`the process ended: ${written}`))
        child.once('exit', gone)
        child.once('message', (message) => {
          child.off('exit', gone)
          const reply = Reply.parse(message)
          if (reply.ok) resolve(reply.value)
          else reject(new Error(reply.message))
        })
        child.send({ event, context })
      }),
    written: () => written,
    end: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
