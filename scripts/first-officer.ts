import { CannotStart } from '../local/data-folder'
import { CannotOpenStore } from '../cloudfunctions/_kernel/store/sqlite-files'
import { giveFirstOffice, readFirstOffice } from './operator/first-office'
import { NotDone, openOperated } from './operator/environment'

/** `npm run first-officer`: an office for whom nobody above can appoint; docs/deploy.md, section 9. */
async function main(): Promise<void> {
  const asked = readFirstOffice(process.argv.slice(2))
  const { ports, close } = openOperated(asked.folder)
  try {
    for (const line of await giveFirstOffice(asked, ports)) console.log(line)
  } finally {
    await close()
  }
}

main().catch((fault: unknown) => {
  const known = fault instanceof NotDone || fault instanceof CannotStart || fault instanceof CannotOpenStore
  console.error(known ? fault.message : fault)
  process.exit(1)
})
