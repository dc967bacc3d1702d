import type { AccountId } from '../../../shared/core/ids'
import type { IsoTime } from '../../../shared/core/time'
import { isSignedIn, isToBeNoted } from '../../../shared/desk/session'
import { accounts } from '../records/accounts'
import { deskSessions, type DeskSessionRecord } from '../records/desk'
import type { Browser, Runtime } from '../runtime'
import { CannotWrite } from '../store/port'

/** Who is signed in in this browser now, if anybody; that they did something is noted. */
export async function accountAt(
  { id }: Browser,
  runtime: Pick<Runtime, 'store' | 'now'>,
): Promise<AccountId | undefined> {
  if (id === undefined) return undefined
  const now = runtime.now()
  const session = await runtime.store.get(deskSessions, id)
  if (session === undefined || !isSignedIn(session, now)) return undefined
  const signedOutAt = (await runtime.store.get(accounts, session.account))?.signedOutAt
  if (signedOutAt !== undefined && signedOutAt > session.since) return undefined
  if (isToBeNoted(session, now)) await note(session._id, now, runtime)
  return session.account
}

/** A session that was ended meanwhile stays ended. Where nothing can be written, reading goes on as long as it would have. */
async function note(id: DeskSessionRecord['_id'], now: IsoTime, { store }: Pick<Runtime, 'store'>): Promise<void> {
  try {
    await store.transact(async (tx) => {
      const session = await tx.get(deskSessions, id)
      if (session !== undefined && isSignedIn(session, now)) await tx.put(deskSessions, { ...session, seenAt: now })
    })
  } catch (fault) {
    if (!(fault instanceof CannotWrite)) throw fault
  }
}
