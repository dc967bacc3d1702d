import type { UnionId } from '../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../shared/core/time'
import type { Office } from '../../shared/membership/escalation'
import { OfficerRole, rightsOf } from '../../shared/org/officers'
import { officers } from './records/registry'
import type { Store } from './store/port'

const deciding = OfficerRole.options.filter((role) => rightsOf[role].includes('approve'))

/** Whether this role fills the office: somebody who may decide. A clerk alone leaves it vacant. */
export function fillsOffice(role: OfficerRole): boolean {
  return deciding.includes(role)
}

/** 在任或空缺 at this union now: somebody on leave is in office, since somebody acts for them. */
export async function officeOf(union: UnionId, store: Pick<Store, 'find'>, now: IsoTime): Promise<Office> {
  const pages = await Promise.all(
    deciding.map((role) => store.find(officers, { index: 'byUnion', equals: { union, role }, limit: 100 })),
  )
  const everybody = pages.flatMap(({ documents }) => documents)
  if (everybody.some(({ until }) => until === undefined || until > now)) return { kind: 'held' }
  const [last] = everybody.flatMap(({ until }) => until ?? []).sort((one, other) => other.localeCompare(one))
  return last === undefined ? { kind: 'vacant' } : { kind: 'vacant', since: chinaDay(last) }
}
