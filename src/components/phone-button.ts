import { session } from '../../shared/contract/session'
import type { Problem } from '../services/problem'
import { useAct } from '../services/use-act'

export interface PhoneButtonProps {
  readonly label: string
  readonly onVerified: (verified: { readonly mobile: string }) => void
  readonly onProblem?: (problem: Problem) => void
  readonly id?: string
}

/** What both platforms do with WeChat’s one-time code. */
export function useVerifying({ onVerified, onProblem }: PhoneButtonProps) {
  const verify = useAct(session, 'verifyPhone')
  const withCode = async (code: string) => {
    const answer = await verify.run({ code })
    if (answer.ok) onVerified(answer.data)
    else onProblem?.(answer.problem)
  }
  return { busy: verify.busy, withCode }
}

/** The person said no, or WeChat gave nothing. */
export const notGiven: Problem = {
  kind: 'refused',
  code: 'PHONE_NOT_VERIFIED',
  message: '微信没有给出手机号，请手工填写。',
  fields: {},
}
