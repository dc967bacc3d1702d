import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureBuilt } from '../scripts/ensure-built'
import { CannotOpenStore } from '../cloudfunctions/_kernel/store/sqlite-files'
import { migrate } from '../cloudfunctions/_kernel/migrations/migrate'
import { startClock, type LocalClock } from './clock'
import { CannotStart, dropHalfWorld, emptyDataFolder, openDataFolder } from './data-folder'
import { firstNight } from './demo/first-night'
import { loadDemoWorld } from './demo-world'
import { gatewayHandler } from './gateway'
import { functions } from './functions'
import { openLocalSystem, type LocalSystem } from './runtime'
import { openServer, type LocalServer } from './server'
import { welcome } from './welcome'

const app = join(__dirname, '..', 'dist', 'h5')

/** `npm start`: the whole system on one machine. `--fresh` starts over with new data; PORT and DATA_DIR say where. */
async function start(): Promise<void> {
  const port = portOf(process.env['PORT'])
  const folder = resolve(process.env['DATA_DIR'] ?? 'data')
  const server = await listen(port)
  if (process.argv.includes('--fresh')) emptyDataFolder(folder)
  await dropHalfWorld(openDataFolder(folder))
  const system = openLocalSystem({ folder, origin: server.origin })
  await migrate(system.runtime)
  const clock = startClock(system.runtime)
  stopOnSignal(server, system, clock)

  await ensureBuilt('h5')
  const isNew = !existsSync(system.folder.world)
  const size = await loadDemoWorld(system.folder.world, system.runtime, progressLine)
  if (isNew) await firstNight(system.runtime, progressLine)
  const { runtime, tokens, codes } = system
  server.serve(
    gatewayHandler({
      functions,
      app,
      tokens,
      codes,
      random: runtime.random,
      door: { invitationLink: system.invitationLink, size },
    }),
  )
  console.log(welcome(server.origin))
  console.log(`ready ${server.origin}`)
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 8787)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotStart(`PORT=${text ?? ''} is not a port number.`)
  return port
}

async function listen(port: number): Promise<LocalServer> {
  try {
    return await openServer(port)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')
      throw new CannotStart(`Port ${port} is taken; choose another with PORT.`)
    throw fault
  }
}

/** Ctrl-C or SIGTERM: no more calls, those under way finish, the store closes. A second signal is left to the system. */
function stopOnSignal(server: LocalServer, system: LocalSystem, clock: LocalClock): void {
  const stop = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    server
      .stop()
      .then(() => clock.stop())
      .then(() => system.close())
      .then(
        () => process.exit(0),
        (fault: unknown) => {
          console.error(fault)
          process.exit(1)
        },
      )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** One line that is written over, where there is a terminal. */
function progressLine(done: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[Kmaking the demo world: ${done}`)
}

start().catch((fault: unknown) => {
  console.error(fault instanceof CannotStart || fault instanceof CannotOpenStore ? fault.message : fault)
  process.exit(1)
})
