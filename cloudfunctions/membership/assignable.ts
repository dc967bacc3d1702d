import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { applications } from '../_kernel/records/applications'
import { implement } from '../_kernel/serve'
import { assignableUnions } from './deciding/candidates'

/** 可以指定给哪些工会. */
export const assignable = implement(membership.procedures.assignable, async (call) => {
  const { union, application: id, text } = call.input
  const application = await call.store.get(applications, id)
  if (application?.desk !== union) return refuse('NOT_FOUND')
  return succeed({
    unions: [...(await assignableUnions(application.route.alternatives, union, text ?? '', call.store))],
  })
})
