import { functions } from '../../local/functions'
import { startClock } from '../../local/clock'
import { gatewayHandler } from '../../local/gateway'
import { openLocalSystem } from '../../local/runtime'
import { openServer } from '../../local/server'

/**
 * What `npm start` runs, on a data folder that holds its world already and without the app’s files: a restart takes well under a second, so that
 * it can be killed many times. The clock ticks all the time, so that its jobs are killed as well.
 */
async function start(folder: string): Promise<void> {
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  startClock(system.runtime, 20)
  const { runtime, tokens, codes } = system
  const server = await openServer(0)
  const door = { invitationLink: system.invitationLink, size: { units: 0, unions: 0, members: 0 } }
  server.serve(gatewayHandler({ functions, app: folder, tokens, codes, random: runtime.random, door }))
  console.log(`ready ${server.origin}`)
}

start(process.argv[2] ?? '').catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
