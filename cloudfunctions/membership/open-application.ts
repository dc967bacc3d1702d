import { membership } from '../../shared/contract/membership'
import { yearsBetween } from '../../shared/core/time'
import { refuse, succeed } from '../../shared/core/outcome'
import { maskMobile, maskName } from '../../shared/identity/mask'
import { documentName } from '../../shared/membership/labels'
import { pictureOf } from '../_kernel/documents'
import { auditView } from '../_kernel/audit'
import { applications, type ApplicationRecord } from '../_kernel/records/applications'
import { implement, type Call } from '../_kernel/serve'
import { secretsOf } from './applicant'
import { duplicateOf } from './deciding/duplicates'
import { clockOf, letterOf, timelineOf } from './joining/views'

/** 申请详情, for the officers of the union that handles it. */
export const openApplication = implement(membership.procedures.openApplication, async (call) => {
  const application = await call.store.get(applications, call.input.application)
  if (application?.desk !== call.input.union) return refuse('NOT_FOUND')
  await auditView(call, { action: 'application.view', subject: application._id, union: application.desk })
  const [duplicate, elsewhere, letter] = await Promise.all([
    duplicateOf(application, call.store),
    elsewhereOf(application, call),
    letterOf(application, call.files),
  ])
  const { route, committee, memberNumber, objection } = application
  return succeed({
    application: application._id,
    revision: application.revision,
    state: application.state,
    union: { union: application.union, name: application.unionName },
    applicant: applicantOf(application, call),
    category: application.category,
    facts: application.facts,
    identityWarnings: application.identityWarnings,
    duplicate,
    route: { sentence: route.sentence, clauses: route.clauses, notes: route.notes, rules: route.rules },
    alternatives: route.alternatives,
    undecided: application.undecided,
    letter,
    timeline: timelineOf(application.timeline),
    ...clockOf(application, call),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(objection === undefined ? {} : { objection }),
    ...(committee === undefined ? {} : { committee }),
    ...(memberNumber === undefined ? {} : { memberNumber }),
  })
})

function applicantOf(application: ApplicationRecord, call: Pick<Call<unknown>, 'sealer' | 'today'>) {
  const { name, maskedNumber, documentKind, sex, birth, mobile } = secretsOf(application, call)
  return {
    maskedName: maskName(name),
    name,
    maskedNumber,
    documentName: documentName[documentKind] ?? documentKind,
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { age: yearsBetween(birth, call.today) }),
    nationality: application.nationality,
    mobile: maskMobile(mobile),
    mobileVerified: application.mobileVerified,
    education: application.education,
    household: application.household,
  }
}

/** 转入前的会籍, with the picture beside it. */
async function elsewhereOf(application: ApplicationRecord, call: Pick<Call<unknown>, 'sealer' | 'files'>) {
  const { elsewhere } = secretsOf(application, call).answers
  if (elsewhere === undefined) return undefined
  const picture = application.proof === undefined ? undefined : await pictureOf(application.proof, call)
  return { ...elsewhere, ...(picture === undefined ? {} : { picture }) }
}
