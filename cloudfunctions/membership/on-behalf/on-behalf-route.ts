import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { privacyNotice } from '../../../shared/policy/privacy'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { routeFor } from './route-for'

/** 归不归本会: by the same rules as for somebody who applies themselves. Whether the number is on file shows only when the person is entered. */
export const onBehalfRoute = implement(contract.procedures.onBehalfRoute, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const routed = await routeFor(call.input, call)
  if (!routed.ok) return routed
  const { ours, assessment } = routed.data
  const { explanation, primary, alternatives } = assessment
  const { letter, letterConsent } = (await policyOfUnion(union, call)).values
  return succeed({
    ours,
    ...(primary === undefined ? {} : { primary }),
    alternatives: [...alternatives],
    sentence: explanation.sentence,
    clauses: [...explanation.clauses],
    letter: {
      version: letter.version,
      title: letter.title,
      text: letter.text,
      consentForm: letterConsent,
      privacyVersion: privacyNotice.version,
      privacy: privacyNotice.sections.map((section) => ({ ...section })),
    },
  })
})
