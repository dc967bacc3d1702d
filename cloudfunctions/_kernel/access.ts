import type { AccountId, UnionId } from '../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../shared/core/time'
import { unreachable } from '../../shared/core/unreachable'
import type { Access } from '../../shared/contract/procedure'
import { rightsToday } from '../../shared/org/leave'
import type { OfficerRight } from '../../shared/org/officers'
import { officers, unions } from './records/registry'
import type { Caller } from './runtime'
import type { Reader } from './store/port'

type Verdict = 'allowed' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'PHONE_ONLY' | 'BROWSER_ONLY'

/** Judges the contract’s access line. An unknown union and somebody else’s union get the same no. */
export async function judgeAccess(
  access: Access<never>,
  input: never,
  caller: Caller,
  store: Reader,
  now: IsoTime,
): Promise<Verdict> {
  if (access.kind === 'anyone') return 'allowed'
  if (access.kind === 'browser') return caller.browser === undefined ? 'BROWSER_ONLY' : 'allowed'
  const account = caller.account
  if (account === undefined) return 'NOT_SIGNED_IN'
  switch (access.kind) {
    case 'signed-in':
      return 'allowed'
    case 'on-phone':
      return caller.openid === undefined ? 'PHONE_ONLY' : 'allowed'
    case 'officer':
      return verdict(await holdsRight(store, account, [access.of(input)], access.right, now))
    case 'officer-above': {
      const union = await store.get(unions, access.of(input))
      return verdict(union !== undefined && (await holdsRight(store, account, union.line, access.right, now)))
    }
    default:
      return unreachable(access)
  }
}

const verdict = (allowed: boolean): Verdict => (allowed ? 'allowed' : 'NOT_ALLOWED')

/** Whether this account holds the right, in office and not on leave today, in one of these unions. */
export async function holdsRight(
  store: Reader,
  account: AccountId,
  among: readonly UnionId[],
  right: OfficerRight,
  now: IsoTime,
): Promise<boolean> {
  const today = chinaDay(now)
  const held = await Promise.all(among.map((union) => store.get(officers, `${union}:${account}`)))
  return held.some(
    (officer) =>
      officer !== undefined &&
      (officer.until === undefined || officer.until > now) &&
      rightsToday(officer, today).includes(right),
  )
}
