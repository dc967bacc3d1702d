import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')

export interface RunningServer {
  readonly origin: string
  /** Everything it printed so far. */
  readonly output: () => string
  /** As Ctrl-C does; answers the exit code. */
  stop(): Promise<number | null>
  /** As a power cut does. */
  kill(): Promise<void>
}

/** `npm start` as a person runs it. */
export const npmStart: readonly string[] = ['--import', 'tsx', join('local', 'main.ts')]

/** A server on a port and a data folder of its own. Resolves with the line that says it is ready. */
export function startServer(dataFolder: string, command = npmStart): Promise<RunningServer> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const origin = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed)?.[1]
      if (origin !== undefined)
        resolve({
          origin,
          output: () => printed,
          stop: () => ended(child, 'SIGINT'),
          kill: async () => void (await ended(child, 'SIGKILL')),
        })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${printed}`)))
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode)
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}
