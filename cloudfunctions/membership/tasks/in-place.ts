import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { InPlaceKind } from '../../../shared/membership/task'
import { holdsRight } from '../../_kernel/access'
import { officeOf } from '../../_kernel/office'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'

/** 空缺工会的待办: for a desk that has it, or had it until somebody took office below. */
export const inPlace = implement(membership.procedures.inPlace, async (call) => {
  const { store, now, account } = call
  const { union: desk, task: id } = call.input
  const task = await store.get(tasks, id)
  const kind = InPlaceKind.safeParse(task?.kind)
  const wasHere = task?.steps.some(({ union }) => union === desk) === true
  if (task === undefined || task.union === desk || !kind.success || !wasHere) return refuse('NOT_FOUND')
  const below = await store.get(unions, task.union)
  if (below === undefined) return refuse('NOT_FOUND')
  const [office, mayAppoint] = await Promise.all([
    officeOf(below._id, 'approve', call),
    holdsRight(store, account, below.line, 'officers', now),
  ])
  return succeed({
    kind: kind.data,
    open: task.state === 'open' && task.desk === desk,
    below: below._id,
    belowName: below.name,
    office,
    mayAppoint,
    dueOn: task.dueOn,
    steps: task.steps.map(({ kind: step, at, unionName }) => ({ kind: step, at, unionName })),
  })
})
