import { useState } from 'react'
import type { Voted, VotingProblem } from '../../services/review/voting'

export interface VotingStep {
  readonly busy: boolean
  readonly problem: VotingProblem | undefined
  /** Undefined where it did not work; `problem` says why. */
  run<T>(step: () => Promise<Voted<T>>): Promise<T | undefined>
}

/** 一步: under way, or gone wrong; it can always be taken again. */
export function useStep(): VotingStep {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<VotingProblem>()
  return {
    busy,
    problem,
    async run(step) {
      setBusy(true)
      setProblem(undefined)
      const voted = await step()
      setBusy(false)
      if (voted.ok) return voted.data
      setProblem(voted.problem)
      return undefined
    },
  }
}
