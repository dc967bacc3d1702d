import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { ApplicantSecrets, ApplicationRecord } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { identifierUnder } from '../../_kernel/locks'
import type { Call } from '../../_kernel/serve'
import { readingOnce } from '../../_kernel/store/reading-once'
import type { Standing } from '../../../shared/membership/to-worker'
import { secretsOf } from '../applicant'
import { assess, choosable, type Assessment } from '../joining/assess'
import { identify, type Identity } from '../joining/identify'
import { withElsewhere } from '../joining/standing'
import { readSituation } from '../joining/situation'

export interface JudgedAgain {
  readonly identity: Identity
  readonly secrets: ApplicantSecrets
  readonly assessment: Assessment
}

type Code = 'IDENTITY_INVALID' | 'NEED_INFO' | 'UNION_NOT_OFFERED'

/**
 * 批准前再算一遍: the number is read and the route computed from today’s registry and policy, whatever the application says. A union that an upper
 * union assigned stands: that was a human decision (R04, R99).
 */
export async function judgeAgain(
  application: ApplicationRecord,
  asked: Call<unknown>,
): Promise<Outcome<JudgedAgain, Code>> {
  const call = { ...asked, store: readingOnce(asked.store) }
  const secrets = secretsOf(application, call)
  const identified = identify(secrets.answers.identity, call)
  if (!identified.ok) return refuse('IDENTITY_INVALID', { message: '证件号码核对不上，请退回，请本人重新填写。' })
  const identity = identified.data
  const read = await readSituation(secrets.answers.situation, call.store)
  if (!read.ok) return refuse('NEED_INFO', { message: '申请里的单位或地点已经不在册，请退回，请本人重新选择。' })

  const standing =
    application.intent === 'resume'
      ? await retainedStanding(identity, call)
      : withElsewhere({ kind: 'none' }, secrets.answers.elsewhere !== undefined)
  const assessment = await assess(read.data, { age: identity.age, retired: secrets.answers.retired, standing }, call)
  const offered = choosable(assessment).some(({ union }) => union === application.union)
  if (!offered && !wasAssigned(application)) {
    return refuse('UNION_NOT_OFFERED', { message: '按现在的单位和工会情况，此人不归本会。请退回，请本人重新提交。' })
  }
  // A unit may have been merged since: what is written names the one that stands for it.
  const answers = { ...secrets.answers, situation: read.data.situation }
  return succeed({ identity, secrets: { ...secrets, answers }, assessment })
}

async function retainedStanding(identity: Identity, call: Call<unknown>): Promise<Standing> {
  const identifier = await identifierUnder(call.store, identity.locks)
  const membership = identifier === undefined ? undefined : await call.store.get(memberships, identifier.person)
  return membership?.state === 'retained'
    ? { kind: 'on-file', union: membership.union, status: 'retained' }
    : { kind: 'none' }
}

function wasAssigned(application: ApplicationRecord): boolean {
  return application.timeline.some((step) => step.kind === 'assigned' && step.union === application.union)
}
