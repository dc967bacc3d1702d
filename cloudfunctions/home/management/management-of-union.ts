import { home } from '../../../shared/contract/home'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { ManagementKind } from '../../../shared/home/management/facts'
import {
  boardStanding,
  contractStanding,
  dutyYearAsked,
  isStateOwned,
  latestOf,
  newestFirst,
} from '../../../shared/home/management/standing'
import type { PolicyValues } from '../../../shared/policy/values'
import { holdsRight } from '../../_kernel/access'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { managementRecords } from '../../_kernel/records/management'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'
import { taskId } from '../../_kernel/tasks'
import { mostOnAPage } from './management-record'
import { dutiesOf, homeOf, noDuties } from './year-done'

/** 哪一年的: last year’s as long as its task is open, then this year’s once it is asked for; before that, none. */
async function yearAsked(
  union: UnionId,
  today: IsoDate,
  { dutyReminderMonths }: PolicyValues,
  store: Pick<Store, 'get'>,
): Promise<number | undefined> {
  const last = Number(today.slice(0, 4)) - 1
  const task = await store.get(tasks, taskId('yearly-duties', `${union}.${last}`))
  return task?.state === 'open' ? last : dutyYearAsked(today, dutyReminderMonths)
}

/** 民主管理. */
export const managementOfUnion = implement(home.procedures.managementOfUnion, async (call) => {
  const { store, today, account, now } = call
  const union = await store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const { values } = await policyOfUnion(union, call)
  const asked = await yearAsked(union._id, today, values, store)
  const year = asked ?? Number(today.slice(0, 4))
  const [{ category, unit }, mine, yearly, ...pages] = await Promise.all([
    homeOf(union, store),
    holdsRight(store, account, [union._id], 'home', now),
    asked === undefined ? noDuties : dutiesOf(union, asked, values, store),
    ...ManagementKind.options.map((kind) =>
      store.find(managementRecords, {
        index: 'byUnion',
        equals: { union: union._id, kind },
        order: 'descending',
        limit: mostOnAPage,
      }),
    ),
  ])
  const rows = pages.flatMap(({ documents }) => [...documents].sort(newestFirst))
  const stateOwned = isStateOwned(unit)
  const seats = { directors: values.staffDirectors, supervisors: values.staffSupervisors }
  return succeed({
    unionName: union.name,
    mine,
    category,
    stateOwned,
    board: boardStanding(latestOf('board', rows), stateOwned, seats),
    contract: contractStanding(
      rows.map(({ facts }) => facts),
      today,
      values.dutyReminderMonths,
    ),
    year,
    duties: yearly.duties.map((duty) => ({ duty, left: yearly.left.includes(duty) })),
    rows: rows.map(({ _id: id, facts }) => ({ id, facts })),
    more: ManagementKind.options.flatMap((kind, at) => {
      const cursor = pages[at]?.cursor
      return cursor === undefined ? [] : [{ kind, cursor }]
    }),
  })
})
