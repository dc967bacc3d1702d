import { writeFileSync } from 'node:fs'
import { openTestSystem } from '../system'
import { documentOf } from './document'
import { askEverything } from './table'

/** `npm run access`: asks, and writes docs/access.md. */
async function main(): Promise<void> {
  const system = await openTestSystem()
  try {
    writeFileSync('docs/access.md', documentOf(await askEverything(system)))
  } finally {
    await system.close()
  }
}

main().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
