import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyDatabase } from '../cloudfunctions/_kernel/store/sqlite-backup'
import { CannotStart, names } from './data-folder'

/**
 * 备份 of a data folder, also while it is in use: the casts first, the database after them, so that who cast has received in the copy as well and receives no
 * second token; the files last, so that every file that the copied database speaks of is there.
 * The keys stay where they are: whoever finds a backup must not be able to read it. Throws `CannotStart` with one sentence.
 */
export function backUp(folder: string, target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new CannotStart(`${target} is not empty; a backup needs a folder of its own.`)
  const database = join(folder, names.database)
  if (!existsSync(database)) throw new CannotStart(`There is nothing to back up in ${folder}.`)
  mkdirSync(target, { recursive: true })
  for (const name of [names.ballots, names.database])
    if (existsSync(join(folder, name))) copyDatabase(join(folder, name), join(target, name))
  for (const name of [names.files, names.world])
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(target, name), { recursive: true })
}
