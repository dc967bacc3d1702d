import { membership } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { countedAt, howMany } from '../../_kernel/kept-counts'
import { tasks as tasksOf } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'
import { taskRow } from './row'

const pageSize = 30

/** 待办: the nearest due date first. */
export const tasks = implement(membership.procedures.tasks, async (call) => {
  const { union, cursor } = call.input
  const [page, total] = await Promise.all([
    call.store.find(tasksOf, {
      index: 'inbox',
      equals: { desk: union, state: 'open' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    howMany({ what: 'tasks', union }, call),
  ])
  return succeed({
    rows: await Promise.all(page.documents.map((task) => taskRow(task, call))),
    total: total.count,
    ...countedAt([total]),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
