import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import {
  memberCongresses,
  staffCongresses,
  type MemberCongressRecord,
  type StaffCongressRecord,
} from '../../_kernel/records/congresses'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/** More sessions than anybody holds in a year. */
const mostInAYear = 50

/** 一年里开的会. */
export const meetingsOfUnion = implement(home.procedures.meetingsOfUnion, async ({ input, store }) => {
  const { union: id, year } = input
  const inYear = {
    index: 'byUnion',
    equals: { union: id },
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
    order: 'descending',
    limit: mostInAYear,
  } as const
  const [union, ofMembers, ofStaff] = await Promise.all([
    store.get(unions, id),
    store.find(memberCongresses, inYear),
    store.find(staffCongresses, inYear),
  ])
  if (union === undefined) return refuse('NOT_FOUND')
  return succeed({
    unionName: union.name,
    rows: [
      ...ofMembers.documents.map((one) => ({ meeting: 'members' as const, id: one._id, ...shown(one) })),
      ...ofStaff.documents.map((one) => ({ meeting: 'staff' as const, id: one._id, ...shown(one) })),
    ],
  })
})

function shown({ period, session, day, convened, entitled, attended }: MemberCongressRecord | StaffCongressRecord) {
  return { period, session, day, delegates: convened.form === 'delegates', entitled, attended }
}
