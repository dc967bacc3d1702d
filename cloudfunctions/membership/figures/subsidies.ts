import { figureProcedures } from '../../../shared/contract/membership-figures'
import { monthsAfter } from '../../../shared/core/calendar'
import { refuse, succeed } from '../../../shared/core/outcome'
import { addFigures, noFigures } from '../../../shared/org/figures'
import { subsidyOf } from '../../../shared/org/subsidy'
import { documents } from '../../../shared/policy/documents'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unionFigures, type UnionFiguresRecord } from '../../_kernel/records/figures'
import { publications } from '../../_kernel/records/publications'
import { unions, units } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { staffOf } from './count-people'

const pageSize = 50
/** 开展活动: of the last twelve months, and more of them than a worksheet tells apart. */
const [monthsOfActivities, mostActivities] = [12, 99]

/** 补助测算: sums of the trees below, and for a union with none below it what the table was held against. */
export const subsidies = implement(figureProcedures.subsidies, async (call) => {
  const { union: id, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const [policy, record, page] = await Promise.all([
    policyOfUnion(union, call),
    call.store.get(unionFigures, id),
    call.store.find(unionFigures, {
      index: 'byParent',
      equals: { parent: id, active: true },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  ])
  const total = record === undefined ? noFigures : addFigures(record.own, record.below)
  const table = policy.values.subsidies
  const source = policy.provenance.get('subsidies')
  return succeed({
    name: union.name,
    table: table.map((bracket) => ({ ...bracket })),
    source: source === undefined ? '' : `${documents[source.source].short} ${source.clause}`,
    total: { unions: total.unions, subsidised: total.subsidised, amountFen: total.subsidyFen },
    rows: await Promise.all(page.documents.map((one) => rowOf(one, call))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowOf({ _id, name, own, below }: UnionFiguresRecord, call: Pick<Call<unknown>, 'store' | 'today'>) {
  const { unions: many, subsidised, subsidyFen } = addFigures(own, below)
  const row = { union: _id, name, leads: below.unions > 0, unions: many, subsidised, amountFen: subsidyFen }
  if (row.leads) return row
  const { store, today } = call
  const union = await store.get(unions, _id)
  if (union === undefined) return row
  // The sum was made by the table of its own place, which need not be that of whoever looks.
  const { subsidies: table } = (await policyOfUnion(union, call)).values
  const hostUnit = union.hostUnit === undefined ? undefined : await store.get(units, union.hostUnit)
  const staff = await staffOf(union, hostUnit, store)
  const held = { index: 'byHeld', equals: { union: _id }, from: monthsAfter(today, -monthsOfActivities) }
  const activities = await store.count(publications, { ...held, atMost: mostActivities })
  const subsidy = subsidyOf({ unitKind: hostUnit?.unitKind, staff, checked: own.checked > 0 }, table)
  return {
    ...row,
    activities,
    ...(staff === undefined ? {} : { staff }),
    ...(hostUnit === undefined ? {} : { unitKind: hostUnit.unitKind }),
    ...('why' in subsidy ? { why: subsidy.why } : {}),
  }
}
