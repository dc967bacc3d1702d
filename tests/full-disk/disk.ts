import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '../../cloudfunctions/_kernel/store/sqlite-connection'

/**
 * Two ways to a full disk. `tmpfs`: a small disk of its own that is filled to the last byte (ENOSPC). `limit`: the system refuses to let any file of this
 * process grow (EFBIG), which needs no mount.
 */
export type Way = 'tmpfs' | 'limit'

export function fill(way: Way, folder: string): void {
  // A log that was folded would leave room in itself for a while.
  const connection = openConnection(join(folder, 'home.sqlite'))
  connection.all('PRAGMA wal_checkpoint(TRUNCATE)', [])
  connection.close()
  if (way === 'limit') return limitFiles(64 * 1024)
  const ballast = openSync(ballastOf(folder), 'a')
  try {
    for (const size of [65_536, 4096, 1])
      for (;;)
        try {
          writeSync(ballast, Buffer.alloc(size))
        } catch {
          break
        }
  } finally {
    closeSync(ballast)
  }
}

export function makeRoom(way: Way, folder: string): void {
  if (way === 'limit') limitFiles('unlimited')
  else rmSync(ballastOf(folder), { force: true })
}

const ballastOf = (folder: string) => join(folder, '..', 'ballast')

/** The soft limit only, so that it can be lifted again by anybody. */
function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', `${process.pid}`, `--fsize=${bytes}:unlimited`])
}
