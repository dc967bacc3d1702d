import { chinaDay, type IsoDate, type IsoTime } from '../../../shared/core/time'
import type { HandedCode, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { parseMobile } from '../../../shared/identity/mobile'
import { isTerm } from '../../../shared/org/appointment'
import type { OfficerRole } from '../../../shared/org/officers'
import { auditing } from '../../_kernel/audit'
import { officeGrants, officers, unions } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'
import { newGrant } from './grant'

export interface FirstOffice {
  readonly union: UnionId
  readonly role: OfficerRole
  readonly name: string
  readonly mobile: string
  readonly until: IsoDate
}

/** `first`: the union has nobody in office. `again`: it has, and the operator means it all the same, since all of them have lost their phones. */
export type Occasion = 'first' | 'again'

export type FirstOfficeRefused =
  'UNION_UNKNOWN' | 'UNION_NOT_ACTIVE' | 'TERM_INVALID' | 'MOBILE_INVALID' | 'HAS_OFFICERS'

/** A union has a handful of officers; past this many it is no first one. */
const most = 50

/**
 * 第一位工会干部: an office by the operator, for a union above which nobody can appoint. Taken like any other: by the phone of this number, once, within three
 * days. An earlier code of the operator for this union that nobody took is worth nothing from then on.
 */
export async function grantFirstOffice(
  { union: id, role, name, mobile: typed, until }: FirstOffice,
  occasion: Occasion,
  ports: Pick<Runtime, 'store' | 'sealer' | 'indexer' | 'random' | 'now'>,
): Promise<Outcome<{ code: HandedCode; unionName: string; expiresAt: IsoTime }, FirstOfficeRefused>> {
  const { store } = ports
  const now = ports.now()
  const union = await store.get(unions, id)
  if (union === undefined) return refuse('UNION_UNKNOWN')
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!isTerm(until, chinaDay(now))) return refuse('TERM_INVALID')
  const mobile = parseMobile(typed)
  if (!mobile.ok) return refuse('MOBILE_INVALID')
  const held = await store.find(officers, { index: 'byUnion', equals: { union: id }, limit: most })
  const inOffice = held.documents.some((officer) => officer.until === undefined || officer.until > now)
  if (inOffice && occasion === 'first') return refuse('HAS_OFFICERS')

  const waiting = await store.find(officeGrants, { index: 'byUnion', equals: { union: id }, limit: most })
  const replaced = waiting.documents.filter(({ by }) => by === 'operator')
  const { code, record } = newGrant(
    { union: id, role, name, mobile: mobile.normalised, until, by: 'operator' },
    now,
    ports,
  )
  const audit = auditing(
    { account: 'operator', now, random: ports.random, indexer: ports.indexer },
    { action: 'office.grant', subject: record._id, union: id, content: { role, until, occasion } },
  )
  return store.transact(async (tx) => {
    for (const { _id } of replaced) await tx.remove(officeGrants, _id)
    await tx.insert(officeGrants, record)
    await audit(tx)
    return succeed({ code, unionName: union.name, expiresAt: record.expiresAt })
  })
}
