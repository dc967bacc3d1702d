import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { JoinForm } from '../../../shared/membership/joining'
import type { Problem } from '../../services/problem'
import { useAct } from '../../services/use-act'
import type { Flow, FlowEvent } from './flow'
import { formOf } from './flow'
import { agreedTo } from './steps'

export type Reference = z.infer<typeof membership.procedures.submit.output>

interface Submit {
  /** A no that belongs to no field, and network trouble. */
  readonly problem: Problem | undefined
  readonly send: () => Promise<Reference | undefined>
}

/** 提交 or 修改后重新提交: one effect however often it is tapped; a refusal leads to the page that mends it. */
export function useSubmit(flow: Flow, dispatch: (event: FlowEvent) => void): Submit {
  const submit = useAct(membership, 'submit')
  const resubmit = useAct(membership, 'resubmit')
  const [problem, setProblem] = useState<Problem>()

  async function send(): Promise<Reference | undefined> {
    const form = wholeForm(flow)
    if (form === undefined) return undefined
    setProblem(undefined)
    const { mending } = flow
    const answer =
      mending === undefined
        ? await submit.run({ form })
        : await resubmit.run({ application: mending.application, seen: mending.seen, form })
    if (answer.ok) return answer.data
    const event = eventOf(answer.problem)
    if (event === undefined) setProblem(answer.problem)
    else dispatch(event)
    return undefined
  }

  return { problem, send }
}

/** The whole form as it is sent; the consent for sensitive data was ticked just before. */
export function wholeForm(flow: Flow): JoinForm | undefined {
  const form = formOf(flow)
  const agreed = agreedTo(flow.answers)
  if (form === undefined || agreed === undefined) return undefined
  const { letterVersion, privacyVersion, form: consentForm } = agreed
  const { signature } = flow.answers
  return {
    ...form,
    consent: {
      letterVersion,
      privacyVersion,
      agreed: true,
      sensitiveAgreed: true,
      ...(consentForm === 'signature' && signature !== undefined ? { signature } : {}),
    },
  }
}

function eventOf(problem: Problem): FlowEvent | undefined {
  if (problem.kind !== 'refused') return undefined
  if (Object.keys(problem.fields).length > 0) return { type: 'refused', fields: problem.fields }
  return problem.code === 'ALREADY_ON_FILE' || problem.code === 'NOT_ELIGIBLE' ? { type: 'choose-again' } : undefined
}
