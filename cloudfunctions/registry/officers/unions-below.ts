import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { foundableTogether } from '../../../shared/org/founding'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { hasActiveBelow } from '../../_kernel/unions/below'

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
  const leads = await Promise.all(inBeing.map(({ _id }) => hasActiveBelow(_id, store)))
  return succeed({
    unions: inBeing.map(({ _id, name, type }, at) => ({
      union: _id,
      name,
      joint: foundableTogether.some((one) => one === type),
      leads: leads[at] === true,
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
