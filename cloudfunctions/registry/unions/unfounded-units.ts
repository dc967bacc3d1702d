import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { memberships } from '../../_kernel/records/memberships'
import { unions, units, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { unfounded, type UnfoundedRecord } from '../../_kernel/records/unfounded'
import { implement, type Call } from '../../_kernel/serve'
import { taskId } from '../../_kernel/tasks'

type Row = z.input<typeof registry.procedures.unfoundedUnits.output>['rows'][number]

const aPage = 30
/** Nobody reads further than this; the number stands as a thousand. */
const mostCounted = 1_000

/** 应建未建, for the place of the union that asks. The list is of today’s walk; what was founded or covered since is left out at once. */
export const unfoundedUnits = implement(registry.procedures.unfoundedUnits, async (call) => {
  const { union: id, why, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const listed = { index: 'byRegion', equals: { region: union.region, why } } as const
  const [page, count] = await Promise.all([
    call.store.find(unfounded, {
      ...listed,
      order: 'descending',
      limit: aPage,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    call.store.count(unfounded, { ...listed, atMost: mostCounted }),
  ])
  const rows = await Promise.all(page.documents.map((entry) => rowOf(entry, call)))
  return succeed({
    count,
    rows: rows.flatMap((row) => row ?? []),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowOf({ unit: id, why }: UnfoundedRecord, call: Call<unknown>): Promise<Row | undefined> {
  const { store } = call
  const kind = why === 'nobody' ? 'assist-founding' : 'own-committee'
  const [unit, task, members] = await Promise.all([
    store.get(units, id),
    store.get(tasks, taskId(kind, id)),
    store.count(memberships, { index: 'byUnit', equals: { unit: id, state: 'active' }, atMost: mostCounted }),
  ])
  if (unit === undefined || (await isTakenCareOf(unit, why, call))) return undefined
  const { name, place, staff } = unit
  return {
    unit: id,
    name,
    place,
    staff,
    members,
    ...(task === undefined ? {} : { task: { state: task.state, deskName: task.deskName } }),
  }
}

async function isTakenCareOf(
  unit: UnitRecord,
  why: UnfoundedRecord['why'],
  { store }: Call<unknown>,
): Promise<boolean> {
  if (unit.mergedInto !== undefined) return true
  const own = unit.union === undefined ? [] : [unit.union]
  const organising = await Promise.all(
    (why === 'nobody' ? [...own, ...unit.coveredBy] : own).map((id) => store.get(unions, id)),
  )
  return organising.some((union) => union?.status === 'active')
}
