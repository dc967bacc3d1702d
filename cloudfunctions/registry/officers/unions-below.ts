import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

const pageSize = 50

/** 下级工会: one level down the leadership line. */
export const unionsBelow = implement(registry.procedures.unionsBelow, async ({ store, input: { union, cursor } }) => {
  const page = await store.find(unions, {
    index: 'byParent',
    equals: { parent: union },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const children = await Promise.all(
    page.documents.map(({ _id }) => store.find(unions, { index: 'byParent', equals: { parent: _id }, limit: 1 })),
  )
  return succeed({
    unions: page.documents.map(({ _id, name }, at) => ({
      union: _id,
      name,
      leads: (children[at]?.documents.length ?? 0) > 0,
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
