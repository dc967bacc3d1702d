import { loadDemoWorld } from '../../local/demo-world'
import { openLocalSystem } from '../../local/runtime'

/** Loads the demo world into the folder that is named, as `npm start` does. */
async function main([folder = '']: readonly string[]): Promise<void> {
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1', synchronous: 'off' })
  await loadDemoWorld(system.folder.world, system.runtime, () => {})
  await system.close()
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
