import { review } from '../../../shared/contract/review'
import type { ElectorRow, ElectorsShown } from '../../../shared/contract/review-electorate'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { auditView } from '../../_kernel/audit'
import { spendQuota } from '../../_kernel/quota'
import { memberships } from '../../_kernel/records/memberships'
import { electors, type ElectorRecord } from '../../_kernel/records/reviews'
import { rosterOf } from '../../_kernel/roster'
import { implement, type Call } from '../../_kernel/serve'
import type { Query } from '../../_kernel/store/port'
import { reviewOfUnion } from '../of-union'

const pageSize = 50
/** Sealed names cannot be indexed: a search opens so many and answers where it goes on. */
const searched = 1_000

/** 选民名单, in an order that says nothing. */
export const electorList = implement(review.procedures.electorList, async (call) => {
  const { union, show, search = '', cursor } = call.input
  const known = await reviewOfUnion(call.input, call.store)
  if (!known.ok) return known
  const found = known.data
  // Who was drawn is nobody’s to read, least of those who are judged; scrutineers draw again from pseudonyms.
  if (found.kind === 'sample') return refuse('NOT_FOUND')
  await auditView(call, { action: 'review.electors.view', subject: found._id, union })
  if (search !== '') {
    const spent = await spendQuota('search', search, call)
    if (!spent.ok) return spent
  }
  const page = await call.store.find(electors, {
    ...selectionOf(found._id, show),
    limit: search === '' ? pageSize : searched,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const rows = await Promise.all(page.documents.map((elector) => rowOf(elector, union, call)))
  const shown = rows.filter((row) => row !== undefined).filter((row) => isMeant(row, search))
  return succeed({ rows: shown, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
})

function selectionOf(id: ReviewId, show: ElectorsShown): Query<ElectorRecord> {
  switch (show) {
    case 'everybody':
      return { index: 'byStanding', equals: { review: id } }
    case 'electors':
      return { index: 'byStanding', equals: { review: id, standing: 'elector' } }
    case 'excluded':
      return { index: 'byStanding', equals: { review: id, standing: 'excluded' } }
    case 'joined-after-cutoff':
    case 'retained':
    case 'ended':
    case 'struck':
      return { index: 'byReason', equals: { review: id, because: show } }
    case 'written-form':
    case 'no-account':
    case 'bound-after-cutoff':
      return { index: 'byPaper', equals: { review: id, paperOnly: show } }
    default:
      return unreachable(show)
  }
}

/** Undefined for somebody whose membership is on file no more. */
async function rowOf(
  { person, standing, because, paperOnly, admitted }: ElectorRecord,
  union: UnionId,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<ElectorRow | undefined> {
  const membership = await call.store.get(memberships, person)
  if (membership === undefined) return undefined
  return {
    person,
    name: rosterOf(membership, call).name,
    memberNumber: membership.memberNumber,
    ...(membership.union === union ? { unitName: membership.unitName } : {}),
    standing,
    ...(because === undefined ? {} : { because }),
    ...(paperOnly === undefined ? {} : { paperOnly }),
    admitted: admitted === true,
  }
}

function isMeant({ name, memberNumber }: ElectorRow, search: string): boolean {
  return name.includes(search) || (search.length >= 4 && memberNumber.endsWith(search))
}
