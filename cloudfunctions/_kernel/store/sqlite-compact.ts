import type { Connection } from './sqlite-connection'

/** In write-ahead mode VACUUM writes into the log first: the checkpoint brings it into the file, cuts that to its new length, and empties the log. */
export function compactOn(connection: Connection): void {
  connection.execute('VACUUM')
  const [busy] = connection.first('PRAGMA wal_checkpoint(TRUNCATE)', []) ?? []
  if (busy !== 0) throw new Error('the write-ahead log is being read by another process and was not emptied')
}
