import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotWrite } from './port'
import { openConnection, type Connection } from './sqlite-connection'

/** Thrown with one sentence for whoever started the process. */
export class CannotOpenStore extends Error {
  override readonly name = 'CannotOpenStore'
}

export interface OpenFiles {
  readonly writer: Connection
  readonly reader: Connection
  /** Folds the log into the file and frees it. */
  release(): void
}

/** Marks the file as ours: `zgzj` (职工之家) in ASCII, as SQLite’s application_id. */
const ours = 0x7a677a6a

/** What a commit waits for, in SQLite’s words: `full` for the disk, `off` for nothing. */
export type Synchronous = 'full' | 'off'

/** Takes the file for this process, prepares it and opens both connections; `prepare` runs in one transaction. */
export function openFiles(
  file: string,
  synchronous: Synchronous,
  prepare: (connection: Connection) => void,
): OpenFiles {
  const unlock = lockFile(file)
  const opened: Connection[] = []
  const open = () => {
    const connection = openConnection(file)
    opened.push(connection)
    return connection
  }
  try {
    const writer = open()
    expectOurs(writer, file)
    writer.execute(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA cache_size = -65536`)
    writer.execute('BEGIN IMMEDIATE')
    writer.execute(`PRAGMA application_id = ${ours}`)
    prepare(writer)
    writer.execute('COMMIT')
    const reader = open()
    reader.execute('PRAGMA query_only = 1; PRAGMA cache_size = -65536')
    return { writer, reader, release }
  } catch (fault) {
    closeAll()
    throw fault instanceof CannotOpenStore ? fault : new CannotOpenStore(`${file} cannot be opened: ${reasonOf(fault)}`)
  }

  function closeAll(): void {
    for (const connection of opened) connection.close()
    unlock()
  }

  function release(): void {
    try {
      opened[0]?.all('PRAGMA wal_checkpoint(TRUNCATE)', [])
    } catch (fault) {
      // A full disk has no room to fold it: the log stays beside the file, and the next opening reads both.
      if (!(fault instanceof CannotWrite)) throw fault
    } finally {
      closeAll()
    }
  }
}

/**
 * Two processes on one file would each queue their own transactions. The lock is an SQLite lock on a file of its own, held as long as
 * the store is open: the system frees it when the process dies, however it dies.
 */
function lockFile(file: string): () => void {
  let lock: Connection
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    lock = openConnection(`${file}-lock`)
  } catch (fault) {
    throw new CannotOpenStore(`${dirname(file)} is no folder where the store can be written: ${reasonOf(fault)}`)
  }
  try {
    lock.execute('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch (fault) {
    lock.close()
    throw new CannotOpenStore(`${file} is in use by another process, or opened twice in this one: ${reasonOf(fault)}`)
  }
  return () => {
    lock.execute('ROLLBACK')
    lock.close()
  }
}

function expectOurs(connection: Connection, file: string): void {
  const [id] = connection.first('PRAGMA application_id', []) ?? []
  const [tables] = connection.first('SELECT count(*) FROM sqlite_master', []) ?? []
  if (id === ours || tables === 0) return
  throw new CannotOpenStore(`${file} is a database of another program and is left as it is`)
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
