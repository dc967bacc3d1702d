import { spawn, type ChildProcess } from 'node:child_process'
import { bundledServer } from './bundled-server'

/** A server process that is killed and started again on the same folder; each life has a port of its own. */
export interface MortalServer {
  /** The port of this life, or of the next one where none is alive. */
  port(): Promise<number>
  start(): Promise<void>
  /** Starts a life and kills it before it may have opened its door. */
  startAndKillWithin(milliseconds: number): Promise<void>
  /** SIGKILL: no handler runs, nothing is flushed by the process. */
  kill(): Promise<void>
  /** Leaves no process behind, whatever became of the test. */
  end(): void
  /** What the lives printed besides that they are ready: faults, for the one who reads a failed test. */
  readonly complaints: () => string
}

export function mortalServer(folder: string): MortalServer {
  let child: ChildProcess | undefined
  let complaints = ''
  let script: Promise<string> | undefined
  let born = next()

  function next() {
    let tell: (port: number) => void = () => {}
    const port = new Promise<number>((resolve) => (tell = resolve))
    return { port, tell }
  }

  async function launch(): Promise<ChildProcess> {
    script ??= bundledServer()
    const started = spawn(process.execPath, [await script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
    started.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text))
    child = started
    return started
  }

  return {
    port: () => born.port,
    end: () => void child?.kill('SIGKILL'),
    complaints: () => complaints,
    async start() {
      const started = await launch()
      await new Promise<void>((resolve, reject) => {
        let printed = ''
        started.stdout?.setEncoding('utf8').on('data', (text: string) => {
          printed += text
          const port = /^ready http:\/\/127\.0\.0\.1:(\d+)$/m.exec(printed)?.[1]
          if (port === undefined) return
          born.tell(Number(port))
          resolve()
        })
        started.once('exit', (code) => reject(new Error(`the server ended by itself with ${code}:\n${complaints}`)))
      })
    },
    async startAndKillWithin(milliseconds) {
      const started = await launch()
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      await killed(started)
    },
    async kill() {
      if (child !== undefined) await killed(child)
      born = next()
    },
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error(`the server ended by itself with ${child.exitCode}`)
  child.removeAllListeners('exit')
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await gone
}
