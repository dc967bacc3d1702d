import { useCallback, useRef, useState } from 'react'
import type { FunctionContract } from '../../shared/contract/procedure'
import { act, type CommandOf, type InputOf, type OutputOf } from './api'
import type { Answer, Problem } from './problem'
import { newRequestId, requestFor, type Pending } from './request-id'

export interface Acting<Input, T> {
  run(input: Input): Promise<Answer<T>>
  readonly busy: boolean
  readonly problem: Problem | undefined
  clear(): void
}

/** Does something on a tap. While it runs a second tap joins the first; without an answer the same input goes out under the same request id. */
export function useAct<C extends FunctionContract, P extends CommandOf<C>>(
  contract: C,
  procedure: P,
): Acting<InputOf<C, P>, OutputOf<C, P>> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const pending = useRef<Pending | undefined>(undefined)
  const running = useRef<Promise<Answer<OutputOf<C, P>>> | undefined>(undefined)

  const run = useCallback(
    (input: InputOf<C, P>) => {
      running.current ??= once(input).finally(() => {
        running.current = undefined
        setBusy(false)
      })
      return running.current

      async function once(typed: InputOf<C, P>) {
        setBusy(true)
        setProblem(undefined)
        pending.current = requestFor(pending.current, typed, newRequestId)
        const answer = await act(contract, procedure, typed, pending.current.requestId)
        const answered = answer.ok || answer.problem.kind === 'refused'
        if (answered) pending.current = undefined
        if (!answer.ok) setProblem(answer.problem)
        return answer
      }
    },
    [contract, procedure],
  )
  const clear = useCallback(() => setProblem(undefined), [])
  return { run, busy, problem, clear }
}
