import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openSqliteStore } from '../cloudfunctions/_kernel/store/sqlite'

/** Thrown for what the person at the keyboard can mend; its message is one sentence for them. */
export class CannotStart extends Error {}

/** What a data folder holds. */
export const names = {
  keys: 'keys.json',
  world: 'world.json',
  database: 'home.sqlite',
  ballots: 'ballots.db',
  files: 'files',
} as const
const isData = (name: string) =>
  name === names.files || name.startsWith(names.database) || name.startsWith(names.ballots)
const isOurs = (name: string) => isData(name) || name === names.keys || name === names.world

const hexKey = z.string().regex(/^[0-9a-f]{64}$/)
const Keys = z.strictObject({ sealing: hexKey, index: hexKey, door: hexKey })

/** Three keys of 32 bytes: for seals, for keyed digests, for the demo door’s tokens. */
export interface LocalKeys {
  readonly sealing: Buffer
  readonly index: Buffer
  readonly door: Buffer
}

export interface DataFolder {
  readonly path: string
  readonly database: string
  /** 票箱, a database of its own. */
  readonly ballots: string
  readonly files: string
  /** Written when the demo world is complete; what it says of the world. */
  readonly world: string
  readonly keys: LocalKeys
}

/** Opens the data folder, making it and its keys the first time. A database whose keys are gone cannot be read any more and is not touched. */
export function openDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new CannotStart(`The data folder ${folder} cannot be written; choose another with DATA_DIR.`)
  }
  return {
    path: folder,
    database: join(folder, names.database),
    ballots: join(folder, names.ballots),
    files: join(folder, names.files),
    world: join(folder, names.world),
    keys: keysOf(folder),
  }
}

/** Takes away what a loading that was broken off has left: without its note a world is not whole. Throws where another process uses it. */
export async function dropHalfWorld(folder: DataFolder): Promise<void> {
  if (existsSync(folder.world) || !existsSync(folder.database)) return
  await openSqliteStore({ file: folder.database, collections: [] }).close()
  for (const name of readdirSync(folder.path).filter(isData)) rmSync(join(folder.path, name), { recursive: true })
}

/** Empties the folder, but only of what an earlier start left: a folder that holds anything else is refused. */
export function emptyDataFolder(folder: string): void {
  if (!existsSync(folder)) return
  const found = readdirSync(folder)
  const foreign = found.find((name) => !isOurs(name))
  if (foreign !== undefined)
    throw new CannotStart(
      `--fresh would delete ${folder}, which holds ${foreign} and so is not only ours; choose another with DATA_DIR.`,
    )
  for (const name of found) rmSync(join(folder, name), { recursive: true })
}

function keysOf(folder: string): LocalKeys {
  const file = join(folder, names.keys)
  if (!existsSync(file)) {
    if (existsSync(join(folder, names.database)))
      throw new CannotStart(
        `${file} is missing, without which the stored data cannot be opened; start over with --fresh.`,
      )
    const fresh = { sealing: newKey(), index: newKey(), door: newKey() }
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 })
  }
  const parsed = Keys.safeParse(readJson(file))
  if (!parsed.success)
    throw new CannotStart(
      `${file} is damaged, and without it the stored data cannot be opened; start over with --fresh.`,
    )
  const { sealing, index, door } = parsed.data
  return { sealing: Buffer.from(sealing, 'hex'), index: Buffer.from(index, 'hex'), door: Buffer.from(door, 'hex') }
}

const newKey = () => randomBytes(32).toString('hex')

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
