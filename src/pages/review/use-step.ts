import { useCallback, useState } from 'react'
import type { Voted, VotingProblem } from '../../services/review/voting'

export interface VotingStep {
  readonly busy: boolean
  readonly problem: VotingProblem | undefined
  /** Undefined where it did not work; `problem` says why. The same function at every turn. */
  run<T>(step: () => Promise<Voted<T>>): Promise<T | undefined>
}

/** 一步: under way, or gone wrong; it can always be taken again. */
export function useStep(): VotingStep {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<VotingProblem>()
  const run = useCallback(async <T>(step: () => Promise<Voted<T>>): Promise<T | undefined> => {
    setBusy(true)
    setProblem(undefined)
    const voted = await step()
    setBusy(false)
    if (voted.ok) return voted.data
    setProblem(voted.problem)
    return undefined
  }, [])
  return { busy, problem, run }
}
