import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { pictureOf } from '../../_kernel/documents'
import { expulsions } from '../../_kernel/records/expulsions'
import { implement } from '../../_kernel/serve'
import { namedOf, taskHere } from '../life/held'

/** 待备案的开除, as the union above reads it: who, why, when decided, and the committee’s paper. */
export const filing = implement(contract.procedures.filing, async (call) => {
  const found = await taskHere(call.input, ['expulsion-filing'], call)
  if (!found.ok) return found
  const { task, member, desk } = found.data
  const report = await call.store.get(expulsions, task.subject)
  const paper = report === undefined ? undefined : await pictureOf(report.document, call)
  if (report === undefined || paper === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'expulsion.view', subject: member._id, union: desk._id })
  return succeed({
    ...namedOf(member, call),
    unionName: report.unionName,
    reason: report.reason,
    decidedOn: report.decidedOn,
    reportedAt: report.at,
    dueOn: task.dueOn,
    open: task.state === 'open',
    document: paper,
  })
})
