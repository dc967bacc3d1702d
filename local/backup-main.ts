import { resolve } from 'node:path'
import { backUp } from './backup'
import { CannotStart } from './data-folder'

/** `npm run backup -- FOLDER`: copies DATA_DIR, also while the system runs. */
const [target] = process.argv.slice(2)
const folder = resolve(process.env['DATA_DIR'] ?? 'data')
try {
  if (target === undefined) throw new CannotStart('Say where to: npm run backup -- FOLDER')
  backUp(folder, resolve(target))
  console.log(
    `${folder} is copied to ${resolve(target)}, without its keys.json: keep that one apart. To restore, put both into one folder.`,
  )
} catch (fault) {
  console.error(fault instanceof CannotStart ? fault.message : fault)
  process.exit(1)
}
