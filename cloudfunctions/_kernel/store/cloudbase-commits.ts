import { z } from 'zod'
import type { CloudDatabase, CloudTransaction } from './cloudbase-database'
import { isPassing, OutcomeUnknown } from './cloudbase-faults'
import { persist, type Patience } from './cloudbase-retry'

/**
 * 提交记录: every transaction that writes also inserts a note under its own id, so that a lost answer to a commit can be made up for. The question
 * “did it arrive?” is asked by inserting the same note from outside: where it is taken, the commit arrived; where it was free, it did not and never will, for
 * a commit that is still on its way now meets our note and fails.
 */
export interface CommitLog {
  /** The last write of a transaction. */
  note(session: CloudTransaction, id: string): Promise<void>
  /** Throws `OutcomeUnknown` where the deadline passes without an answer. */
  arrived(id: string): Promise<boolean>
  /** Removes old notes, at most once in a while; nobody asks for them any more. */
  sweep(): Promise<void>
}

const Note = z.object({ at: z.number(), arrived: z.boolean() })
export const commitsName = 'storeCommits'

/** Far longer than any question about a commit: that is answered within two deadlines. */
const keptMs = 600_000

export function commitLog(database: CloudDatabase, collection: string, patience: Patience, now = Date.now): CommitLog {
  let swept = now()

  return {
    note: async (session, id) => {
      const note: z.input<typeof Note> = { at: now(), arrived: true }
      if (!(await session.insert(collection, { _id: id, ...note })))
        throw new Error(`the commit ${id} was noted already`)
    },
    arrived: (id) =>
      persist(patience, isPassing, async () => {
        const note: z.input<typeof Note> = { at: now(), arrived: false }
        if (await database.insert(collection, { _id: id, ...note })) return false
        // Taken: by the commit, or by our own insert whose answer was lost.
        return Note.parse(await database.get(collection, id)).arrived
      }).catch((fault: unknown) => {
        throw new OutcomeUnknown('a commit was sent, and whether it arrived could not be learned', { cause: fault })
      }),
    sweep: async () => {
      if (now() - swept < keptMs) return
      swept = now()
      await database.removeBelow(collection, 'at', now() - keptMs)
    },
  }
}
