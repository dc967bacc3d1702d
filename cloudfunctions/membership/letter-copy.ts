import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { auditView } from '../_kernel/audit'
import { applications } from '../_kernel/records/applications'
import { implement } from '../_kernel/serve'
import { secretsOf } from './applicant'
import { letterOf } from './joining/views'

/** 申请书副本: exists once the application was approved; before that the letter is between the worker and the union it went to. */
export const letterCopy = implement(membership.procedures.letterCopy, async (call) => {
  const application = await call.store.get(applications, call.input.application)
  if (application?.union !== call.input.union || application.approvedOn === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'letter.view', subject: application._id, union: application.union })
  const { committee, unionName } = application
  return succeed({
    ...(await letterOf(application, call.files)),
    name: secretsOf(application, call).name,
    unionName,
    ...(committee === undefined ? {} : { committee }),
  })
})
