import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { pictureOf } from '../_kernel/documents'
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
  const { committee, unionName, letter } = application
  const paper = letter.paper === undefined ? undefined : await pictureOf(letter.paper, call)
  return succeed({
    ...(await letterOf(application, call.files)),
    name: secretsOf(application, call).name,
    unionName,
    ...(paper === undefined ? {} : { paper }),
    ...(committee === undefined ? {} : { committee }),
  })
})
