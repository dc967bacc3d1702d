import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { ManagementKind } from '../../../shared/home/management/facts'
import { boardStanding, contractStanding, isStateOwned, latestOf } from '../../../shared/home/management/standing'
import { holdsRight } from '../../_kernel/access'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { managementRecords } from '../../_kernel/records/management'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { dutiesOf, homeOf } from './year-done'

/** Of each kind, so many are shown. */
const most = 20

/** 民主管理. */
export const managementOfUnion = implement(home.procedures.managementOfUnion, async (call) => {
  const { store, today, account, now } = call
  const union = await store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const year = Number(today.slice(0, 4))
  const { values } = await policyOfUnion(union, call)
  const [{ category, unit }, mine, yearly, ...pages] = await Promise.all([
    homeOf(union, store),
    holdsRight(store, account, [union._id], 'home', now),
    dutiesOf(union, year, values, store),
    ...ManagementKind.options.map((kind) =>
      store.find(managementRecords, {
        index: 'byUnion',
        equals: { union: union._id, kind },
        order: 'descending',
        limit: most,
      }),
    ),
  ])
  const rows = pages.flatMap(({ documents }) => documents)
  const records = rows.map(({ facts }) => facts)
  const stateOwned = isStateOwned(unit)
  const asked = { directors: values.staffDirectors, supervisors: values.staffSupervisors }
  return succeed({
    unionName: union.name,
    mine,
    category,
    stateOwned,
    board: boardStanding(latestOf('board', records), stateOwned, asked),
    contract: contractStanding(records, today, values.dutyReminderMonths),
    year,
    duties: yearly.duties.map((duty) => ({ duty, left: yearly.left.includes(duty) })),
    rows: rows.map(({ _id: id, facts }) => ({ id, facts })),
  })
})
