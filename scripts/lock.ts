import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits for a lock between processes and answers how to give it back. It is a file with its holder’s process number; one whose holder is gone, killed or
 * interrupted, is taken over.
 */
export async function takeLock(path: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch {
      if (!isHeld(path)) rmSync(path, { force: true })
      await sleep(300)
    }
  }
}

function isHeld(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0)
    return true
  } catch (fault) {
    // EPERM: somebody else’s process, and alive.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
