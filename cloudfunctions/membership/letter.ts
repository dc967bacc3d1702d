import { membership } from '../../shared/contract/membership'
import { refuse, succeed } from '../../shared/core/outcome'
import { privacyNotice } from '../../shared/policy/privacy'
import { unions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { policyOfUnion } from '../_kernel/policy-of-union'

/** 入会申请书: the text in force for the union’s region (003 二(三)1, annex 2), with the privacy notice it goes with. */
export const letter = implement(membership.procedures.letter, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const { values } = await policyOfUnion(union, call)
  return succeed({
    ...values.letter,
    consentForm: values.letterConsent,
    privacyVersion: privacyNotice.version,
    privacy: [...privacyNotice.sections],
  })
})
