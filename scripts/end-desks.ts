import { parseArgs } from 'node:util'
import { CannotOpenStore } from '../cloudfunctions/_kernel/store/sqlite-files'
import { CannotStart } from '../local/data-folder'
import { endDesks, readWhose } from './operator/end-desks'
import { NotDone, openOperated } from './operator/environment'

/** `npm run end-desks -- all`: signs desk browsers out, for an incident (docs/operations.md). */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true })
  const whose = readWhose(positionals)
  const { ports, close } = openOperated(values.folder)
  try {
    console.log(`${await endDesks(whose, ports)} desks signed out`)
  } finally {
    await close()
  }
}

main().catch((fault: unknown) => {
  const known = fault instanceof NotDone || fault instanceof CannotStart || fault instanceof CannotOpenStore
  console.error(known ? fault.message : fault)
  process.exit(1)
})
