import { membership } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { maskName } from '../../../shared/identity/mask'
import { applications } from '../../_kernel/records/applications'
import { tasks } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'
import { secretsOf } from '../applicant'
import { taskRow } from './row'

const most = 100

/** 已上交: what this union did not do in time, and who has it now. */
export const raised = implement(membership.procedures.raised, async (call) => {
  const { union } = call.input
  const [sent, open] = await Promise.all([
    call.store.find(applications, {
      index: 'raised',
      equals: { raisedFrom: union, state: 'submitted' },
      limit: most,
    }),
    call.store.find(tasks, { index: 'raised', equals: { raisedFrom: union, state: 'open' }, limit: most }),
  ])
  return succeed({
    applications: sent.documents.map((application) => ({
      application: application._id,
      maskedName: maskName(secretsOf(application, call).name),
      deskName: application.deskName,
      dueOn: application.dueOn,
    })),
    tasks: await Promise.all(open.documents.map((task) => taskRow(task, call))),
  })
})
