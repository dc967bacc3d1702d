import { isoTime, type IsoTime } from '../core/time'

/** 电脑登录 of one browser: ended by its own time, by the person, or by an hour in which nobody did anything there. */

/** 无操作退出: a desk in a union’s office is left for a meeting, seldom with the screen locked (ASVS 5.0 V7.3.1; NIST SP 800-63B-4, AAL2: an hour). */
const idleMs = 60 * 60_000
/** What a person did last is written down this often and no oftener: a write per call would cost more than the call. */
const notedEveryMs = 10 * 60_000

export interface DeskSession {
  readonly since: IsoTime
  /** When something was done there, to `notedEveryMs`; absent in the first ten minutes. */
  readonly seenAt?: IsoTime | undefined
  readonly expiresAt: IsoTime
}

/** Whether somebody is signed in there now. Once it is false it stays false: only a session that is alive is noted as seen. */
export function isSignedIn(session: DeskSession, now: IsoTime): boolean {
  return session.expiresAt > now && sinceSeen(session, now) < idleMs
}

/** Whether this call has to be noted. */
export function isToBeNoted(session: DeskSession, now: IsoTime): boolean {
  return sinceSeen(session, now) >= notedEveryMs
}

/** When it ends if nothing more is done there. */
export function endsAt({ since, seenAt, expiresAt }: DeskSession): IsoTime {
  const idleUntil = isoTime(Date.parse(seenAt ?? since) + idleMs)
  return idleUntil < expiresAt ? idleUntil : expiresAt
}

function sinceSeen({ since, seenAt }: DeskSession, now: IsoTime): number {
  return Date.parse(now) - Date.parse(seenAt ?? since)
}
