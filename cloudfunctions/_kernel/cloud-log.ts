import { UnfitKeys } from './seal/keys'
import type { LogEntry } from './runtime'

/** What an operator set, or forgot to: as a process starts. Its sentence names variables and quotes nothing of them. */
export class UnfitSettings extends Error {
  override readonly name = 'UnfitSettings'
}

/** A code of ours, of CloudBase or of Node: never longer, never a sentence. */
const code = /^[A-Za-z0-9_.-]{1,64}$/

/**
 * One line of JSON per call for the platform’s log: codes, numbers, where in the code a fault arose. A fault’s message is left out: parsers and drivers quote
 * what they were given, and the log is read by more people than the database.
 */
export function cloudLog(write: (line: string) => void): (entry: LogEntry) => void {
  return ({ function: name, procedure, code: answered, number, fault, alert }) =>
    write(
      JSON.stringify({
        function: name,
        // What a caller typed instead of a procedure’s name is not for the log.
        procedure: code.test(procedure) ? procedure : '?',
        code: answered,
        ...(alert === undefined ? {} : { alert }),
        ...(number === undefined ? {} : { number }),
        ...(fault === undefined ? {} : { fault: told(fault) }),
      }),
    )
}

interface Told {
  readonly name: string
  readonly code?: string
  readonly sentence?: string
  readonly at: readonly string[]
  readonly cause?: Told
}

/** `UnfitKeys` and `UnfitSettings` speak to whoever deploys and quote no value; their sentences are the ones that are kept. */
function told(fault: unknown, depth = 0): Told {
  if (!(fault instanceof Error)) return { name: typeof fault, at: [] }
  const own: unknown = Reflect.get(fault, 'code')
  const at = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: code.test(fault.name) ? fault.name : 'Error',
    ...((typeof own === 'string' || typeof own === 'number') && code.test(String(own)) ? { code: String(own) } : {}),
    ...(fault instanceof UnfitKeys || fault instanceof UnfitSettings ? { sentence: fault.message } : {}),
    at: at.map((line) => line.trim()).slice(0, 12),
    ...(fault.cause === undefined || depth > 3 ? {} : { cause: told(fault.cause, depth + 1) }),
  }
}
