import { homeAboveProcedures } from '../../../shared/contract/home-above'
import { refuse, succeed } from '../../../shared/core/outcome'
import { heatOf, reachedIn } from '../../../shared/home/above/sums'
import { catalogue, textOf } from '../../../shared/home/standards/catalogue'
import { standardKeys } from '../../../shared/home/standards/keys'
import { documents } from '../../../shared/policy/documents'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { homeStandings } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { leadsOthers, rowOf, rowOfItem, sumsOf } from './rows'

const pageSize = 50
/** Pages looked through for one answer, where few of them have the item open. */
const mostPages = 4

/** 底数: sums that are kept; nothing below is looked at. */
export const homeBelow = implement(homeAboveProcedures.homeBelow, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const [policy, record] = await Promise.all([policyOfUnion(union, call), call.store.get(homeStandings, union._id)])
  const total = sumsOf(record)
  const { homeTarget, homeDocument } = policy.values
  const source = policy.provenance.get('homeTarget')
  return succeed({
    name: union.name,
    leads: leadsOthers(record),
    unions: total.unions,
    assessed: total.assessed,
    passed: total.passed,
    reached: reachedIn(total),
    target: homeTarget,
    targetSource: source === undefined ? '' : `${documents[source.source].short} ${source.clause}`,
    standards: standardKeys.flatMap((standard) => {
      const sum = total.standards[standard]
      return sum === undefined ? [] : [{ standard, of: sum.unions, met: sum.met, gap: sum.gap }]
    }),
    items: heatOf(total).flatMap((heat) => {
      const item = catalogue.find(({ id }) => id === heat.item)
      if (item === undefined) return []
      const { standard, section, no } = item
      return [{ ...heat, standard, section, no, text: textOf(item, homeDocument) }]
    }),
  })
})

/** 逐级往下看: one page of one level. */
export const homeRowsBelow = implement(homeAboveProcedures.homeRowsBelow, async (call) => {
  const { union: id, item } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const about = item === undefined ? undefined : catalogue.find((one) => one.id === item)
  const { homeDocument } = (await policyOfUnion(union, call)).values
  const rows = []
  let { cursor } = call.input
  for (let page = 0; page < mostPages; page++) {
    const found = await call.store.find(homeStandings, {
      index: 'byParent',
      equals: { parent: id, active: true },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const record of found.documents) {
      const row = item === undefined ? rowOf(record) : rowOfItem(record, item)
      if (row !== undefined) rows.push(row)
    }
    cursor = found.cursor
    if (cursor === undefined || rows.length >= pageSize) break
  }
  return succeed({
    name: union.name,
    ...(about === undefined ? {} : { text: textOf(about, homeDocument) }),
    rows,
    ...(cursor === undefined ? {} : { cursor }),
  })
})
