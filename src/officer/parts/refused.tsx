import { Notice } from '../../components/Notice'
import type { Problem } from '../../services/problem'

/** Somebody else was quicker. */
const overtaken: ReadonlySet<string> = new Set([
  'APPLICATION_CHANGED',
  'APPLICATION_CLOSED',
  'TRANSFER_CHANGED',
  'TRANSFER_CLOSED',
  'TRANSFER_ANSWERED',
  'NOT_DISPUTED',
  'PROVISION_SETTLED',
  'NOT_FOUND',
])

/** 没有办成: the sentence, and where somebody else was quicker, the latest state to look at. */
export function Refused({ problem, reload }: { readonly problem: Problem | undefined; readonly reload: () => void }) {
  if (problem === undefined) return null
  const changed = problem.kind === 'refused' && overtaken.has(problem.code)
  return (
    <Notice
      id="decision-problem"
      tone="danger"
      title={problem.message}
      {...(changed ? { action: { id: 'decision-reload', label: '看最新的', onTap: reload } } : {})}
    />
  )
}
