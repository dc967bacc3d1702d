import { membership } from '../../shared/contract/membership'
import { succeed } from '../../shared/core/outcome'
import { dueOn } from '../../shared/membership/due'
import { unions } from '../_kernel/records/registry'
import { openQuota } from '../_kernel/quota'
import { implement } from '../_kernel/serve'
import { readingOnce } from '../_kernel/store/reading-once'
import { assess, choosable } from './joining/assess'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { identify } from './joining/identify'
import { reviewerOf } from './joining/reviewer'
import { readSituation } from './joining/situation'
import { lookUpStanding, withElsewhere, withoutOwnReturned } from './joining/standing'

/** 我归哪个工会: the answer before anything is sent. */
export const previewRoute = implement(membership.procedures.previewRoute, async (asked) => {
  const call = { ...asked, store: readingOnce(asked.store) }
  const identified = identify(call.input.identity, call)
  if (!identified.ok) return identified
  const quota = await openQuota('number', identified.data.locks[0], call)
  const spent = quota.ok ? await quota.data.spend() : quota
  if (!spent.ok) return spent
  const read = await readSituation(call.input.situation, call.store)
  if (!read.ok) return read
  const found = await lookUpStanding(identified.data, call)
  const standing = withElsewhere(await withoutOwnReturned(found.shown, call), call.input.memberElsewhere === true)
  const assessment = await assess(read.data, { age: identified.data.age, retired: call.input.retired, standing }, call)

  const { result, explanation, policy, primary, alternatives } = assessment
  const reviewer = await reviewerOf(assessment, read.data.place, call.store)
  const handler = primary ?? reviewer
  const union = handler === undefined ? undefined : await call.store.get(unions, handler.union)
  const unionPolicy = union === undefined ? policy : await policyOfUnion(union, call)
  const workingDays = unionPolicy.values.approvalWorkingDays
  return succeed({
    action: result.action,
    ...(primary === undefined ? {} : { primary }),
    alternatives: [...alternatives],
    sentence: explanation.sentence,
    clauses: [...explanation.clauses],
    notes: [...explanation.notes],
    ...(reviewer === undefined ? {} : { reviewer }),
    canSubmit: choosable(assessment).length > 0 || (result.action === 'MANUAL_REVIEW' && reviewer !== undefined),
    dueOn: dueOn(call.today, workingDays),
    workingDays,
    consentForm: unionPolicy.values.letterConsent,
    policyVersion: policy.version,
  })
})
