import { figureProcedures, type FigureList } from '../../../shared/contract/membership-figures'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { monthOf, type Figures } from '../../../shared/org/figures'
import { meets, rateOf } from '../../../shared/org/rates'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unionFigures } from '../../_kernel/records/figures'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { rowOf } from './rows'
import { targetsFor } from './figures'

const pageSize = 50
/** Pages looked through for one answer, where few of them are in the list. */
const mostPages = 4

/** 数字后面的名单: one page of one level; a tap on a row goes a level down. */
export const figuresBelow = implement(figureProcedures.figuresBelow, async (call) => {
  const { union: id, show } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const { rateTargets } = (await policyOfUnion(union, call)).values
  const rows = []
  let { cursor } = call.input
  for (let page = 0; page < mostPages; page++) {
    const found = await call.store.find(unionFigures, {
      index: 'byParent',
      equals: { parent: id, active: true },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const record of found.documents) {
      const row = rowOf(record, monthOf(call.today))
      const leads = row.figures.unions > record.own.unions
      const target = targetsFor(leads ? 1 : 0, rateTargets).members
      if (isListed(row.figures, show, target)) rows.push({ ...row, leads, ...(target === undefined ? {} : { target }) })
    }
    cursor = found.cursor
    if (cursor === undefined || rows.length >= pageSize) break
  }
  return succeed({ name: union.name, rows, ...(cursor === undefined ? {} : { cursor }) })
})

function isListed(figures: Figures, show: FigureList, target: number | undefined): boolean {
  switch (show) {
    case 'all':
      return true
    case 'young':
    case 'established':
    case 'retained':
    case 'rural':
      return figures[show] > 0
    case 'cards':
      return figures.cards < figures.members
    case 'unchecked':
      return figures.checked < figures.unions
    case 'unrated':
      return figures.ratedUnions < figures.unions
    case 'unorganised':
      return figures.unitsOrganised < figures.unitsDue
    case 'below-target':
      return target !== undefined && meets(rateOf('members', figures), target) === false
    default:
      return unreachable(show)
  }
}
