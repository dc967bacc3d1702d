import { Notice } from '../../components/Notice'
import type { Problem } from '../../services/problem'

/** 没有办成: the sentence, and where somebody else was quicker, the latest state to look at. */
export function Refused({ problem, reload }: { readonly problem: Problem | undefined; readonly reload: () => void }) {
  if (problem === undefined) return null
  const changed =
    problem.kind === 'refused' &&
    (problem.code === 'APPLICATION_CHANGED' || problem.code === 'APPLICATION_CLOSED' || problem.code === 'NOT_FOUND')
  return (
    <Notice
      id="decision-problem"
      tone="danger"
      title={problem.message}
      {...(changed ? { action: { id: 'decision-reload', label: '看最新的', onTap: reload } } : {})}
    />
  )
}
