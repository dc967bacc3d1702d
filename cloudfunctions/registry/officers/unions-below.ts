import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { foundableTogether } from '../../../shared/org/founding'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

const pageSize = 50

/** 下级工会: one level down the leadership line, those in being. */
export const unionsBelow = implement(registry.procedures.unionsBelow, async ({ store, input: { union, cursor } }) => {
  const page = await store.find(unions, {
    index: 'byParent',
    equals: { parent: union },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const inBeing = page.documents.filter(({ status }) => status === 'active')
  const children = await Promise.all(
    inBeing.map(({ _id }) => store.find(unions, { index: 'byParent', equals: { parent: _id }, limit: 1 })),
  )
  return succeed({
    unions: inBeing.map(({ _id, name, type }, at) => ({
      union: _id,
      name,
      joint: foundableTogether.some((one) => one === type),
      leads: (children[at]?.documents.length ?? 0) > 0,
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
