import { Notice } from '../../components/Notice'
import type { VotingProblem } from '../../services/review/voting'
import { problemText } from './vote/texts'

/** 没有做成的一步, and how to mend it. */
export function StepProblem({ problem }: { readonly problem: VotingProblem | undefined }) {
  if (problem === undefined) return null
  return (
    <Notice tone="danger" id="review-problem">
      {problemText(problem)}
    </Notice>
  )
}
