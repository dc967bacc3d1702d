import { parseArgs } from 'node:util'
import { walksUnder } from '../cloudfunctions/clock/rotation/progress'
import { CannotOpenStore } from '../cloudfunctions/_kernel/store/sqlite-files'
import { CannotStart } from '../local/data-folder'
import { NotDone, openOperated } from './operator/environment'
import { rotationLines } from './operator/rotation-lines'

/** `npm run rotation`: how far a change of keys is, and when an old key may go; changes nothing. `--folder data` asks a data folder instead of the cloud. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folder: { type: 'string' } } })
  const { ports, close } = openOperated(values.folder)
  try {
    for (const line of rotationLines(await walksUnder(ports))) console.log(line)
  } finally {
    await close()
  }
}

main().catch((fault: unknown) => {
  const known = fault instanceof NotDone || fault instanceof CannotStart || fault instanceof CannotOpenStore
  console.error(known ? fault.message : fault)
  process.exit(1)
})
