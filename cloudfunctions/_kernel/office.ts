import type { UnionId } from '../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../shared/core/time'
import type { Office } from '../../shared/membership/escalation'
import { OfficerRole, rightsOf, type OfficerRight } from '../../shared/org/officers'
import { officers } from './records/registry'
import type { Store } from './store/port'

/** 空缺的是什么: who may decide applications and tasks, or who may answer requests about personal data, which a clerk may too. */
export type OfficeRight = Extract<OfficerRight, 'approve' | 'requests'>

/** Whether this role fills the office where it takes this right: a clerk alone decides nothing. */
export function fillsOffice(role: OfficerRole, right: OfficeRight): boolean {
  return rightsOf[role].includes(right)
}

/** 在任或空缺 at this union now: somebody on leave is in office, since somebody acts for them. */
export async function officeOf(
  union: UnionId,
  right: OfficeRight,
  { store, now }: { readonly store: Pick<Store, 'find'>; readonly now: IsoTime },
): Promise<Office> {
  const filling = OfficerRole.options.filter((role) => fillsOffice(role, right))
  const pages = await Promise.all(
    filling.map((role) => store.find(officers, { index: 'byUnion', equals: { union, role }, limit: 100 })),
  )
  const everybody = pages.flatMap(({ documents }) => documents)
  if (everybody.some(({ until }) => until === undefined || until > now)) return { kind: 'held' }
  const [last] = everybody.flatMap(({ until }) => until ?? []).sort((one, other) => other.localeCompare(one))
  return last === undefined ? { kind: 'vacant' } : { kind: 'vacant', since: chinaDay(last) }
}
