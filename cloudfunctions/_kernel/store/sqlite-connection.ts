import Database from 'libsql'
import { CannotWrite } from './port'

export type SqlValue = string | number | null
export type Row = readonly unknown[]

/** One connection to a database file, speaking SQL with its statements prepared once. Every call is synchronous. */
export interface Connection {
  readonly inTransaction: boolean
  /** Runs statements without values, also several at once. */
  execute(sql: string): void
  /** Answers how many rows it changed. Not for SELECT: that would leave a snapshot open. */
  change(sql: string, values: readonly SqlValue[]): number
  first(sql: string, values: readonly SqlValue[]): Row | undefined
  all(sql: string, values: readonly SqlValue[]): readonly Row[]
  close(): void
}

/** Another process that looks into the file, a backup for example, is waited for this long. */
const busyMs = 5_000

/** Opens a file, which is made where there is none. Throws the driver’s own error. */
export function openConnection(file: string): Connection {
  const database = new Database(file)
  const statements = new Map<string, Database.Statement>()
  database.exec(`PRAGMA busy_timeout = ${busyMs}`)

  /** A full or broken disk is told as what it is, in words for whoever reads the log. */
  function telling<T>(work: () => T): T {
    try {
      return work()
    } catch (fault) {
      throw cannotWrite(fault, file) ?? fault
    }
  }
  function prepared(sql: string): Database.Statement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  function reading(sql: string): Database.Statement {
    const known = statements.get(sql)
    return known ?? prepared(sql).raw()
  }

  return {
    get inTransaction() {
      return database.inTransaction
    },
    execute: (sql) => void telling(() => database.exec(sql)),
    change: (sql, values) => telling(() => prepared(sql).run(values).changes),
    first: (sql, values) => rowOf(reading(sql).get(values)),
    all: (sql, values) => telling(() => reading(sql).all(values).map(knownRow)),
    close: () => void database.close(),
  }
}

/**
 * SQLite says FULL for ENOSPC and IOERR_… for every other failure of a write: a quota, a limit on the size of files, a disk that was taken away.
 * https://www.sqlite.org/rescode.html
 */
function cannotWrite(fault: unknown, file: string): CannotWrite | undefined {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  if (code === 'SQLITE_FULL') return new CannotWrite(`THE DISK IS FULL: ${file} takes nothing more`, { cause: fault })
  if ((code.startsWith('SQLITE_IOERR') && !code.endsWith('READ')) || code === 'SQLITE_READONLY')
    return new CannotWrite(`THE DISK CANNOT BE WRITTEN: ${file} (${code})`, { cause: fault })
  return undefined
}

function rowOf(row: unknown): Row | undefined {
  return row === undefined ? undefined : knownRow(row)
}

function knownRow(row: unknown): Row {
  if (!Array.isArray(row)) throw new Error('the driver answered something else than a row')
  return row
}
