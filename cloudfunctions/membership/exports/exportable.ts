import { exportProcedures } from '../../../shared/contract/membership-exports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { mayGoUpTo } from './checks'

const pageSize = 30

/** 能导出哪些: one level of the line at a time. */
export const exportable = implement(exportProcedures.exportable, async (call) => {
  const { union: id, under = id, cursor } = call.input
  const at = await call.store.get(unions, under)
  if (at === undefined || !at.line.includes(id)) return refuse('NOT_FOUND')
  const [{ values }, below] = await Promise.all([
    policyOfUnion(at, call),
    call.store.find(unions, {
      index: 'byParent',
      equals: { parent: under },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  ])
  const inOffice = below.documents.filter(({ status }) => status === 'active')
  const rows = await Promise.all(
    inOffice.map(async (one) => ({
      union: one._id,
      name: one.name,
      checked: await mayGoUpTo(id, one, call),
      leads: await hasActiveBelow(one._id, call.store),
    })),
  )
  return succeed({
    name: at.name,
    leads: cursor !== undefined || below.documents.length > 0,
    ...(values.platform === null ? {} : { platform: values.platform }),
    rows,
    ...(below.cursor === undefined ? {} : { cursor: below.cursor }),
  })
})
