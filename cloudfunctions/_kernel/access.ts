import type { AccountId, UnionId } from '../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../shared/core/time'
import { unreachable } from '../../shared/core/unreachable'
import type { Access } from '../../shared/contract/procedure'
import { rightsToday } from '../../shared/org/leave'
import type { InPlaceKind } from '../../shared/membership/task'
import type { OfficerRight } from '../../shared/org/officers'
import { officers, unions } from './records/registry'
import { tasks } from './records/tasks'
import type { Caller } from './runtime'
import type { Reader, Store } from './store/port'

type Verdict = 'allowed' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'PHONE_ONLY' | 'BROWSER_ONLY'

/** Judges the contract’s access line. An unknown union and somebody else’s union get the same no. */
export async function judgeAccess(
  access: Access<never>,
  input: never,
  caller: Caller,
  store: Pick<Store, 'get' | 'find'>,
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
      if (union === undefined) return 'NOT_ALLOWED'
      const held = await Promise.all(access.rights.map((right) => holdsRight(store, account, union.line, right, now)))
      return verdict(held.includes(true))
    }
    case 'officer-in-place': {
      const union = access.of(input)
      if (await holdsRight(store, account, [union], access.right, now)) return 'allowed'
      return verdict(await holdsRight(store, account, await inPlaceOf(union, access.task, store), access.right, now))
    }
    default:
      return unreachable(access)
  }
}

const verdict = (allowed: boolean): Verdict => (allowed ? 'allowed' : 'NOT_ALLOWED')

/** Open tasks of one kind of one union: a list and a round a half-year. */
const most = 20

/** 代办的工会: at whose desk an open task of this kind lies that is another union’s. */
async function inPlaceOf(union: UnionId, kind: InPlaceKind, store: Pick<Store, 'find'>): Promise<readonly UnionId[]> {
  const open = await store.find(tasks, { index: 'byUnionKind', equals: { union, kind, state: 'open' }, limit: most })
  return open.documents.map(({ desk }) => desk).filter((desk) => desk !== union)
}

/** Whether this account is in office in the union, with whatever rights, also while it is on leave: nobody judges what is their own. */
export async function isInOffice(store: Reader, account: AccountId, union: UnionId, now: IsoTime): Promise<boolean> {
  const officer = await store.get(officers, `${union}:${account}`)
  return officer !== undefined && (officer.until === undefined || officer.until > now)
}

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
